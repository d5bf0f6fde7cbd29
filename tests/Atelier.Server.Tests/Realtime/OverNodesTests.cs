using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;
using Atelier.Realtime.Channels;
using Atelier.Realtime.Contracts;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Realtime;

/// <summary>Two studios on one database, and clients that go from one to the other.</summary>
public sealed class OverNodesTests(KiteStudio studio) : IClassFixture<KiteStudio>, IAsyncLifetime
{
    private Uri _other = null!;

    public async ValueTask InitializeAsync() => _other = await studio.OtherNodeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task F03_a_job_is_followed_on_another_node_without_a_gap_or_a_repetition()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "wait");
        await studio.ReachAsync(id, "step");
        var seqs = new List<int>();
        await using (var here = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken))
        {
            await here.SubscribeAsync($"job:{id}", after: 0);
            for (var i = 0; i < 2; i++)
                seqs.Add((await here.NextAsync()).Event["seq"]!.GetValue<int>());
        }

        await using var there = await EventsSocket.ConnectAsync(_other, person.AccessToken);
        var answer = await there.SubscribeAsync($"job:{id}", after: seqs[^1]);
        await person.PostAsync($"jobs/{id}/cancel");

        Assert.True(answer["recovered"]!.GetValue<bool>());
        JsonNode happened;
        do
        {
            (_, happened) = await there.NextAsync();
            seqs.Add(happened["seq"]!.GetValue<int>());
        } while (happened["type"]!.GetValue<string>() != "cancelled");
        Assert.Equal(Enumerable.Range(1, seqs.Count), seqs);
    }

    [Fact]
    public async Task F03_who_comes_to_another_node_is_shown_their_jobs_as_they_stand_and_hears_the_rest()
    {
        var person = await studio.RegisterAsync();
        var before = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(before, "succeeded");
        await using var here = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        var known = await here.SubscribeAsync($"user:{person.Id}");

        await using var there = await EventsSocket.ConnectAsync(_other, person.AccessToken);
        var answer = await there.SubscribeAsync($"user:{person.Id}", 0, known["epoch"]!.GetValue<string>());
        var after = await studio.EnqueueAsync(person, "succeed");

        Assert.False(answer["recovered"]!.GetValue<bool>());
        var (target, snapshot) = await there.NextCallAsync();
        Assert.Equal("snapshot", target);
        var job = Assert.Single(snapshot[1]!["jobs"]!.AsArray())!;
        Assert.Equal((before, "succeeded"), (job["id"]!.GetValue<Guid>(), job["state"]!.GetValue<string>()));
        // What had happened before may come once more, and is known by the number that the snapshot names.
        JsonNode happened;
        do (_, happened) = await there.NextAsync();
        while (happened["jobId"]!.GetValue<Guid>() == before);
        Assert.Equal(after, happened["jobId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task What_a_module_says_has_changed_is_heard_on_every_node_as_it_stands()
    {
        var person = await studio.RegisterAsync();
        var kite = NewKite(person);
        await using var there = await EventsSocket.ConnectAsync(_other, person.AccessToken);
        await there.SubscribeAsync($"kite:{kite}");

        studio.Kites.Height = 70;
        studio.Services.GetRequiredService<ILiveUpdates>().Changed("kite", kite);

        var (channel, happened) = await there.NextAsync();
        Assert.Equal(($"kite:{kite}", "state"), (channel, happened["type"]!.GetValue<string>()));
        Assert.Equal(70, happened["data"]!["height"]!.GetValue<int>());
    }

    [Fact]
    public async Task F02_a_modules_channel_is_its_owners()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var kite = NewKite(owner);
        await using var socket = await EventsSocket.ConnectAsync(_other, other.AccessToken);

        Assert.Equal("forbidden", $"{(await socket.SubscribeAsync($"kite:{kite}", 0))["code"]}");
        Assert.Equal("kite_not_found", $"{(await socket.SubscribeAsync($"kite:{other.Id}", 0))["code"]}");
    }

    [Fact]
    public async Task A_thousand_clients_that_come_back_at_once_ask_the_database_once()
    {
        var person = await studio.RegisterAsync();
        var channel = new Channel("kite", NewKite(person));
        var user = new CurrentUser(person.Id, "user", new HashSet<string>(), person.Id, IsInPerson: true);
        var (topics, access) = (
            studio.Services.GetRequiredService<Topics>(),
            studio.Services.GetRequiredService<ChannelAccess>()
        );
        var (reads, owners) = (studio.Kites.Reads, studio.Kites.OwnersAsked);
        var clients = Enumerable.Range(0, 1000).Select(_ => new FakeConnection()).ToList();

        await Task.WhenAll(
            clients.Select(client =>
                Task.Run(async () =>
                {
                    Assert.Null(await access.RefuseAsync(channel, user));
                    var joined = await topics.JoinAsync(client.Outbox, channel, new Position(5, "lost"));
                    Assert.False(joined.Recovered);
                    Assert.Equal("snapshot", (await client.NextAsync()).Target);
                })
            )
        );

        Assert.Equal((1, 1), (studio.Kites.Reads - reads, studio.Kites.OwnersAsked - owners));
    }

    [Fact]
    public async Task F04_a_person_has_so_many_connections_and_gets_a_place_back_for_each_that_closes()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var sockets = new List<EventsSocket>();
        for (var i = 0; i < 3; i++)
            sockets.Add(await EventsSocket.ConnectAsync(studio.Address, person.AccessToken));

        (await person.Http.AskAsync(HttpMethod.Get, "../../ws/events")).ExpectProblem(
            HttpStatusCode.TooManyRequests,
            "too_many_connections"
        );
        await using (await EventsSocket.ConnectAsync(studio.Address, other.AccessToken)) { }
        await sockets[0].DisposeAsync();

        sockets[0] = await ComeBackAsync(person);
        foreach (var socket in sockets)
            await socket.DisposeAsync();
    }

    /// <summary>The studio notices a moment later than the client that a connection has closed.</summary>
    private async Task<EventsSocket> ComeBackAsync(Person person)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
            try
            {
                return await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
            }
            catch (WebSocketException)
            {
                await Task.Delay(50, patience.Token);
            }
    }

    private Guid NewKite(Person owner)
    {
        var kite = Guid.CreateVersion7(studio.Clock.GetUtcNow());
        studio.Kites.Owners[kite] = owner.Id;
        return kite;
    }
}
