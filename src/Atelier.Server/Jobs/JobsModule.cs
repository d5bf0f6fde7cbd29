using Atelier.JobEngine;
using Atelier.Jobs.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Jobs.Schedules;
using Atelier.Jobs.Tasks;
using Atelier.Platform;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.Extensions.Options;

namespace Atelier.Jobs;

/// <summary>The engine in this process, and a person's jobs over HTTP. States: docs/states/job.md.</summary>
internal static class JobsModule
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => new NodeFacts(Version, Studio(provider).Role));
        services.AddJobEngine();
        services
            .AddOptions<JobEngineOptions>()
            .BindConfiguration(JobEngineOptions.Section)
            .Configure<IOptions<StudioOptions>>((jobs, studio) => jobs.Work = studio.Value.RunsJobs)
            .ValidateOnStart();
        services.AddSingleton<JobOwners>();
        services.AddScoped<IPersonalData, JobsPersonalData>();
        services.AddSingleton<IAssetReferences, JobAssets>();
        services.AddSingleton<IStartStep, WorkFolderSweep>();
        services.AddJobHandler<ForgetJobs, ForgetJobsHandler>();
        services.AddBatches();
        services.AddSchedules();
        services.AddTasks();
    }

    private static string Version => typeof(JobsModule).Assembly.GetName().Version!.ToString(fieldCount: 3);

    private static StudioOptions Studio(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StudioOptions>>().Value;

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapPost("/", CreateJob.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        jobs.MapGet("/", ListJobs.Get);
        jobs.MapGet("/stats", GetJobStats.Get);
        var job = jobs.MapGroup("/{jobId:guid}").RequireOwner<JobOwners>("jobId", "job");
        job.MapGet("/", GetJob.Get);
        job.MapDelete("/", DeleteJob.Delete).ProducesProblem(409);
        job.MapPost("/cancel", CancelJob.Post).ProducesProblem(409);
        job.MapPost("/retry", RetryJob.Post).ProducesProblem(409);
        job.MapGet("/events", ListJobEvents.Get);
        api.MapBatches();
        api.MapSchedules();
        api.MapTasks();
    }
}
