using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Analysing;

/// <param name="Total">Of which the strongest are here.</param>
public sealed record RelationsView(IReadOnlyList<RelationView> Items, int Total);

internal static class ListRelations
{
    private const int Most = 2000;

    /// <summary>The strongest first; none before the document is analysed.</summary>
    public static async Task<Ok<RelationsView>> Get(Guid documentId, LibraryDb db, CancellationToken ct)
    {
        var relations = db.Relations.AsNoTracking().Where(r => r.DocumentId == documentId);
        var strongest = await relations
            .OrderByDescending(r => r.Weight)
            .ThenBy(r => r.A)
            .ThenBy(r => r.B)
            .Take(Most)
            .ToListAsync(ct);
        return TypedResults.Ok(
            new RelationsView([.. strongest.Select(row => row.ToView())], await relations.CountAsync(ct))
        );
    }
}
