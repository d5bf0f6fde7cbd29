using System.Diagnostics;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Several nodes of our engine: one dies, one freezes, one is told to stop by another, one shares its slots.</summary>
internal sealed class Cluster(FreshDatabases fresh)
{
    public const string Name = "Atelier";
    public const string Killed = "node killed under 100 jobs: all run elsewhere after s";
    public const string Frozen = "node stopped by SIGSTOP under 100 jobs: all run elsewhere after s";
    public const string Cancel = "cancelled from another process: the token fires after ms, p99 of 200";
    public const string Turns = "ten others behind 1,000 jobs: the last one waits, in durations of a job";

    private const int Jobs = 100;
    private const int Forever = 600_000;
    private const int Duration = 50;

    public async Task<List<Measurement>> MeasureAsync() =>
        [
            new(Name, Killed, await LostAsync("KILL")),
            new(Name, Frozen, await LostAsync("STOP")),
            new(Name, Cancel, await CancelAsync()),
            new(Name, Turns, await TurnsAsync()),
        ];

    private async Task<double> LostAsync(string signal)
    {
        var address = await fresh.CreateAsync();
        await using var database = NpgsqlDataSource.Create(address.ConnectionString);
        await using var client = await StartAsync(address, slots: 0);
        await client.AskAsync($"hold 1 0 {Jobs} {Forever}");
        await using var first = await StartAsync(address, Jobs);
        await UntilRunningAsync(database, first);
        await using var second = await StartAsync(address, Jobs);
        await Task.Delay(TimeSpan.FromSeconds(3)); // both beat
        var lost = Stopwatch.GetTimestamp();
        await first.SignalAsync(signal);
        await UntilRunningAsync(database, second);
        return Stopwatch.GetElapsedTime(lost).TotalSeconds;
    }

    private async Task<double> CancelAsync()
    {
        var address = await fresh.CreateAsync();
        await using var database = NpgsqlDataSource.Create(address.ConnectionString);
        await using var client = await StartAsync(address, slots: 0);
        await client.AskAsync($"hold 1 0 {2 * Jobs} {Forever}");
        await using var node = await StartAsync(address, 2 * Jobs);
        await UntilRunningAsync(database, node, 2 * Jobs);
        var asked = (await client.AskAsync("cancel")).Took!;
        await UntilRunningAsync(database, node, 0);
        var fired = (await node.AskAsync("stopped")).Took!;
        return fired.Zip(asked, (end, begin) => end - begin).Order().ElementAt(2 * Jobs * 99 / 100);
    }

    private async Task<double> TurnsAsync()
    {
        const int Others = 10;
        var address = await fresh.CreateAsync();
        await using var database = NpgsqlDataSource.Create(address.ConnectionString);
        await using var client = await StartAsync(address, slots: 0);
        await using var node = await StartAsync(address, Others);
        await client.AskAsync($"hold 1 0 1000 {Duration}");
        await Task.Delay(10 * Duration);
        var queued = new List<double>();
        for (var other = 0; other < Others; other++)
            queued.AddRange((await client.AskAsync($"hold {other + 2} {1000 + other} 1 {Duration}")).Took!);
        double[] began;
        do
        {
            await Task.Delay(Duration);
            began = (await node.AskAsync("began")).Took!;
        } while (began.Length < 1000 + Others);
        return began[1000..].Zip(queued, (end, begin) => end - begin).Max() / Duration;
    }

    private static async Task<EngineProcess> StartAsync(NpgsqlConnectionStringBuilder address, int slots)
    {
        var process = EngineProcess.Start(
            EngineSpec.OwnEngine(Name, slots, ahead: 0),
            FreshDatabases.Url(address),
            Redis.Port
        );
        await process.AskAsync("began"); // it answers when it is up
        return process;
    }

    private static async Task UntilRunningAsync(NpgsqlDataSource database, EngineProcess node, int jobs = Jobs)
    {
        await using var count = database.CreateCommand(
            """
            select count(*) from jobs.job j join jobs.node n on n.id = j.node_id
            where j.state = 2 and split_part(n.name, ':', 2)::int = $1
            """
        );
        count.Parameters.Add(new() { Value = node.Id });
        while ((long)(await count.ExecuteScalarAsync())! != jobs)
            await Task.Delay(5);
    }
}
