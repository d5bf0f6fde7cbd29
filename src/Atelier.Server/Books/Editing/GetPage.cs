using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <summary>A story page with all that can be changed about it.</summary>
/// <param name="Version">The book's; whoever changes the page sends it along.</param>
/// <param name="CanRetell">False where a model wrote the book: its words are changed by hand.</param>
/// <param name="Cast">Who may be in the picture.</param>
public sealed record StoryPageView(
    int Number,
    int Version,
    string Text,
    string AltText,
    PageScene Scene,
    IReadOnlyList<CastMember> Cast,
    PageReading Readability,
    bool Locked,
    bool CanRetell
);

public sealed record CastMember(string Id, string Name, string Noun);

internal static class GetPage
{
    public static async Task<Results<Ok<StoryPageView>, ProblemHttpResult>> Get(
        Guid bookId,
        int number,
        BooksDb db,
        BookChanges changes,
        CancellationToken ct
    )
    {
        var book = await db.Books.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookId, ct);
        if (book is null)
            return GetBook.Gone.ToHttp();
        var (source, story, refusal) = await changes.FindAsync(bookId, book.Version, number, ct);
        if (source is null)
            return refusal!.ToHttp();
        var page = source.Manuscript.Pages[story - 1];
        return TypedResults.Ok(
            new StoryPageView(
                number,
                book.Version,
                page.Text,
                page.AltText.Length > 0 ? page.AltText : source.Pictures[story - 1].Art.AltText,
                PageScene.Of(page.Picture),
                [.. source.Manuscript.Cast.Select(one => new CastMember(one.Id, one.Name, one.Noun))],
                PageReading.Of(source.Story.Pages[story - 1], source.Order.Brief.AgeBand),
                book.IsLocked(number),
                source.CanRetell
            )
        );
    }
}
