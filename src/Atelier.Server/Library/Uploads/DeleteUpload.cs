using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Uploads;

internal static class DeleteUpload
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid uploadId,
        LibraryDb db,
        UploadFolder folder,
        CancellationToken ct
    )
    {
        var removed = await db.Uploads.Where(u => u.Id == uploadId).ExecuteDeleteAsync(ct);
        folder.Remove(uploadId);
        return removed == 1 ? TypedResults.NoContent() : GetUpload.Gone.ToHttp();
    }
}
