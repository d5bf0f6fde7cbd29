using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Adding, draining and picking up: the same for every engine.</summary>
internal sealed class Throughput(FreshDatabases fresh, Redis redis, int count)
{
    public const string One = "add one by one in the caller's transaction, jobs/s";
    public const string Many = "add in bulk, jobs/s";
    public const string Drain = "drain, jobs/s";
    public const string P50 = "pick-up when idle, p50 ms";
    public const string P99 = "pick-up when idle, p99 ms";
    public const string Wal = "WAL of a drained job, bytes";
    public const string Cpu = "server CPU of a drained job, µs";

    private const string Bare = "PostgreSQL, bare statements";
    private const int Pickups = 200;

    /// <summary>How many times as many jobs as are measured come first. Ours is at its speed after three to five.</summary>
    private const int WarmUps = 5;

    /// <summary>The wait before the next pick-up, ms: 20 to 49, the same for every engine.</summary>
    public static int Apart(int pickup) => 20 + pickup * 7 % 30;

    public async Task<List<Measurement>> MeasureAsync(EngineSpec engine, IReadOnlySet<string> measures)
    {
        var found = new List<Measurement>();
        var address = await fresh.CreateAsync();
        await using var database = NpgsqlDataSource.Create(address.ConnectionString);
        var meter = await Meter.CreateAsync(database, redis.Id);
        await using var process = EngineProcess.Start(engine, FreshDatabases.Url(address), Redis.Port);
        var jobs = engine.MostJobs ?? count;
        // From all alike: what is compiled at run time is compiled then. One that does a handful a second need not.
        for (var time = 0; time < (engine.MostJobs is null ? WarmUps : 1); time++)
        {
            await process.AskAsync("empty");
            await process.AskAsync($"addMany {jobs}");
            await process.AskAsync($"drain {jobs}");
        }
        if (!engine.DrainOnly && measures.Contains("add"))
        {
            await process.AskAsync($"addOneByOne 300");
            await process.AskAsync("empty");
            await RateAsync(One, "addOneByOne", jobs / 5); // each waits for the disk
            await process.AskAsync("empty");
        }
        await process.AskAsync("empty");
        if (!engine.DrainOnly && measures.Contains("add"))
            await RateAsync(Many, "addMany", jobs);
        else
            await process.AskAsync($"addMany {jobs}");
        if (measures.Contains("drain"))
        {
            var (cost, drained) = await RateAsync(Drain, "drain", jobs);
            if (!engine.UsesRedis)
                found.Add(new(engine.Name, Wal, (double)cost.Wal / drained));
            found.Add(new(engine.Name, Cpu, cost.Server * 1_000_000 / drained));
        }
        await process.AskAsync("empty");
        if (!engine.DrainOnly && measures.Contains("pickup"))
        {
            await PickupAsync(engine.Name, "pickup");
            if (engine.Key == EngineSpec.Own)
                await PickupAsync(Bare, "bare");
        }
        return found;

        async Task PickupAsync(string name, string command)
        {
            var took = (await process.AskAsync($"{command} {Pickups}")).Took!.Order().ToArray();
            found.Add(new(name, P50, took[Pickups / 2]));
            found.Add(new(name, P99, took[Pickups * 99 / 100]));
        }

        async Task<(Cost Cost, int Done)> RateAsync(string what, string command, int asked)
        {
            Answer answer = new();
            var cost = await meter.MeasureAsync(
                process.Id,
                async () => answer = await process.AskAsync($"{command} {asked}")
            );
            var done = answer.Jobs ?? asked;
            found.Add(new(engine.Name, what, done / answer.Seconds, cost.Foreign));
            return (cost, done);
        }
    }
}
