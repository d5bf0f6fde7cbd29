using System.Text.Json;
using Atelier.Identity.Contracts;
using Atelier.JobEngine.Schedules;
using Atelier.Jobs.Batches;
using Atelier.Platform.Errors;

namespace Atelier.Jobs.Schedules;

/// <summary>Judges what is to be scheduled: by the clock, and by the rules of the work itself.</summary>
internal sealed class SchedulePlans(BatchDesk desk, JobSchedules schedules)
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366 * 5);

    /// <returns>The plan as it is kept, or why it cannot be.</returns>
    public async Task<(SchedulePlan? Plan, Problem? Refusal)> CheckAsync(
        SchedulePlan plan,
        bool newTime,
        CurrentUser user,
        CancellationToken cancel
    )
    {
        if (newTime && await TimeAsync(plan, cancel) is { } untimely)
            return (null, untimely);
        var (work, unknown) = desk.Find(plan.Kind, user);
        if (work is null)
            return (null, unknown);
        var (draft, _) = BatchDraft.Begin(work, defaults: null);
        draft!.Add(plan.Request);
        var problems = await draft.CheckAsync(user.Id, cancel);
        if (problems.Count == 0)
            return (plan with { Request = JsonSerializer.SerializeToElement(draft.Items[0]) }, null);
        var errors = problems
            .GroupBy(problem => $"request.{problem.Field}".TrimEnd('.'))
            .ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray());
        return (
            null,
            problems.Any(problem => problem.Forbidden)
                ? Problem.Forbidden() with
                {
                    Errors = errors,
                }
                : Problem.Invalid(errors)
        );
    }

    private async Task<Problem?> TimeAsync(SchedulePlan plan, CancellationToken cancel)
    {
        if (plan.Cron is null == plan.At is null)
            return Problem.Invalid("cron", "Give either a cron expression or a time, at.");
        if (plan.At is { } at)
        {
            var now = await schedules.NowAsync(cancel);
            return at <= now ? Problem.Invalid("at", "This time has passed.")
                : at > now + Farthest ? Problem.Invalid("at", "This is more than five years away.")
                : null;
        }
        if (!CronExpression.TryParse(plan.Cron!, out _))
            return Problem.Invalid(
                "cron",
                "This is no cron expression of five fields (minute, hour, day, month, weekday) that is ever due."
            );
        return TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone!, out var zone) && zone.HasIanaId
            ? null
            : Problem.Invalid("timeZone", "This is no time zone; its name is as in Europe/Berlin.");
    }
}
