using Atelier.JobEngine.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.JobEngine.Schedules;

/// <summary>
/// Starts what is due, on every node that works. Two that look at once lock different rows, and the key of the run's row
/// holds off whatever else: a time is started once, and a node that dies in between leaves it as it was.
/// </summary>
internal sealed class ScheduleTicker(
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    IOptions<JobEngineOptions> options,
    TimeProvider time,
    ILogger<ScheduleTicker> log
) : BackgroundService
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1); // later than that, a run counts as missed

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Work)
            return;
        for (ulong looks = 0; !stoppingToken.IsCancellationRequested; looks++)
        {
            var wait = Backoff.Spread(options.Value.Sweep, looks);
            try
            {
                wait = await TickAllAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (Outage.Is(problem))
            {
                log.LogDebug(problem, "The database is away; schedules wait.");
            }
            catch (Exception problem)
            {
                log.LogError(problem, "The schedules could not be looked at; the next look tries again.");
            }
            await Task.Delay(wait, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <returns>How long the next look can wait.</returns>
    private async Task<TimeSpan> TickAllAsync(TimeSpan longest, CancellationToken cancel)
    {
        while (true)
        {
            var (now, next) = await ScheduleRows.OutlookAsync(database, cancel);
            if (now && await TickAsync(cancel))
                continue;
            // One that is due and still there is locked by somebody: not a reason to spin.
            return next < longest ? TimeSpan.FromSeconds(Math.Max(next.Value.TotalSeconds, 0.02)) : longest;
        }
    }

    /// <returns>Whether there was something to do.</returns>
    private async Task<bool> TickAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var bound = new NpgsqlCommand($"select {Bounds.Silence}", connection, transaction))
            await bound.ExecuteNonQueryAsync(cancel);
        var rows = new ScheduleRows(transaction);
        if (await rows.LockDueAsync(cancel) is { } due)
            await DecideAsync(rows, due.Schedule, due.Now, cancel);
        else if (await rows.LockWaitingAsync(cancel) is not { } waiting)
            return false;
        else if (await rows.NextWaitingAsync(waiting, cancel) is { } since)
            await rows.SettleAsync(waiting, since, await StartAsync(transaction, waiting, cancel), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task DecideAsync(ScheduleRows rows, Schedule schedule, DateTimeOffset now, CancellationToken cancel)
    {
        var (first, latest, next) = (schedule.NextDue!.Value, schedule.NextDue.Value, (DateTimeOffset?)null);
        while ((next = schedule.Plan.Next(latest)) <= now)
            latest = next.Value;
        await rows.MoveOnAsync(schedule, next, cancel);
        var missed = now - latest > Late && schedule.Plan.Missed is MissedRuns.Skip;
        if (first < latest)
            await rows.RecordAsync(
                schedule,
                first,
                RunOutcome.Missed,
                "No node was running then, nor at later times.",
                cancel
            );
        if (missed)
            await rows.RecordAsync(schedule, latest, RunOutcome.Missed, "No node was running then.", cancel);
        else if (schedule.Plan.Overlap is Overlap.Allow || !await rows.IsUnfinishedAsync(schedule, cancel))
        {
            if (await rows.RecordAsync(schedule, latest, RunOutcome.Waiting, null, cancel))
                await rows.SettleAsync(schedule, latest, await StartAsync(rows.Transaction, schedule, cancel), cancel);
        }
        else if (
            schedule.Plan.Overlap is Overlap.Queue
            && await rows.CountWaitingAsync(schedule, cancel) < ScheduleRows.MostWaiting
        )
            await rows.RecordAsync(schedule, latest, RunOutcome.Waiting, null, cancel);
        else
            await rows.RecordAsync(
                schedule,
                latest,
                RunOutcome.Skipped,
                "The work of an earlier time was not done.",
                cancel
            );
    }

    private async Task<ScheduledStart> StartAsync(
        NpgsqlTransaction transaction,
        Schedule schedule,
        CancellationToken cancel
    )
    {
        await transaction.SaveAsync("start", cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<IScheduledWork>();
            var started = await work.StartAsync(transaction, schedule, cancel);
            if (started.Refusal is not null)
                await transaction.RollbackAsync("start", cancel);
            return started;
        }
        catch (Exception problem) when (!Outage.Is(problem) && !cancel.IsCancellationRequested)
        {
            // It must not come back at every look: this time is over, the next one tries anew.
            log.LogError(problem, "The schedule {Schedule} could not start its work.", schedule.Id);
            await transaction.RollbackAsync("start", cancel);
            return new(null, null, "Something went wrong on our side.");
        }
    }
}
