using System.Globalization;

namespace Atelier.Benchmarks.Realtime.Servers;

/// <summary>What a server of this benchmark does when it is told to on stdin; each order is answered by "done".</summary>
internal static class Orders
{
    /// <param name="broadcast">Sends one event, and comes back when the next may follow.</param>
    /// <param name="more">Whatever else this server understands.</param>
    public static async Task FollowAsync(Func<int, ValueTask> broadcast, Func<string[], Task>? more = null)
    {
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = line.Split(' ');
            if (order[0] == "burst")
                for (var n = 0; n < Number(order[1]); n++)
                    await broadcast(n);
            else if (order[0] == "pace")
                await PaceAsync(Number(order[1]), Number(order[2]), broadcast);
            else if (order[0] == "collect")
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            else if (more is not null)
                await more(order);
            Console.WriteLine("done");
        }
    }

    private static async Task PaceAsync(int count, int milliseconds, Func<int, ValueTask> broadcast)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        for (var n = 0; n < count; n++)
        {
            await broadcast(n);
            await timer.WaitForNextTickAsync();
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
