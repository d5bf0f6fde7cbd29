using System.Globalization;
using Atelier.Benchmarks.Chaos.Faults;
using Atelier.Benchmarks.Chaos.Judging;
using Atelier.Benchmarks.Chaos.Nodes;
using Atelier.Benchmarks.Chaos.Writing;

namespace Atelier.Benchmarks.Chaos;

/// <summary>
/// Three nodes and twenty writers on one PostgreSQL while something breaks every few seconds; afterwards the database
/// itself is asked whether anything was lost, done twice or left lying.
/// </summary>
internal static class ChaosBenchmark
{
    private const int Writers = 20;

    public static async Task<int> RunAsync(string[] arguments, TimeProvider time)
    {
        if (Read(arguments) is not var (length, seed))
        {
            await Console.Error.WriteLineAsync("usage: ./atelier bench chaos [--minutes N] [--seed N]");
            return 2;
        }
        var scratch = Directory.CreateTempSubdirectory("atelier-chaos-").FullName;
        try
        {
            await using var database = await ChaosDatabase.StartAsync(scratch);
            await using var cluster = await Cluster.StartAsync(database);
            await using var sampler = new Sampler(database, time);
            var plan = FaultPlan.Draw(seed, length, Cluster.Size);
            var ledgers = Enumerable.Range(0, Writers).Select(_ => new Ledger()).ToList();
            var faults = new FaultRunner(database, cluster, time);
            using (var writing = new CancellationTokenSource())
            {
                var writers = ledgers.Select(
                    (ledger, n) => new Writer(cluster.Client, ledger, sampler, seed + n).RunAsync(writing.Token)
                );
                var all = Task.WhenAll(writers.ToList());
                await faults.RunAsync(plan, length, all);
                // A pause after the last fault must not be one because nothing was left to do.
                await Task.WhenAll(faults.HealAsync(), Task.Delay(Recoveries.Longest, time));
                await writing.CancelAsync();
                await all;
            }
            var drained = await Drain.RunAsync(database, cluster.Client, ledgers, time);
            await sampler.StopAsync();
            var checks = await Verdict.JudgeAsync(database, ledgers, sampler);
            var recoveries = await Recoveries.MeasureAsync(database, faults.Happened, faults.Outages);
            var report = new ChaosReport(
                seed,
                length,
                drained,
                faults.Outages,
                ledgers,
                sampler,
                [.. checks, recoveries.Check],
                recoveries
            );
            Console.WriteLine(report.ToMarkdown());
            return report.IsClean ? 0 : 1;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static (TimeSpan Length, int Seed)? Read(string[] arguments)
    {
        var (minutes, seed) = (10.0, 1);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var understood = arguments[i] switch
            {
                "--minutes" => double.TryParse(value, CultureInfo.InvariantCulture, out minutes),
                "--seed" => int.TryParse(value, CultureInfo.InvariantCulture, out seed),
                _ => false,
            };
            if (!understood || minutes is not (> 0 and <= 60))
                return null;
        }
        return (TimeSpan.FromMinutes(minutes), seed);
    }
}
