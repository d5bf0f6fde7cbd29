using Atelier.JobEngine.Schedules;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;

namespace Atelier.Jobs.Schedules;

/// <summary>Works ordered by the clock.</summary>
internal static class ScheduleRoutes
{
    public static void AddSchedules(this IServiceCollection services)
    {
        services.AddScoped<IScheduledWork, StartScheduledWork>();
        services.AddScoped<SchedulePlans>();
        services.AddSingleton<ScheduleOwners>();
    }

    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapPost("/", CreateSchedule.Post).Idempotent().ProducesProblem(409);
        schedules.MapGet("/", ListSchedules.Get);
        var schedule = schedules.MapGroup("/{scheduleId:guid}").RequireOwner<ScheduleOwners>("scheduleId", "schedule");
        schedule.MapGet("/", GetSchedule.Get);
        schedule.MapPatch("/", ChangeSchedule.Patch);
        schedule.MapDelete("/", DeleteSchedule.Delete);
        schedule.MapGet("/runs", ListScheduleRuns.Get);
    }
}
