using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Books.Editing;

/// <summary>What of a page is made anew.</summary>
public enum PagePart
{
    Picture,
    Words,
}

/// <param name="Version">The version of the book that was seen.</param>
/// <param name="Part">Another picture of the same scene, or the same events in other words, with a picture to them.</param>
public sealed record RegeneratePageRequest([property: Range(0, int.MaxValue)] int Version, PagePart Part);

internal static class RegeneratePage
{
    public static async Task<Results<Accepted<GenerateBookView>, ProblemHttpResult>> Post(
        Guid bookId,
        int number,
        RegeneratePageRequest request,
        BookChanges changes,
        CancellationToken ct
    )
    {
        var (source, _, refusal) = await changes.FindAsync(bookId, request.Version, number, ct);
        if (source is null)
            return refusal!.ToHttp();
        if (request.Part is PagePart.Words && !source.CanRetell)
            return Problem
                .Conflict("words_by_model", "A model wrote this book. Change the words of its pages by hand.")
                .ToHttp();
        var cause = request.Part is PagePart.Words ? VersionCause.NewWords : VersionCause.NewPicture;
        var (job, refused) = await changes.OrderAsync(bookId, new(request.Version, cause, number), ct);
        return refused is not null
            ? refused.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{job}", new GenerateBookView(job));
    }
}
