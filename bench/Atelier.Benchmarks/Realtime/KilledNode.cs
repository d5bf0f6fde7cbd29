using System.Globalization;

namespace Atelier.Benchmarks.Realtime;

/// <summary>Many clients on one node, half of them following a job and half a person; the node is killed.</summary>
internal static class KilledNode
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(3);

    public static async Task<string> RunAsync(Stage stage, int size)
    {
        var (survivor, person) = await Studio.StartAsync(stage);
        var victim = await stage.StudioAsync("web");
        var job = await survivor.OrderAsync($"job {person.Id}");
        var followers = Enumerable
            .Range(0, size)
            .Select(i => new Follower(
                i % 2 == 0 ? $"job:{job}" : $"user:{person.Id}",
                TimeSpan.FromMilliseconds(2000.0 * i / size)
            ))
            .ToList();
        RealtimeBenchmark.Note("a killed node: all come");
        var clients = new List<Client>();
        foreach (var some in followers.Chunk(50))
            clients.AddRange(await Task.WhenAll(some.Select(one => one.FollowAsync(person.At(victim)))));
        await Task.Delay(While);

        RealtimeBenchmark.Note("a killed node: all come back");
        await victim.KillAsync();
        clients.AddRange(await Task.WhenAll(followers.Select(one => one.ComeBackAsync(person.At(survivor)))));
        var known = followers.ConvertAll(one => one.Seq);
        await Task.Delay(While);
        var goOn = followers.Where((one, i) => one.Seq > known[i]).Count();
        foreach (var client in clients)
            await client.DisposeAsync();
        return Report(followers, goOn);
    }

    private static string Report(List<Follower> followers, int goOn)
    {
        var jobs = followers.Where(one => one.IsJob).ToList();
        var people = followers.Where(one => !one.IsJob).ToList();
        var away = followers.Select(one => one.Away.TotalSeconds).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ## A killed node

            | {followers.Count} clients, which each wait up to 2 s of their own | |
            |---|---|
            | back on the other node, median / last (aim 8 s) | {away.At(0.5):F2} s / {away[^1]:F2} s |
            | went on to hear what happens | {goOn} |
            | following a job ({jobs.Count}): events skipped / repeated | {jobs.Sum(one => one.Skipped)} / {jobs.Sum(
                one => one.Repeated
            )} |
            | following a person ({people.Count}): were given a snapshot, once | {people.Count(one =>
                one.Snapshots == 1
            )} |
            | following a person: events skipped / repeated | {people.Sum(one => one.Skipped)} / {people.Sum(one =>
                one.Repeated
            )} |

            """
        );
    }
}
