using System.Globalization;

namespace Atelier.Benchmarks.Realtime;

/// <summary>What one client that has stopped reading costs the others, who stay the same throughout.</summary>
internal static class FrozenClient
{
    private const int Burst = 300; // events
    private const int PairsEachRound = 4;

    public static async Task<string> RunAsync(Stage stage, RealtimePlan plan)
    {
        var studio = await Studio.StartAsync(stage);
        var filled = $"project:{await studio.Person.AddProjectAsync(studio.Server)}";
        var (server, without, with) = (studio.Server, new List<double>(), new List<double>());
        RealtimeBenchmark.Note("a frozen client");
        await using var crowd = await studio.GatherAsync(plan.Sockets);
        for (var warming = 0; warming < 3; warming++)
            await crowd.BurstAsync(server, Burst);
        for (var pair = 0; pair < plan.Rounds * PairsEachRound; pair++)
        {
            RealtimeBenchmark.Note($"a frozen client: pair {pair}");
            if (pair % 2 == 0)
                without.Add(await crowd.BurstAsync(server, Burst));
            with.Add(await BesideAFrozenOneAsync());
            if (pair % 2 == 1)
                without.Add(await crowd.BurstAsync(server, Burst));
        }
        RealtimeBenchmark.Note($"a frozen client: {with.Median():N0}/s beside it, {without.Median():N0}/s without");
        var cost = without.Zip(with, (free, beside) => 100 * (1 - beside / free)).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ## A frozen client

            {cost.Count} pairs of bursts to {plan.Sockets} clients: {without.Median():N0} deliveries/s without, {with.Median():N0} with a client
            that has joined and reads nothing. It costs the others {cost.Median():F1} % (middle half of the pairs: {cost.At(
                0.25
            ):F1} to {cost.At(0.75):F1} %; aim 2 % at most).

            """
        );

        async Task<double> BesideAFrozenOneAsync()
        {
            await using var frozen = await Client.ConnectAsync(studio.Address, isSignalR: true, smallWindow: true);
            await frozen.CallAsync("Subscribe", $"\"{filled}\",null");
            await frozen.CallAsync("Subscribe", $"\"{studio.Channel}\",null");
            await server.OrderAsync($"frozen {filled}");
            var rate = await crowd.BurstAsync(server, Burst);
            await server.OrderAsync("thawed");
            return rate;
        }
    }
}
