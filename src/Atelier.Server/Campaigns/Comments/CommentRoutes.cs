using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Writing;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Atelier.Campaigns.Comments;

/// <summary>Drafts of comments: written, judged, edited, decided about by people, and exported. Nothing posts them.</summary>
internal static class CommentRoutes
{
    /// <summary>Whoever holds it looks after everybody's drafts.</summary>
    public const string ModeratorScope = "users:read";

    public static void AddComments(this IServiceCollection services)
    {
        services.AddScoped<CommentOwners>();
        services.AddScoped<CommentDesk>();
        services.AddScoped<CommentAudit>();
        services.AddScoped<CommentList>();
        services.AddScoped<CommentExport>();
        services.AddScoped<DraftPost>();
        services.AddScoped<ReviewDraft>();
        services.AddSingleton<CommentMeter>();
        services.AddSingleton<Assessor>();
        services.AddSingleton<BuiltInWriter>();
        services.AddScoped<IPersonalData, CommentsPersonalData>();
        services.AddJobHandler<DraftComment, DraftCommentHandler>();
    }

    public static void MapComments(this IEndpointRouteBuilder api)
    {
        var comments = api.MapGroup("/comments").WithTags("Comments");
        comments
            .MapPost("/generate", GenerateComment.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        comments.MapGet("/", ListComments.Get).ProducesProblem(400);
        comments.MapGet("/queue", GetQueue.Get).ProducesProblem(400);
        comments.MapGet("/rubric", GetRubric.Get);
        comments
            .MapGet("/export", ExportComments.Get)
            .Produces<Stream>(200, "text/markdown", "text/csv", "application/x-ndjson")
            .ProducesProblem(400)
            .ProducesProblem(404);

        var comment = comments
            .MapGroup("/{commentId:guid}")
            .RequireOwner<CommentOwners>("commentId", "comment", orScope: ModeratorScope);
        comment.MapGet("/", GetComment.Get);
        comment.MapPatch("/", EditComment.Patch).ProducesProblem(400).ProducesProblem(409);
        comment.MapGet("/versions", ListVersions.Get);
        // A judge takes as long as its model does; each call has the limit of its agent.
        comment
            .MapPost("/review", ReviewComment.Post)
            .Throttle(ThrottlePolicy.Generate)
            .WithMetadata(new DisableRequestTimeoutAttribute())
            .ProducesProblem(409);
        comment.MapPost("/approve", ApproveComment.Post).ProducesProblem(400).ProducesProblem(409);
        comment.MapPost("/reject", RejectComment.Post).ProducesProblem(400).ProducesProblem(409);
        comment
            .MapPost("/regenerate", RegenerateComment.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(409);
    }
}
