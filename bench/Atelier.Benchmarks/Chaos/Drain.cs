using Atelier.Benchmarks.Chaos.Writing;
using Atelier.JobEngine;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Benchmarks.Chaos;

/// <summary>The time after the last fault, until nothing is left to do.</summary>
internal static class Drain
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const string Failed = "select coalesce(array_agg(public_id), '{}') from jobs.job where state = 5";

    /// <returns>How long it took; what is unfinished after the longest time counts as stuck.</returns>
    public static async Task<TimeSpan> RunAsync(
        ChaosDatabase database,
        IServiceProvider services,
        IReadOnlyList<Ledger> ledgers,
        TimeProvider time
    )
    {
        var begun = time.GetTimestamp();
        var jobs = services.GetRequiredService<JobClient>();
        while (time.GetElapsedTime(begun) < Longest)
        {
            var failed = await database.ScalarAsync<Guid[]>(Failed) ?? [];
            foreach (var job in failed)
                await RetryAsync(jobs, job, ledgers);
            if (failed.Length == 0 && await database.ScalarAsync<long>(Sampler.UnfinishedSql) == 0)
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(200), time);
        }
        return time.GetElapsedTime(begun);
    }

    private static async Task RetryAsync(JobClient jobs, Guid job, IReadOnlyList<Ledger> ledgers)
    {
        if (ledgers.FirstOrDefault(one => one.Promises.ContainsKey(job)) is not { } ledger)
            return;
        await jobs.RetryAsync(job);
        ledger.Retried++;
        if (ledger.Promises[job] is Promise.IsCancelled)
            return; // it should never have failed, and the verdict says so
        ledger.Set(job, ledger.Promises[job] is Promise.Unknown ? Promise.Unknown : Promise.Succeeds);
    }
}
