using System.Collections.Concurrent;
using Atelier.JobEngine;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Jobs;

/// <param name="Do">succeed, fail, wait until cancelled, or fail once and wait then.</param>
public sealed record Errand(string Do) : IJobPayload
{
    public static string Kind => "test.errand.v1";
}

public sealed class ErrandHandler : IJobHandler<Errand>
{
    private static readonly ConcurrentDictionary<Guid, bool> Failed = new();

    public async Task<object?> RunAsync(Errand payload, JobRun run, CancellationToken cancel)
    {
        run.Report(0.25, "on my way");
        await run.StepAsync("pack", _ => Task.FromResult(1));
        if (payload.Do == "wait" || (payload.Do == "fail once" && !Failed.TryAdd(run.PublicId, true)))
            await Task.Delay(Timeout.Infinite, cancel);
        return payload.Do is "fail" or "fail once"
            ? throw new JobFailure("errand.lost", "The errand got lost.", retryable: false)
            : new { BookId = "b1" };
    }
}

/// <summary>A studio with one kind of job that does as it is told.</summary>
public class JobStudio : StudioFactory
{
    public async Task<Guid> EnqueueAsync(
        Person owner,
        string what,
        Guid? project = null,
        string? key = null,
        DateTimeOffset? runAt = null
    )
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var jobs = Services.GetRequiredService<JobClient>();
        var options = new JobOptions(owner.Id, project, key, RunAt: runAt);
        var ticket = await jobs.EnqueueAsync(transaction, new Errand(what), options);
        await transaction.CommitAsync();
        return ticket.PublicId;
    }

    internal override void Adjust(WebApplicationBuilder builder) =>
        builder.Services.AddJobHandler<Errand, ErrandHandler>("errands");
}
