using Atelier.Identity.Contracts;
using Atelier.JobEngine.Schedules;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Schedules;

/// <summary>The caller's schedules, newest first.</summary>
internal static class ListSchedules
{
    public static async Task<Results<Ok<Page<ScheduleView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser user,
        JobSchedules schedules,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await schedules.ListAsync(user.Id, after, page.Take, cancel);
        return TypedResults.Ok(page.Of([.. rows.Select(ScheduleView.Of)], schedule => schedule.Id));
    }
}
