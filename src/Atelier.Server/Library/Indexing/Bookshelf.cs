using Atelier.JobEngine;
using Atelier.Library.Documents;
using Atelier.Library.Extracting;
using Atelier.Library.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Library.Indexing;

/// <summary>Puts a text that was read in the place of the document's old one, ready to be searched.</summary>
internal sealed class Bookshelf(StoredText texts, TimeProvider clock)
{
    private const int Batch = 500;

    // The analyses go too: they speak of the old text.
    private static readonly string[] Derived =
    [
        "passages",
        "contents",
        "people",
        "quotations",
        "relations",
        "analyses",
    ];

    private const string Insert = """
        insert into library.passages (document_id, chapter, page, start_at, end_at, body, vector)
        select $1, chapter, page, start_at, end_at, body,
               setweight(to_tsvector($2::regconfig, heading), 'B') || to_tsvector($2::regconfig, body)
        from unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[])
             as p (chapter, page, start_at, end_at, heading, body)
        """;

    /// <returns>How many passages there are.</returns>
    public async Task<int> KeepAsync(
        NpgsqlTransaction transaction,
        Document document,
        Guid job,
        ExtractedText text,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        foreach (var table in Derived)
            await RunAsync(
                transaction,
                $"delete from library.{table} where document_id = $1",
                [new() { Value = document.Id }],
                cancel
            );
        var config = SearchConfigs.Of(text.Language);
        var count = 0;
        var cutter = new PassageCutter(text.Chapters, text.Pages);
        foreach (var batch in cutter.Cut(texts.Pieces(text.Sha256)).Chunk(Batch))
        {
            await InsertAsync(transaction, document.Id, config, batch, cancel);
            count += batch.Length;
            progress.Report((double)batch[^1].End / text.Length);
        }
        // The document's own row last: whoever renames it need not wait for the passages.
        var db = await LibraryDb.JoinAsync(transaction, cancel);
        var row =
            await db.Documents.SingleOrDefaultAsync(d => d.Id == document.Id && d.JobId == job, cancel)
            ?? throw new JobFailure("job_superseded", "A newer job reads this document.", retryable: false);
        row.Keep(text, clock.GetUtcNow());
        db.Contents.Add(new(document.Id, text.Chapters, text.Pages, text.Marks));
        await db.SaveChangesAsync(cancel);
        return count;
    }

    private static Task InsertAsync(
        NpgsqlTransaction transaction,
        Guid document,
        string config,
        Passage[] batch,
        CancellationToken cancel
    ) =>
        RunAsync(
            transaction,
            Insert,
            [
                new() { Value = document },
                new() { Value = config, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = batch.Select(p => p.Chapter).ToArray() },
                new() { Value = batch.Select(p => p.Page).ToArray() },
                new() { Value = batch.Select(p => p.Start).ToArray() },
                new() { Value = batch.Select(p => p.End).ToArray() },
                new() { Value = batch.Select(p => p.Heading ?? "").ToArray() },
                new() { Value = batch.Select(p => p.Body).ToArray() },
            ],
            cancel
        );

    private static async Task RunAsync(
        NpgsqlTransaction transaction,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction) { CommandTimeout = 300 };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
