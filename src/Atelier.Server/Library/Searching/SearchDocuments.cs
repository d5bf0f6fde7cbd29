using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Searching;

internal static class SearchDocuments
{
    private const int LongestQuery = 500;
    private const string WhatToAsk =
        "Words; \"words in a row\"; or between them for either; - before one that must not be there.";

    /// <summary>In all of the caller's library, or in one project of it.</summary>
    public static Task<Results<Ok<SearchView>, ProblemHttpResult>> Everywhere(
        [StringLength(LongestQuery), Description(WhatToAsk)] string? q,
        Guid? projectId,
        [AsParameters] PageRequest page,
        CurrentUser user,
        PassageSearch passages,
        NameSearch names,
        CancellationToken ct
    ) => FindAsync(new(user.Id, Project: projectId), q, page, passages, names, ct);

    public static Task<Results<Ok<SearchView>, ProblemHttpResult>> InDocument(
        Guid documentId,
        [StringLength(LongestQuery), Description(WhatToAsk)] string? q,
        [AsParameters] PageRequest page,
        CurrentUser user,
        PassageSearch passages,
        NameSearch names,
        CancellationToken ct
    ) => FindAsync(new(user.Id, Document: documentId), q, page, passages, names, ct);

    private static async Task<Results<Ok<SearchView>, ProblemHttpResult>> FindAsync(
        SearchScope scope,
        string? q,
        PageRequest page,
        PassageSearch passages,
        NameSearch names,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<int>(out var after) is { } refusal)
            return refusal.ToHttp();
        if (after is < 0 or > PassageSearch.MostRanked)
            return Problem.Invalid("cursor", "This is not a cursor of this list.").ToHttp();
        if (JsonText.HasNul(q))
            return Problem.Invalid("q", JsonText.NoNul).ToHttp();
        if (string.IsNullOrWhiteSpace(q))
            return TypedResults.Ok(new SearchView([], null, 0, IsCapped: false, [], null));
        var skip = after ?? 0;
        var found = await passages.FindAsync(scope, q.Trim(), skip, page.Take, ct);
        var people = skip == 0 ? await names.FindAsync(scope, q.Trim(), ct) : [];
        // The list is ranked: its cursor is how much of it was seen.
        var shown = page.Of([.. found.Hits.Select((hit, i) => (hit, i))], row => skip + row.i + 1);
        return TypedResults.Ok(
            new SearchView(
                [.. shown.Items.Select(row => row.hit)],
                shown.NextCursor,
                Math.Min(found.Found, PassageSearch.MostRanked),
                found.IsCapped,
                people,
                found.HasWords ? null : "These words are too common to be looked for. Add another one."
            )
        );
    }
}
