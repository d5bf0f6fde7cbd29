using System.Text.Json;
using Atelier.Language.Figures;
using Atelier.Library.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Analysing;

/// <summary>Each figure's method and accuracy are in <c>figures.methods</c>.</summary>
public sealed record AnalysisView(Guid DocumentId, DateTimeOffset MadeAt, TextFigures Figures, CastFigures Cast);

internal static class GetAnalysis
{
    public static async Task<Results<Ok<AnalysisView>, ProblemHttpResult>> Get(
        Guid documentId,
        LibraryDb db,
        CancellationToken ct
    ) => await ReadAsync(documentId, db, ct) is { } view ? TypedResults.Ok(view) : GetDocument.NotReady.ToHttp();

    public static async Task<AnalysisView?> ReadAsync(Guid document, LibraryDb db, CancellationToken ct)
    {
        if (await db.Analyses.AsNoTracking().SingleOrDefaultAsync(a => a.DocumentId == document, ct) is not { } made)
            return null;
        var stored = made.Figures.Deserialize<StoredAnalysis>(Study.Json)!;
        return new(document, made.MadeAt, stored.Figures, stored.Cast);
    }
}
