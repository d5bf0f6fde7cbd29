using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Identity.Contracts;
using Atelier.JobEngine.Schedules;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

public sealed record CreateScheduleRequest
{
    [Required, StringLength(120)]
    public required string Name { get; init; }

    /// <summary>What is ordered: book.</summary>
    [Required, StringLength(40)]
    public required string Kind { get; init; }

    /// <summary>What is ordered each time, as a request for one such work.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>Minute, hour, day of month, month, day of week: 0 7 * * MON-FRI.</summary>
    [StringLength(200)]
    public string? Cron { get; init; }

    /// <summary>The place whose clocks count, such as Europe/Berlin; UTC when absent.</summary>
    [StringLength(60), RegularExpression("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", ErrorMessage = "This is no time zone.")]
    public string? TimeZone { get; init; }

    /// <summary>Once, instead of a cron expression.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>For a time that came while no node was running: skip it, or run once afterwards.</summary>
    public MissedRuns Missed { get; init; }

    /// <summary>While the work of an earlier time is not done: skip, queue behind it, or allow both at once.</summary>
    public Overlap Overlap { get; init; }

    public bool Paused { get; init; }
}

/// <summary>Orders one work whenever it is due.</summary>
internal static class CreateSchedule
{
    private const int Most = 100; // of one person

    public static async Task<Results<Created<ScheduleView>, ProblemHttpResult>> Post(
        CreateScheduleRequest request,
        CurrentUser user,
        SchedulePlans plans,
        JobSchedules schedules,
        CancellationToken cancel
    )
    {
        var asked = new SchedulePlan(
            request.Name,
            request.Kind,
            request.Request,
            request.Cron,
            request.Cron is null ? null : request.TimeZone ?? "UTC",
            request.At,
            request.Missed,
            request.Overlap,
            request.Paused
        );
        var (plan, refusal) = await plans.CheckAsync(asked, newTime: true, user, cancel);
        if (plan is null)
            return refusal!.ToHttp();
        return await schedules.CreateAsync(user.Id, plan, Most, cancel) is { } created
            ? TypedResults.Created($"/api/v1/schedules/{created.Id}", ScheduleView.Of(created))
            : Problem.Conflict("too_many_schedules", $"A person has at most {Most} schedules.").ToHttp();
    }
}
