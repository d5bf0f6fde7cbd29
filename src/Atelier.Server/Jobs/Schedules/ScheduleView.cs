using System.Text.Json;
using Atelier.JobEngine.Schedules;

namespace Atelier.Jobs.Schedules;

internal sealed record ScheduleView(
    Guid Id,
    string Name,
    string Kind,
    JsonElement Request,
    string? Cron,
    string? TimeZone,
    DateTimeOffset? At,
    MissedRuns Missed,
    Overlap Overlap,
    bool Paused,
    IReadOnlyList<DateTimeOffset> NextRuns,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    private const int MostShown = 5;

    public static ScheduleView Of(Schedule schedule)
    {
        var plan = schedule.Plan;
        return new(
            schedule.Id,
            plan.Name,
            plan.Kind,
            plan.Request,
            plan.Cron,
            plan.TimeZone,
            plan.At,
            plan.Missed,
            plan.Overlap,
            plan.Paused,
            [.. NextOf(schedule).Take(MostShown)],
            schedule.CreatedAt,
            schedule.UpdatedAt
        );
    }

    private static IEnumerable<DateTimeOffset> NextOf(Schedule schedule)
    {
        for (var next = schedule.NextDue; next is { } due; next = schedule.Plan.Next(due))
            yield return due;
    }
}

/// <param name="Work">Where the API shows what was ordered.</param>
internal sealed record ScheduleRunView(
    DateTimeOffset DueAt,
    RunOutcome Outcome,
    string? Note,
    Guid? WorkId,
    string? Work,
    Guid? JobId,
    DateTimeOffset At
);
