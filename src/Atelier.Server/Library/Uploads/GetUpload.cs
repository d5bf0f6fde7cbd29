using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Uploads;

internal static class GetUpload
{
    public static async Task<Results<Ok<UploadView>, ProblemHttpResult>> Get(
        Guid uploadId,
        LibraryDb db,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId, ct) is not { } upload)
            return Gone.ToHttp();
        response.Tell(upload);
        return TypedResults.Ok(upload.ToView());
    }

    /// <summary>How much is here, in headers alone.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Head(
        Guid uploadId,
        LibraryDb db,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId, ct) is not { } upload)
            return Gone.ToHttp();
        response.Tell(upload);
        return TypedResults.NoContent();
    }

    public static Problem Gone =>
        Problem.NotFound(
            "upload_not_found",
            "There is no such upload. It was finished, deleted, or waited for too long."
        );
}
