using System.Text.Json;
using Atelier.JobEngine;
using Atelier.Language;
using Atelier.Language.Figures;
using Atelier.Library.Documents;
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
        Document document,
        Guid job,
        ExtractedText text,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var shares = new Shares(progress);
        // Two readers of one text, side by side: each keeps a processor busy.
        var counting = Task.Run(() => Count(text, shares.Of(0), cancel), cancel);
        var casting = Task.Run(() => CastOfText.Read(texts, document.Format, text, shares.Of(1), cancel), cancel);
        await Task.WhenAll(counting, casting);
        var (figures, cast) = (await counting, await casting);
        await cast.KeepAsync(transaction, document.Id, cancel);

        var now = clock.GetUtcNow();
        var db = await LibraryDb.JoinAsync(transaction, cancel);
        var stored = new StoredAnalysis(figures, cast.Figures);
        db.Analyses.Add(new(document.Id, JsonSerializer.SerializeToDocument(stored, Json), now));
        var row =
            await db.Documents.SingleOrDefaultAsync(d => d.Id == document.Id && d.JobId == job, cancel)
            ?? throw new JobFailure("job_superseded", "A newer job reads this document.", retryable: false);
        row.FinishAnalysis(figures.Counts.Words, cast.Figures.People, now);
        await db.SaveChangesAsync(cancel);
        return new(figures.Counts.Words, cast.Figures.People, cast.Figures.Quotations);
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

    /// <summary>Two shares of one progress.</summary>
    private sealed class Shares(IProgress<double> whole)
    {
        private readonly double[] _done = new double[2];

        public IProgress<double> Of(int share) => new Share(this, share);

        private sealed class Share(Shares all, int index) : IProgress<double>
        {
            public void Report(double value)
            {
                Volatile.Write(ref all._done[index], value);
                all.Tell();
            }
        }

        private void Tell() => whole.Report((Volatile.Read(ref _done[0]) + Volatile.Read(ref _done[1])) / 2);
    }
}
