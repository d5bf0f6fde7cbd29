using Atelier.JobEngine;
using Atelier.Library.Analysing;
using Atelier.Library.Extracting;
using Atelier.Library.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Reading;

/// <summary>
/// Extract, index, analyse. Until a text is indexed, nothing of it is known of the document; each step puts its rows in
/// place of the ones before, all or none.
/// </summary>
internal sealed class ReadDocumentHandler(LibraryDb db, Extraction extraction, Bookshelf shelf, Study study)
    : IJobHandler<ReadDocument>
{
    private const double Extracted = 0.35;
    private const double Indexed = 0.55;

    public async Task<object?> RunAsync(ReadDocument payload, JobRun run, CancellationToken cancel)
    {
        var document =
            await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == payload.DocumentId, cancel)
            ?? throw new JobFailure("document_gone", "The document was deleted.", retryable: false);
        if (document.JobId != run.PublicId)
            throw new JobFailure("job_superseded", "A newer job reads this document.", retryable: false);

        var text = await run.StepAsync(
            "extract",
            c => extraction.ReadAsync(document, run, new Part(run, "Taking out the text", 0, Extracted), c)
        );
        var passages = await run.StepAsync(
            "index",
            (transaction, c) =>
                shelf.KeepAsync(
                    transaction,
                    document,
                    run.PublicId,
                    text,
                    new Part(run, "Making it searchable", Extracted, Indexed),
                    c
                )
        );
        return await run.StepAsync(
            "analyse",
            async (transaction, c) =>
            {
                var part = new Part(run, "Reading it closely", Indexed, 1);
                var found = await study.ReadAsync(transaction, document, run.PublicId, text, part, c);
                return new ReadResult(document.Id, text.Length, passages, found.Words, found.People, found.Quotations);
            }
        );
    }

    /// <summary>Reports a share of one step as a share of the whole.</summary>
    private sealed class Part(JobRun run, string message, double from, double to) : IProgress<double>
    {
        public void Report(double value) => run.Report(from + (to - from) * value, message);
    }
}
