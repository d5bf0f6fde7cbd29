using System.Text.Json;

namespace Atelier.JobEngine.Schedules;

/// <summary>What happens to a time that came while no node was running.</summary>
public enum MissedRuns
{
    Skip,
    RunOnce,
}

/// <summary>What happens when it is due again before the work of the last time is done.</summary>
public enum Overlap
{
    Skip,
    Queue,
    Allow,
}

/// <summary>What became of one time a schedule was due. See docs/states/schedule.md.</summary>
public enum RunOutcome
{
    Waiting,
    Started,
    Missed,
    Skipped,
    Refused,
}

/// <summary>What is ordered, and when. Either <see cref="Cron"/> with <see cref="TimeZone"/>, or <see cref="At"/>.</summary>
public sealed record SchedulePlan(
    string Name,
    string Kind,
    JsonElement Request,
    string? Cron,
    string? TimeZone,
    DateTimeOffset? At,
    MissedRuns Missed,
    Overlap Overlap,
    bool Paused
)
{
    /// <summary>The next time after a moment at which it is due; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        if (At is { } once)
            return once > after ? once : null;
        return
            CronExpression.TryParse(Cron ?? "", out var cron)
            && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var zone)
            ? new Recurrence(cron, zone).Next(after)
            : null;
    }
}

/// <param name="NextDue">Null while it is paused, and when it is never due again.</param>
public sealed record Schedule(
    Guid Id,
    Guid OwnerId,
    SchedulePlan Plan,
    DateTimeOffset? NextDue,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <param name="At">When it was decided what becomes of it.</param>
public sealed record ScheduleRun(
    DateTimeOffset DueAt,
    RunOutcome Outcome,
    string? Note,
    Guid? WorkId,
    Guid? JobId,
    DateTimeOffset At
);

/// <summary>Orders the work of a schedule that is due. It runs inside the transaction that records the run.</summary>
public interface IScheduledWork
{
    Task<ScheduledStart> StartAsync(Npgsql.NpgsqlTransaction transaction, Schedule schedule, CancellationToken cancel);
}

/// <param name="Refusal">Why it could not be ordered, in a sentence for its owner; null when it was.</param>
public sealed record ScheduledStart(Guid? WorkId, Guid? JobId, string? Refusal = null);
