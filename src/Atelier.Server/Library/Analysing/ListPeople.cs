using Atelier.Library.Documents;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Analysing;

internal static class ListPeople
{
    /// <summary>The most mentioned first; none before the document is analysed.</summary>
    public static async Task<Results<Ok<Page<PersonView>>, ProblemHttpResult>> Get(
        Guid documentId,
        [AsParameters] PageRequest page,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<int>(out var after) is { } refusal)
            return refusal.ToHttp();
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.DocumentId == documentId && (after == null || p.Number > after))
            .OrderBy(p => p.Number)
            .Take(page.Take)
            .ToListAsync(ct);
        var numbers = people.Select(p => (int?)p.Number).ToList();
        var said = await db
            .Quotations.Where(q => q.DocumentId == documentId && numbers.Contains(q.Speaker))
            .GroupBy(q => q.Speaker)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key!.Value, row => row.Count, ct);
        return TypedResults.Ok(
            page.Of([.. people.Select(p => p.ToView(said.GetValueOrDefault(p.Number)))], view => view.Number)
        );
    }

    public static async Task<Results<Ok<PersonDetailView>, ProblemHttpResult>> One(
        Guid documentId,
        int number,
        LibraryDb db,
        CancellationToken ct
    )
    {
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.DocumentId == documentId && p.Number == number, ct);
        if (person is null)
            return await db.Analyses.AnyAsync(a => a.DocumentId == documentId, ct)
                ? Problem.NotFound("person_not_found", "This document has no person of that number.").ToHttp()
                : GetDocument.NotReady.ToHttp();
        var said = await db.Quotations.CountAsync(q => q.DocumentId == documentId && q.Speaker == number, ct);
        return TypedResults.Ok(
            new PersonDetailView(person.ToView(said), CastViews.Places(person.MentionStarts, person.MentionEnds))
        );
    }
}
