using Atelier.Jobs.Contracts;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Jobs.Batches;

/// <summary>Many works ordered, followed and fetched as one.</summary>
internal static class BatchRoutes
{
    private const long LargestOrder = 8 * 1024 * 1024; // a thousand briefs with every field filled

    public static void AddBatches(this IServiceCollection services)
    {
        services.AddScoped<BatchDesk>();
        services.AddScoped<IPersonalData, BatchesPersonalData>();
        services.AddSingleton<IBatches, Batches>();
    }

    public static void MapBatches(this IEndpointRouteBuilder api)
    {
        var batches = api.MapGroup("/batch").WithTags("Batches");
        batches
            .MapPost("/", CreateBatch.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .WithMetadata(new RequestSizeLimitAttribute(LargestOrder));
        batches
            .MapPost("/upload", UploadBatch.Post)
            .Throttle(ThrottlePolicy.Generate)
            .WithMetadata(new RequestSizeLimitAttribute(LargestOrder))
            .DisableAntiforgery(); // a token in a header is no cookie
        batches.MapGet("/", ListBatches.Get);
        var batch = batches.MapGroup("/{batchId:guid}").RequireOwner<IBatches>("batchId", "batch");
        batch.MapGet("/", GetBatch.Get);
        batch.MapGet("/items", ListBatchItems.Get);
        batch
            .MapGet("/files", DownloadBatch.Get)
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip")
            .ProducesProblem(409);
        batch.MapPost("/cancel", CancelBatch.Post).ProducesProblem(409);
        batch.MapPost("/retry-failed", RetryBatch.Post).ProducesProblem(409);
        batch.MapDelete("/", DeleteBatch.Delete).ProducesProblem(409);
    }
}
