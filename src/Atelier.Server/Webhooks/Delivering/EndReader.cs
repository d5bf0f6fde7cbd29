using Atelier.JobEngine;
using Atelier.Platform;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Webhooks.Delivering;

/// <summary>
/// Reads the ends of all jobs, one node at a time: where it has come to is kept in a row whose lock is the right to read
/// on, and moves in the commit that writes the deliveries. A node that dies leaves nothing unread.
/// </summary>
internal sealed class EndReader(
    NpgsqlDataSource database,
    JobFeed feed,
    EndPost post,
    IOptions<StudioOptions> studio,
    TimeProvider clock,
    ILogger<EndReader> log
) : BackgroundService
{
    private const int PageSize = 500;

    private const string Take = """
        select settled, mark, mark_xid, read, exists (select from webhooks.webhook where disabled_at is null)
        from webhooks.journal for update skip locked
        """;

    private const string Keep = "update webhooks.journal set settled = $1, mark = $2, mark_xid = $3, read = $4";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!studio.Value.RunsJobs)
            return;
        JobWatch? watch = null;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                watch ??= await feed.WatchAsync(stoppingToken);
                while (await PassAsync(stoppingToken)) { }
                await RestAsync(watch, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception problem)
            {
                log.LogWarning("Webhooks wait: {Problem}", problem.Message);
                await Task.Delay(Poll, clock, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        watch?.Dispose();
    }

    /// <returns>Whether there is more to read at once.</returns>
    public async Task<bool> PassAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var tx = await connection.BeginTransactionAsync(cancel);
        if (await TakeAsync(tx, cancel) is not var (place, isWanted))
            return false;
        var page = await JobJournal.ReadAsync(tx, place, PageSize, isWanted, cancel);
        if (page.Ends.Count > 0)
            await post.TellAsync(tx, page.Ends, cancel);
        if (page.Next != place)
            await KeepAsync(tx, page.Next, cancel);
        await tx.CommitAsync(cancel);
        return page.More;
    }

    /// <summary>Until a job has ended somewhere, or a while: what a lost message would have told is found then.</summary>
    private async Task RestAsync(JobWatch watch, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Poll, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            while ((await watch.NextAsync(both.Token)).Type is not ("succeeded" or "failed" or "cancelled")) { }
            await Task.Delay(Moment, clock, cancel); // others that end with it come in the same page
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { }
    }

    private static async Task<(JournalPlace Place, bool IsWanted)?> TakeAsync(
        NpgsqlTransaction tx,
        CancellationToken cancel
    )
    {
        await using var take = new NpgsqlCommand(Take, tx.Connection, tx);
        await using var row = await take.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? (new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), row.GetBoolean(4))
            : null;
    }

    private static async Task KeepAsync(NpgsqlTransaction tx, JournalPlace place, CancellationToken cancel)
    {
        await using var keep = new NpgsqlCommand(Keep, tx.Connection, tx);
        foreach (var number in (long[])[place.Settled, place.Mark, place.MarkXid, place.Read])
            keep.Parameters.Add(new() { Value = number });
        await keep.ExecuteNonQueryAsync(cancel);
    }
}
