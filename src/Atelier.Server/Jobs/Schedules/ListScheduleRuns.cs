using Atelier.JobEngine.Schedules;
using Atelier.Jobs.Batches;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

/// <summary>The times a schedule was due and what became of them, newest first.</summary>
internal static class ListScheduleRuns
{
    public static async Task<Results<Ok<Page<ScheduleRunView>>, ProblemHttpResult>> Get(
        Guid scheduleId,
        [AsParameters] PageRequest page,
        JobSchedules schedules,
        BatchDesk desk,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<long>(out var ticks) is { } problem)
            return problem.ToHttp();
        if (await schedules.GetAsync(scheduleId, cancel) is not { } schedule)
            return GetSchedule.Gone.ToHttp();
        DateTimeOffset? before = ticks is { } since
            ? new DateTimeOffset(
                Math.Clamp(since, DateTimeOffset.UnixEpoch.Ticks, DateTimeOffset.MaxValue.Ticks),
                TimeSpan.Zero
            )
            : null;
        var runs = await schedules.RunsAsync(scheduleId, before, page.Take, cancel);
        var work = desk.Find(schedule.Plan.Kind).Work;
        var views = runs.Select(run => new ScheduleRunView(
            run.DueAt,
            run.Outcome,
            run.Note,
            run.WorkId,
            run.WorkId is { } id ? work?.PathOf(id) : null,
            run.JobId,
            run.At
        ));
        return TypedResults.Ok(page.Of([.. views], run => run.DueAt.UtcTicks));
    }
}
