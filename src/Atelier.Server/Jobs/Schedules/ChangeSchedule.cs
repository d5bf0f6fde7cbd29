using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Identity.Contracts;
using Atelier.JobEngine.Schedules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

/// <summary>What is absent stays as it is. A cron expression takes the place of a single time, and the other way round.</summary>
public sealed record ChangeScheduleRequest
{
    [StringLength(120, MinimumLength = 1)]
    public string? Name { get; init; }

    public JsonElement? Request { get; init; }

    [StringLength(200)]
    public string? Cron { get; init; }

    [StringLength(60), RegularExpression("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", ErrorMessage = "This is no time zone.")]
    public string? TimeZone { get; init; }

    public DateTimeOffset? At { get; init; }

    public MissedRuns? Missed { get; init; }

    public Overlap? Overlap { get; init; }

    public bool? Paused { get; init; }
}

/// <summary>Changes, pauses or resumes a schedule. Times that came while it was paused are not made up for.</summary>
internal static class ChangeSchedule
{
    public static async Task<Results<Ok<ScheduleView>, ProblemHttpResult>> Patch(
        Guid scheduleId,
        ChangeScheduleRequest request,
        CurrentUser user,
        SchedulePlans plans,
        JobSchedules schedules,
        CancellationToken cancel
    )
    {
        if (await schedules.GetAsync(scheduleId, cancel) is not { Plan: var now })
            return GetSchedule.Gone.ToHttp();
        var cron = request.Cron ?? (request.At is null ? now.Cron : null);
        var asked = now with
        {
            Name = request.Name ?? now.Name,
            Request = request.Request ?? now.Request,
            Cron = cron,
            TimeZone = cron is null ? null : request.TimeZone ?? now.TimeZone ?? "UTC",
            At = request.At ?? (request.Cron is null ? now.At : null),
            Missed = request.Missed ?? now.Missed,
            Overlap = request.Overlap ?? now.Overlap,
            Paused = request.Paused ?? now.Paused,
        };
        var newTime = (asked.Cron, asked.TimeZone, asked.At) != (now.Cron, now.TimeZone, now.At);
        var (plan, refusal) = await plans.CheckAsync(asked, newTime, user, cancel);
        if (plan is null)
            return refusal!.ToHttp();
        return await schedules.ChangeAsync(scheduleId, plan, cancel) is { } changed
            ? TypedResults.Ok(ScheduleView.Of(changed))
            : GetSchedule.Gone.ToHttp();
    }
}
