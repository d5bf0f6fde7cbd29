using System.ComponentModel.DataAnnotations;
using Atelier.Books.Authoring;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Books.Editing;

/// <summary>What is left out stays as it is.</summary>
public sealed record ChangePageRequest
{
    /// <summary>The version of the book that was seen; 409 <c>book_changed</c> when there is a newer one.</summary>
    [Range(0, int.MaxValue)]
    public required int Version { get; init; }

    /// <summary>May be empty: a page without words.</summary>
    [StringLength(2500)]
    public string? Text { get; init; }

    /// <summary>What the picture shows, for those who do not see it. With a new scene and without this, it is written anew.</summary>
    [StringLength(400)]
    public string? AltText { get; init; }

    public PageScene? Scene { get; init; }
}

/// <param name="JobId">The job that makes the book with this change.</param>
/// <param name="Readability">Of the page as it is going to be.</param>
public sealed record PageChangeView(Guid JobId, PageReading Readability);

internal static class ChangePage
{
    public static async Task<Results<Accepted<PageChangeView>, ProblemHttpResult>> Patch(
        Guid bookId,
        int number,
        ChangePageRequest request,
        BookChanges changes,
        PageReader reader,
        CancellationToken ct
    )
    {
        var (source, story, refusal) = await changes.FindAsync(bookId, request.Version, number, ct);
        if (source is null)
            return refusal!.ToHttp();
        var page = source.Manuscript.Pages[story - 1];
        if (request.Scene is { } scene && Strangers(scene, source) is { } problem)
            return problem.ToHttp();
        var text = request.Text is { } words ? PrintableText.Of(words) : null;
        var verdict = reader.Measure(source, story, text ?? page.Text);
        var reading = PageReading.Of(verdict, source.Order.Brief.AgeBand);
        var change = new BookChange(
            request.Version,
            VersionCause.Edited,
            number,
            text,
            request.AltText is { } alt ? PrintableText.Of(alt) : null,
            request.Scene?.On(page.Picture)
        );
        var (job, refused) = await changes.OrderAsync(bookId, change, ct);
        return refused is not null
            ? refused.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{job}", new PageChangeView(job, reading));
    }

    private static Problem? Strangers(PageScene scene, BookSource source)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (i, one) in scene.Characters.Index())
            if (source.Manuscript.Cast.All(member => member.Id != one.Id))
                errors[$"scene.characters[{i}].id"] = ["Nobody in this book's cast has this id."];
            else if (scene.Characters.Take(i).Any(other => other.Id == one.Id))
                errors[$"scene.characters[{i}].id"] = ["Nobody is in a picture twice."];
        return errors.Count > 0 ? Problem.Invalid(errors) : null;
    }
}
