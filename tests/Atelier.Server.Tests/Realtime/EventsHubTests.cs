using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Atelier.Identity;
using Atelier.Identity.Tokens;
using Atelier.Jobs;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Realtime;

public sealed class EventsHubTests(JobStudio studio) : IClassFixture<JobStudio>
{
    [Theory]
    [InlineData(null)]
    [InlineData("not.a.token")]
    public async Task F01_nobody_listens_without_a_valid_token(string? token) =>
        await Assert.ThrowsAsync<WebSocketException>(() => EventsSocket.ConnectAsync(studio.Address, token));

    [Fact]
    public async Task A_person_hears_what_happens_to_their_jobs_in_order()
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        Assert.True(Joined(await socket.SubscribeAsync($"user:{person.Id}")));

        var id = await studio.EnqueueAsync(person, "succeed");

        var seen = new List<JsonNode>();
        do
        {
            var (channel, happened) = await socket.NextAsync();
            Assert.Equal($"user:{person.Id}", channel);
            seen.Add(happened);
        } while (Type(seen[^1]) != "succeeded");
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(e => e["seq"]!.GetValue<int>()));
        Assert.All(seen, e => Assert.Equal(id, e["jobId"]!.GetValue<Guid>()));
        Assert.Equal("b1", seen[^1]["data"]!["result"]!["bookId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_project_channel_carries_the_projects_jobs_and_no_others()
    {
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        Assert.True(Joined(await socket.SubscribeAsync($"project:{project}")));

        var outside = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(outside, "succeeded");
        var inside = await studio.EnqueueAsync(person, "succeed", project);

        var (channel, first) = await socket.NextAsync();
        Assert.Equal(($"project:{project}", inside), (channel, first["jobId"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task F03_a_client_that_was_away_gets_what_it_missed_and_then_the_rest_each_once()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "wait");
        await studio.ReachAsync(id, "step");
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);

        var answer = await socket.SubscribeAsync($"job:{id}", after: 1);
        await person.PostAsync($"jobs/{id}/cancel");

        Assert.True(answer["recovered"]!.GetValue<bool>());
        var seqs = await SeqsUntilAsync(socket, "cancelled");
        Assert.Equal(Enumerable.Range(2, seqs.Count), seqs);
    }

    [Fact]
    public async Task F02_a_foreign_channel_is_refused_with_a_clear_code()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var job = await studio.EnqueueAsync(owner, "succeed");
        var project = await owner.CreateProjectAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, other.AccessToken);

        foreach (var channel in (string[])[$"user:{owner.Id}", $"job:{job}", $"project:{project}"])
        {
            var answer = await socket.SubscribeAsync(channel, after: 0);
            Assert.Equal((false, "forbidden"), (Joined(answer), answer["code"]!.GetValue<string>()));
            Assert.Null(answer["seq"]);
        }
    }

    [Theory]
    [InlineData("job:00000000-0000-7000-8000-000000000000", "job_not_found")]
    [InlineData("project:00000000-0000-7000-8000-000000000000", "project_not_found")]
    [InlineData("room:00000000-0000-7000-8000-000000000000", "channel_unknown")]
    [InlineData("job:", "channel_unknown")]
    [InlineData("", "channel_unknown")]
    public async Task A_channel_that_does_not_exist_is_refused_by_its_kind(string channel, string code)
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);

        var answer = await socket.SubscribeAsync(channel);

        Assert.Equal(code, answer["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_channel_that_was_left_is_silent()
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        var project = await person.CreateProjectAsync();
        await socket.SubscribeAsync($"user:{person.Id}");
        await socket.SubscribeAsync($"project:{project}");
        await socket.CallAsync("Unsubscribe", $"user:{person.Id}");

        await studio.EnqueueAsync(person, "succeed", project);

        for (var type = ""; type != "succeeded"; )
        {
            var (channel, happened) = await socket.NextAsync();
            Assert.Equal($"project:{project}", channel);
            type = Type(happened);
        }
    }

    [Fact]
    public async Task F04_a_connection_joins_a_hundred_channels_and_no_more()
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        for (var i = 0; i < 100; i++)
        {
            var id = await studio.EnqueueAsync(person, "succeed", runAt: DateTimeOffset.MaxValue);
            Assert.True(Joined(await socket.SubscribeAsync($"job:{id}")));
        }

        var answer = await socket.SubscribeAsync($"user:{person.Id}");

        Assert.Equal("too_many_channels", answer["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task F03_a_connection_closes_when_its_session_ends_and_others_stay()
    {
        var (leaving, staying) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await using var open = await EventsSocket.ConnectAsync(studio.Address, staying.AccessToken);
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, leaving.AccessToken);
        Assert.True(Joined(await socket.SubscribeAsync($"user:{leaving.Id}")));

        await leaving.PostAsync("auth/logout");

        await socket.ClosedAsync();
        Assert.True(Joined(await open.SubscribeAsync($"user:{staying.Id}")));
    }

    [Fact]
    public async Task F03_a_connection_closes_when_its_token_expires_and_the_next_one_replays_the_rest()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "wait");
        await studio.ReachAsync(id, "step");
        var claims = JsonNode.Parse(ForgedToken.BodyOf(person.AccessToken))!.AsObject();
        var brief = studio.Services.GetRequiredService<JsonWebToken>().Sign(claims, TimeSpan.FromSeconds(8));
        List<int> seen;
        await using (var socket = await EventsSocket.ConnectAsync(studio.Address, brief))
        {
            await socket.SubscribeAsync($"job:{id}", after: 0);
            seen = await SeqsUntilAsync(socket, "step");
            await socket.ClosedAsync();
        }
        await person.PostAsync($"jobs/{id}/cancel");
        await studio.ReachAsync(id, "cancelled");

        await using var again = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        await again.SubscribeAsync($"job:{id}", after: seen[^1]);

        seen.AddRange(await SeqsUntilAsync(again, "cancelled"));
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
    }

    [Fact]
    public async Task F02_only_moderators_and_admins_hear_the_jobs_of_everybody()
    {
        var (person, moderator) = (await studio.RegisterAsync(), await studio.RegisterAsync("moderator"));
        await using var own = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        await using var all = await EventsSocket.ConnectAsync(studio.Address, moderator.AccessToken);
        Assert.Equal("forbidden", (await own.SubscribeAsync("system"))["code"]!.GetValue<string>());
        Assert.True(Joined(await all.SubscribeAsync("system")));

        var id = await studio.EnqueueAsync(person, "succeed");

        JsonNode happened;
        do (_, happened) = await all.NextAsync();
        while (happened["jobId"]!.GetValue<Guid>() != id || Type(happened) != "succeeded");
    }

    private static async Task<List<int>> SeqsUntilAsync(EventsSocket socket, string type)
    {
        var seqs = new List<int>();
        JsonNode happened;
        do
        {
            (_, happened) = await socket.NextAsync();
            seqs.Add(happened["seq"]!.GetValue<int>());
        } while (Type(happened) != type);
        return seqs;
    }

    private static bool Joined(JsonNode answer) => answer["subscribed"]!.GetValue<bool>();

    private static string Type(JsonNode happened) => happened["type"]!.GetValue<string>();
}
