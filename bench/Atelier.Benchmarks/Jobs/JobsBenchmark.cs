using Atelier.Platform;
using Atelier.Platform.Database.Postgres;

namespace Atelier.Benchmarks.Jobs;

/// <summary>
/// Jobs that do nothing, through our .NET worker and through the engines people use today: one producer and one worker
/// process each, on the same PostgreSQL with synchronous commits, in turn.
/// </summary>
internal static class JobsBenchmark
{
    public static async Task<int> RunAsync(JobsPlan plan)
    {
        var repository = Environment.CurrentDirectory;
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-");
        using var interruption = new Interruption();
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(
                new(PacksFolder.Find()!, Path.Combine(scratch.FullName, "postgres")),
                CancellationToken.None
            );
            using var redis = new Redis();
            var measuring = MeasureAsync(plan, repository, postgres.ConnectionString, redis);
            if (await Task.WhenAny(measuring, interruption.Happened) != measuring)
                return 130; // PostgreSQL and Redis end with their owner, and the engines when nobody talks to them
            Console.WriteLine(JobsReport.ToMarkdown(plan, await measuring));
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<List<Measurement>> MeasureAsync(
        JobsPlan plan,
        string repository,
        string server,
        Redis redis
    )
    {
        var fresh = new FreshDatabases(server);
        var throughput = new Throughput(fresh, redis, plan.Count);
        var found = new List<Measurement>();
        var scale = new Scale(fresh, plan.Count);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            if (plan.Has("add", "drain", "pickup"))
                // One that does a handful of jobs a second is timed once.
                foreach (
                    var engine in EngineSpec
                        .All(repository)
                        .Where(one => plan.Has(one) && (round == 1 || one.MostJobs is null))
                )
                    await AddAsync(engine.Name, () => throughput.MeasureAsync(engine, plan.Measures));
            if (plan.Has("history"))
                await AddAsync("history", scale.HistoryAsync);
            if (plan.Has("queue"))
                await AddAsync("queue", scale.QueueAsync);
            if (plan.Has("nodes"))
                await AddAsync("nodes", new Cluster(fresh).MeasureAsync);

            async Task AddAsync(string what, Func<Task<List<Measurement>>> measure)
            {
                Console.Error.WriteLine($"round {round} of {plan.Rounds}: {what}");
                found.AddRange(await measure());
            }
        }
        if (plan.Has("snapshot"))
            found.AddRange(await scale.SnapshotAsync());
        return found;
    }
}
