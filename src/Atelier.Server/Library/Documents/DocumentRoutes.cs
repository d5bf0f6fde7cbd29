using Atelier.JobEngine;
using Atelier.Library.Analysing;
using Atelier.Library.Exporting;
using Atelier.Library.Extracting;
using Atelier.Library.Extracting.Epub;
using Atelier.Library.Extracting.Markup;
using Atelier.Library.Extracting.Pdf;
using Atelier.Library.Extracting.Word;
using Atelier.Library.Indexing;
using Atelier.Library.Reading;
using Atelier.Library.Searching;
using Atelier.Library.Uploads;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Library.Documents;

/// <summary>Documents: brought whole or in parts, read by a job, searched, and taken away again.</summary>
internal static class DocumentRoutes
{
    private const string Lane = "library";
    private const int MostAtOnce = 4; // each may hold some hundred megabytes
    private const long FormOverhead = 64 * 1024;

    // A hundred megabytes over a slow line.
    private static readonly TimeSpan UploadTime = TimeSpan.FromMinutes(30);

    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentOwners>();
        services.AddScoped<IPersonalData, DocumentsPersonalData>();
        services.AddScoped<IAssetReferences, DocumentAssets>();
        services.AddScoped<Intake>();
        services.AddSingleton<FileForm>();
        services.AddScoped<UploadOwners>();
        services.AddScoped<AppendUpload>();
        services.AddSingleton<UploadFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadFolder>());
        services.AddJobHandler<ReadDocument, ReadDocumentHandler>(lane: Lane);
        services.PostConfigure<JobEngineOptions>(jobs =>
            jobs.Lanes.TryAdd(Lane, Math.Min(Environment.ProcessorCount, MostAtOnce))
        );
        services.AddSingleton<Extraction>();
        services.AddSingleton<IExtractor, PlainText>();
        services.AddSingleton<IExtractor, MarkdownText>();
        services.AddSingleton<IExtractor, WordText>();
        services.AddSingleton<IExtractor, EpubText>();
        services.AddSingleton<IExtractor, PdfText>();
        services.AddSingleton<StoredText>();
        services.AddSingleton<Bookshelf>();
        services.AddSingleton<Study>();
        services.AddSingleton<PassageSearch>();
        services.AddSingleton<NameSearch>();
    }

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents
            .MapPost("/", UploadDocument.Post)
            .Accepts<UploadDocumentForm>("multipart/form-data")
            .Throttle(ThrottlePolicy.Generate)
            .WithRequestTimeout(UploadTime)
            .WithMetadata(new RequestSizeLimitAttribute(Arrival.LargestFile + FormOverhead))
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        documents.MapGet("/", ListDocuments.Get).ProducesProblem(400);
        documents.MapGet("/search", SearchDocuments.Everywhere).ProducesProblem(400);
        documents.MapUploads();

        var document = documents.MapGroup("/{documentId:guid}").RequireOwner<DocumentOwners>("documentId", "document");
        document.MapGet("/", GetDocument.Get);
        document.MapPatch("/", ChangeDocument.Patch);
        document.MapDelete("/", DeleteDocument.Delete);
        document
            .MapPost("/analyze", AnalyzeDocument.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(409);
        document.MapGet("/text", GetText.Get).ProducesProblem(409);
        document.MapGet("/contents", GetContents.Get).ProducesProblem(409);
        document.MapGet("/analysis", GetAnalysis.Get).ProducesProblem(409);
        document.MapGet("/people", ListPeople.Get).ProducesProblem(400);
        document.MapGet("/people/{number:int}", ListPeople.One).ProducesProblem(409);
        document.MapGet("/mentions", ListMentions.Get).ProducesProblem(400);
        document.MapGet("/quotations", ListQuotations.Get).ProducesProblem(400);
        document.MapGet("/relations", ListRelations.Get);
        document
            .MapGet("/export", ExportDocument.Get)
            .Produces<Stream>(StatusCodes.Status200OK, ExportDocument.MediaTypes[0], ExportDocument.MediaTypes[1..])
            .ProducesProblem(400)
            .ProducesProblem(409);
        document.MapGet("/search", SearchDocuments.InDocument).ProducesProblem(400);
    }

    private static void MapUploads(this RouteGroupBuilder documents)
    {
        documents
            .MapPost("/uploads", CreateUpload.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(413);
        var upload = documents.MapGroup("/uploads/{uploadId:guid}").RequireOwner<UploadOwners>("uploadId", "upload");
        upload.MapGet("/", GetUpload.Get);
        upload.MapMethods("/", ["HEAD"], GetUpload.Head);
        upload
            .MapPatch("/", AppendUpload.Patch)
            .WithRequestTimeout(UploadTime)
            .WithMetadata(new RequestSizeLimitAttribute(Arrival.LargestFile + FormOverhead))
            .ProducesProblem(400)
            .ProducesProblem(409)
            .ProducesProblem(413)
            .ProducesProblem(415)
            .ProducesProblem(422);
        upload.MapDelete("/", DeleteUpload.Delete);
    }
}
