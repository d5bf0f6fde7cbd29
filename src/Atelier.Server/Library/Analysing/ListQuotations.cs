using System.ComponentModel;
using Atelier.Language.Cast;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Analysing;

internal static class ListQuotations
{
    /// <summary>In the order of the text; none before the document is analysed.</summary>
    public static async Task<Results<Ok<Page<QuotationView>>, ProblemHttpResult>> Get(
        Guid documentId,
        [AsParameters] PageRequest page,
        [Description("Said by this person.")] int? person,
        [Description("In this chapter.")] int? chapter,
        [Description("Of this certainty.")] Tier? tier,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<int>(out var after) is { } refusal)
            return refusal.ToHttp();
        var quotations = db
            .Quotations.AsNoTracking()
            .Where(q => q.DocumentId == documentId && (after == null || q.Number > after));
        if (person is { } speaker)
            quotations = quotations.Where(q => q.Speaker == speaker);
        if (chapter is { } only)
            quotations = quotations.Where(q => q.Chapter == only);
        if (tier?.ToString().ToLowerInvariant() is { } certainty)
            quotations = quotations.Where(q => q.Tier == certainty);
        var rows = await quotations.OrderBy(q => q.Number).Take(page.Take).ToListAsync(ct);
        return TypedResults.Ok(page.Of([.. rows.Select(row => row.ToView())], view => view.Number));
    }
}
