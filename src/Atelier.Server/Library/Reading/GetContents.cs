using Atelier.Library.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Reading;

/// <param name="Length">Of the text, in code points.</param>
/// <param name="Pages">Where the original's pages begin; empty where it has none.</param>
public sealed record ContentsView(int Length, IReadOnlyList<DocumentChapter> Chapters, IReadOnlyList<PageAnchor> Pages);

internal static class GetContents
{
    public static async Task<Results<Ok<ContentsView>, ProblemHttpResult>> Get(
        Guid documentId,
        LibraryDb db,
        CancellationToken ct
    )
    {
        var found = await db
            .Documents.Where(d => d.Id == documentId)
            .Join(
                db.Contents,
                d => d.Id,
                c => c.DocumentId,
                (d, c) =>
                    new
                    {
                        d.TextLength,
                        c.Chapters,
                        c.Pages,
                    }
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return found is null
            ? GetDocument.NotReady.ToHttp()
            : TypedResults.Ok(new ContentsView(found.TextLength, found.Chapters, found.Pages));
    }
}
