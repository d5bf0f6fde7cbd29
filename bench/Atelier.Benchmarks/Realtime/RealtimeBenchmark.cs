using System.Diagnostics;
using System.Runtime.InteropServices;
using Atelier.Benchmarks.Realtime.Servers;
using Atelier.Platform;
using Atelier.Platform.Database.Postgres;

namespace Atelier.Benchmarks.Realtime;

/// <summary>
/// Live updates of the studio against bare SignalR and bare Node `ws`, all in one run with one load client: how many
/// deliveries a second, how late, at what memory; what a frozen client costs, and a killed node.
/// </summary>
internal static class RealtimeBenchmark
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5); // for each part
    private static readonly Stopwatch Watch = Stopwatch.StartNew();

    /// <summary>A child process of the benchmark.</summary>
    public static Task<int> ServeAsync(string[] args) =>
        args is ["signalr", var address] ? SignalRServer.RunAsync(address) : StudioServer.RunAsync(args[1..]);

    /// <summary>Leaves nothing running behind, also when it is interrupted or takes too long.</summary>
    public static async Task<int> RunAsync(RealtimePlan plan)
    {
        using var stop = new CancellationTokenSource(Longest * plan.Parts.Count);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-");
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(
                new(PacksFolder.Find()!, Path.Combine(scratch.FullName, "postgres")),
                stop.Token
            );
            foreach (var part in plan.Parts)
            {
                await using var stage = new Stage(postgres.ConnectionString, Path.Combine(scratch.FullName, part));
                Console.WriteLine(await MeasureAsync(part, stage, plan).WaitAsync(stop.Token));
            }
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    public static void Note(string what) => Console.Error.WriteLine($"{Watch.Elapsed.TotalSeconds:F0} s: {what}");

    private static Task<string> MeasureAsync(string part, Stage stage, RealtimePlan plan) =>
        part switch
        {
            "rates" => Rates.RunAsync(stage, plan),
            "idle" => IdleSockets.RunAsync(stage, 2 * plan.Sockets),
            "frozen" => FrozenClient.RunAsync(stage, plan),
            _ => KilledNode.RunAsync(stage, plan.Sockets),
        };
}
