using System.Text.Json;
using Atelier.JobEngine;
using Atelier.Language;
using Atelier.Language.Figures;
using Atelier.Library.Extracting;
using Atelier.Library.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Analysing;

internal sealed record Findings(int Words, int People, int Quotations);

/// <summary>Analyses a text and keeps what was found in the place of what was found before.</summary>
internal sealed class Study(StoredText texts, LanguagePack pack, FigureWords words, TimeProvider clock)
{
    private const int LanguageSample = 200_000;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<Findings> ReadAsync(
        NpgsqlTransaction transaction,
        Guid document,
        Guid job,
        ExtractedText text,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var figures = Count(text, progress, cancel);
        var now = clock.GetUtcNow();
        var db = await LibraryDb.JoinAsync(transaction, cancel);
        db.Analyses.Add(new(document, JsonSerializer.SerializeToDocument(figures, Json), now));
        var row =
            await db.Documents.SingleOrDefaultAsync(d => d.Id == document && d.JobId == job, cancel)
            ?? throw new JobFailure("job_superseded", "A newer job reads this document.", retryable: false);
        row.FinishAnalysis(figures.Counts.Words, now);
        await db.SaveChangesAsync(cancel);
        return new(figures.Counts.Words, 0, 0);
    }

    private TextFigures Count(ExtractedText text, IProgress<double> progress, CancellationToken cancel)
    {
        var sample = texts.Head(text.Sha256, LanguageSample, out _);
        var reader = new FigureReader(pack, words, LanguageGuess.Of(sample));
        foreach (var piece in texts.Pieces(text.Sha256))
        {
            cancel.ThrowIfCancellationRequested();
            reader.Add(piece.Text, piece.Start, piece.Length, piece.EndsParagraph);
            progress.Report((double)piece.End / text.Length);
        }
        return reader.Finish();
    }
}
