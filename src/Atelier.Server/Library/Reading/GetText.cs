using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Library.Documents;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Reading;

/// <param name="From">In code points, as <paramref name="To"/>.</param>
/// <param name="Length">Of the whole text.</param>
public sealed record TextView(int From, int To, int Length, string Text);

internal static class GetText
{
    public const int Most = 200_000;

    private const int Usual = 20_000;

    /// <summary>A part of the text, by its places in code points; paragraphs are parted by a blank line.</summary>
    public static async Task<Results<Ok<TextView>, ProblemHttpResult>> Get(
        Guid documentId,
        [Range(0, int.MaxValue), Description("The first code point; 0 when left out.")] int? from,
        [Range(0, int.MaxValue), Description("The first code point that is no longer wanted, at most 200,000 further.")]
            int? to,
        LibraryDb db,
        StoredText texts,
        CancellationToken ct
    )
    {
        var found = await db
            .Documents.Where(d => d.Id == documentId && d.TextSha256 != null)
            .Join(
                db.Contents,
                d => d.Id,
                c => c.DocumentId,
                (d, c) =>
                    new
                    {
                        d.TextSha256,
                        d.TextLength,
                        c.Marks,
                    }
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return GetDocument.NotReady.ToHttp();
        var begin = Math.Min(from ?? 0, found.TextLength);
        var end = (int)Math.Min(to ?? (long)begin + Usual, found.TextLength);
        if (end < begin && to is not null)
            return Problem.Invalid("to", "A part ends behind its beginning.").ToHttp();
        if (end - begin > Most)
            return Problem.Invalid("to", $"A part has at most {Most} code points.").ToHttp();
        return TypedResults.Ok(
            new TextView(begin, end, found.TextLength, texts.Read(found.TextSha256!, found.Marks, begin, end))
        );
    }
}
