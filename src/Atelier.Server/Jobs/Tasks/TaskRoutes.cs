using Atelier.Identity.Contracts;
using Atelier.Platform.Http;

namespace Atelier.Jobs.Tasks;

/// <summary>All jobs for those who look after them, and everybody's own.</summary>
internal static class TaskRoutes
{
    /// <summary>Who may see people may see, cancel and retry their tasks, and what they run on.</summary>
    public const string Staff = "users:read";

    public static bool LooksAfterTasks(this CurrentUser user) => user.Has(Staff);

    public static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<TaskAudit>();
        services.AddSingleton<ChangeLane>();
    }

    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("/", ListTasks.Get).ProducesProblem(403);
        var task = tasks.MapGroup("/{taskId:guid}").RequireOwner<JobOwners>("taskId", "task", orScope: Staff);
        task.MapGet("/", GetTask.Get);
        task.MapPost("/cancel", CancelTask.Post).ProducesProblem(409);
        task.MapPost("/retry", RetryTask.Post).ProducesProblem(409);

        tasks.MapGet("/stats", GetTaskStats.Get);
        api.MapGet("/nodes", ListNodes.Get).WithTags("Tasks");
        tasks.MapGet("/lanes", ListLanes.Get);
        var lane = tasks.MapGroup("/lanes/{lane}");
        lane.MapPost("/pause", ChangeLane.Pause).ProducesProblem(404);
        lane.MapPost("/resume", ChangeLane.Resume).ProducesProblem(404);
        lane.MapPost("/drain", ChangeLane.Drain).ProducesProblem(404);
    }
}
