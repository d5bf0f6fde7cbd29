using Atelier.JobEngine;
using Atelier.Platform.PersonalData;
using Npgsql;

namespace Atelier.Jobs;

/// <summary>A person's jobs. Those that run are told to stop, and forgotten when they have.</summary>
internal sealed class JobsPersonalData(JobClient jobs) : IPersonalData
{
    private const int PageSize = 100;

    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var all = new List<JobView>();
        IReadOnlyList<JobSummary> page;
        Guid? before = null;
        do
        {
            page = await jobs.ListAsync(new JobFilter(person, null, null, null, before, PageSize), cancel);
            all.AddRange(page.Select(job => new JobView(job)));
            before = page.Count > 0 ? page[^1].Id : null;
        } while (page.Count == PageSize);
        await archive.AddJsonAsync("jobs.json", all, cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await JobClient.CancelAllAsync(transaction, person, cancel);
        var options = new JobOptions(Guid.Empty, MaxAttempts: 50);
        await jobs.EnqueueAsync(transaction, new ForgetJobs(person), options, cancel);
    }
}

internal sealed record ForgetJobs(Guid Person) : IJobPayload
{
    public static string Kind => "jobs.forget_jobs.v1";
}

internal sealed class ForgetJobsHandler(JobClient jobs) : IJobHandler<ForgetJobs>
{
    public async Task<object?> RunAsync(ForgetJobs payload, JobRun run, CancellationToken cancel) =>
        await jobs.DeleteAllAsync(payload.Person, cancel) == 0
            ? null
            : throw new JobFailure("jobs_unfinished", "Some jobs of the person have not stopped yet.");
}
