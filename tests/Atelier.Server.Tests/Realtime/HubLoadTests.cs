using Atelier.JobEngine;
using Atelier.Jobs;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Realtime;

/// <summary>What a connection may send, and what it must never be sent.</summary>
public sealed class HubLoadTests(JobStudio studio) : IClassFixture<JobStudio>
{
    [Fact]
    public async Task F04_a_connection_that_sends_a_large_message_is_closed()
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);

        await socket.PostAsync("Unsubscribe", new string('x', 70_000));

        await socket.ClosedAsync();
    }

    [Fact]
    public async Task F04_a_connection_that_sends_without_end_is_closed_and_others_still_hear()
    {
        var (loud, quiet) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, loud.AccessToken);
        await using var other = await EventsSocket.ConnectAsync(studio.Address, quiet.AccessToken);
        await other.SubscribeAsync($"user:{quiet.Id}");

        var closed = socket.ClosedAsync();
        await socket.FloodAsync("Unsubscribe", $"user:{loud.Id}", until: closed);

        await closed;
        await studio.EnqueueAsync(quiet, "succeed");
        Assert.Equal($"user:{quiet.Id}", (await other.NextAsync()).Channel);
    }

    [Fact]
    public async Task F02_ten_thousand_events_reach_only_those_they_are_for()
    {
        const int people = 50;
        const int each = 200; // fewer than may wait, so that none is dropped
        var topics = studio.Services.GetRequiredService<Topics>();
        var channels = Enumerable.Range(0, people).Select(_ => new Channel(Channel.User, NewId())).ToList();
        var clients = channels.Select(_ => new FakeConnection()).ToList();
        for (var i = 0; i < people; i++)
            Assert.Equal(Joining.Joined, (await topics.JoinAsync(clients[i].Outbox, channels[i], null)).Outcome);

        for (var i = 0; i < each; i++)
            foreach (var channel in channels)
                topics.Publish(channel, Canary(channel, i));

        for (var i = 0; i < people; i++)
        for (var seq = 1; seq <= each; seq++)
        {
            var (target, arguments) = await clients[i].NextAsync();
            Assert.Equal(("event", channels[i].ToString()), (target, arguments[0]!.GetValue<string>()));
            Assert.Equal(channels[i].Id, arguments[1]!["ownerId"]!.GetValue<Guid>());
            Assert.Equal(seq, arguments[2]!.GetValue<long>());
        }
    }

    private Guid NewId() => Guid.CreateVersion7(studio.Clock.GetUtcNow());

    private Happening Canary(Channel channel, int seq) =>
        Happening.Of(new(NewId(), channel.Id, null, "canary", seq, "queued", default, null));
}
