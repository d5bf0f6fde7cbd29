using System.ComponentModel.DataAnnotations;
using Atelier.Books.Authoring;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

public sealed record MeasurePageRequest([property: Required(AllowEmptyStrings = true), StringLength(2500)] string Text);

internal static class MeasurePage
{
    /// <summary>How hard other words on this page would be to read. Nothing is changed.</summary>
    public static async Task<Results<Ok<PageReading>, ProblemHttpResult>> Post(
        Guid bookId,
        int number,
        MeasurePageRequest request,
        BooksDb db,
        BookChanges changes,
        PageReader reader,
        CancellationToken ct
    )
    {
        var version = await db.Books.Where(b => b.Id == bookId).Select(b => b.Version).SingleOrDefaultAsync(ct);
        var (source, story, refusal) = await changes.FindAsync(bookId, version, number, ct);
        if (source is null)
            return refusal!.ToHttp();
        var verdict = reader.Measure(source, story, PrintableText.Of(request.Text));
        return TypedResults.Ok(PageReading.Of(verdict, source.Order.Brief.AgeBand));
    }
}
