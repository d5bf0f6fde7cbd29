using Atelier.JobEngine.Schedules;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

internal static class GetSchedule
{
    public static async Task<Results<Ok<ScheduleView>, ProblemHttpResult>> Get(
        Guid scheduleId,
        JobSchedules schedules,
        CancellationToken cancel
    ) =>
        await schedules.GetAsync(scheduleId, cancel) is { } schedule
            ? TypedResults.Ok(ScheduleView.Of(schedule))
            : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("schedule_not_found", "There is no such schedule.");
}
