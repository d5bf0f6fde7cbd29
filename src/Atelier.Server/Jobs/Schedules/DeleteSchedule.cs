using Atelier.JobEngine.Schedules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

/// <summary>What it ordered stays.</summary>
internal static class DeleteSchedule
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid scheduleId,
        JobSchedules schedules,
        CancellationToken cancel
    ) => await schedules.DeleteAsync(scheduleId, cancel) ? TypedResults.NoContent() : GetSchedule.Gone.ToHttp();
}
