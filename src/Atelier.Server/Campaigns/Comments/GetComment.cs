using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

internal static class GetComment
{
    public static Problem Gone => Problem.NotFound("comment_not_found", "There is no such comment.");

    public static Problem Changed =>
        Problem.Conflict("comment_changed", "The comment was changed or decided meanwhile. Read it again.");

    /// <summary>A draft with its post, its anchors, and every judgement of it.</summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Get(
        Guid commentId,
        CommentDesk desk,
        CancellationToken ct
    ) => await desk.FindAsync(commentId, ct) is { } found ? TypedResults.Ok(found.ToView()) : Gone.ToHttp();
}
