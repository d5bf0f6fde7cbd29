using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Our engine beside its own figures: with much history, with many waiting, under somebody's old snapshot.</summary>
internal sealed class Scale(FreshDatabases fresh, int count)
{
    public const string Plain = "Atelier, per job";
    public const string History = "Atelier, 1,000,000 finished before";
    public const string Queue = "Atelier, 2,000,000 queued";
    public const string Snapshot = "Atelier, at the end of a snapshot of 60 s";
    public const string ClaimP99 = "claim of ten, p99 ms";
    public const string Sustained = "added and drained at once, jobs/s";

    private const int Before = 15;
    private const int Held = 60;
    private const int Claims = 500;

    public async Task<List<Measurement>> HistoryAsync()
    {
        var found = new List<Measurement>();
        await using var process = await StartAsync(10);
        await process.AskAsync("empty");
        await process.AskAsync("finished 1000000");
        await DrainAsync(2_000);
        found.Add(new(History, Throughput.Drain, await DrainAsync(count)));
        return found;

        async Task<double> DrainAsync(int jobs)
        {
            await process.AskAsync($"addMany {jobs}");
            return jobs / (await process.AskAsync($"drain {jobs}")).Seconds;
        }
    }

    public async Task<List<Measurement>> QueueAsync()
    {
        var found = new List<Measurement>();
        foreach (var (name, jobs) in ((string, int)[])[(Plain, 3 * 10 * Claims), (Queue, 2_000_000)])
        {
            await using var process = await StartAsync(slots: 0);
            await process.AskAsync($"queue {jobs}");
            await process.AskAsync("claims 100");
            var took = (await process.AskAsync($"claims {Claims}")).Took!.Order().ToArray();
            found.Add(new(name, ClaimP99, took[Claims * 99 / 100]));
        }
        return found;
    }

    public async Task<List<Measurement>> SnapshotAsync()
    {
        var address = await fresh.CreateAsync();
        await using var process = EngineProcess.Start(
            EngineSpec.OwnEngine(Plain, 10, ahead: 0),
            FreshDatabases.Url(address),
            Redis.Port
        );
        await process.AskAsync("empty");
        var working = process.AskAsync($"sustain {Before + Held + 1}");
        await Task.Delay(TimeSpan.FromSeconds(Before));
        await using (var connection = new NpgsqlConnection(address.ConnectionString))
        {
            await connection.OpenAsync();
            await using var old = new NpgsqlCommand(
                "begin isolation level repeatable read; select count(*) from jobs.lane",
                connection
            );
            await old.ExecuteNonQueryAsync();
            await Task.Delay(TimeSpan.FromSeconds(Held));
        }
        var rates = (await working).Took!;
        return
        [
            new(Plain, Sustained, Middle(rates[5..Before])),
            new(Snapshot, Sustained, Middle(rates[(Before + Held - 10)..(Before + Held)])),
        ];
    }

    private async Task<EngineProcess> StartAsync(int slots) =>
        EngineProcess.Start(
            EngineSpec.OwnEngine(Plain, slots, ahead: 0),
            FreshDatabases.Url(await fresh.CreateAsync()),
            Redis.Port
        );

    private static double Middle(double[] some) => some.Order().ElementAt(some.Length / 2);
}
