using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Atelier.JobEngine;
using Atelier.Jobs;
using Atelier.Support;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>What a connection may send, and what it must never be sent.</summary>
public sealed class HubLoadTests(JobStudio studio) : IClassFixture<JobStudio>
{
    [Fact]
    public async Task F04_a_connection_that_sends_a_large_message_is_closed()
    {
        var person = await studio.RegisterAsync();
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);

        await socket.PostAsync("Leave", new string('x', 70_000));

        await socket.ClosedAsync();
    }

    [Fact]
    public async Task F04_a_connection_that_sends_without_end_is_closed_and_others_still_hear()
    {
        var (loud, quiet) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, loud.AccessToken);
        await using var other = await EventsSocket.ConnectAsync(studio.Address, quiet.AccessToken);
        await other.JoinAsync($"user:{quiet.Id}");

        var closed = socket.ClosedAsync();
        await socket.FloodAsync("Leave", $"user:{loud.Id}", until: closed);

        await closed;
        await studio.EnqueueAsync(quiet, "succeed");
        Assert.Equal($"user:{quiet.Id}", (await other.NextAsync()).Channel);
    }

    [Fact]
    public async Task F02_ten_thousand_events_reach_only_those_they_are_for()
    {
        const int people = 50;
        const int round = 100; // fewer than an outbox holds, so that none is dropped
        var subscriptions = new Subscriptions();
        var channels = Enumerable.Range(0, people).Select(_ => new Channel(ChannelKind.User, NewId())).ToList();
        var clients = channels.Select(_ => new Listener()).ToList();
        for (var i = 0; i < people; i++)
        {
            subscriptions.Connect($"{i}", clients[i]);
            Assert.True(subscriptions.Join($"{i}", channels[i]));
        }

        for (var sent = round; sent <= 2 * round; sent += round)
        {
            for (var i = 0; i < round; i++)
                foreach (var channel in channels)
                    subscriptions.Send(
                        channel,
                        new JobEvent(NewId(), channel.Id, null, "canary", i, "progress", default, null)
                    );
            foreach (var client in clients)
                await client.ReachAsync(sent);
        }

        for (var i = 0; i < people; i++)
            Assert.All(clients[i].Heard, heard => Assert.Equal((channels[i].ToString(), channels[i].Id), heard));
    }

    private Guid NewId() => Guid.CreateVersion7(studio.Clock.GetUtcNow());

    private sealed class Listener : IClientProxy
    {
        private readonly SemaphoreSlim _arrived = new(0);
        private int _count;

        public ConcurrentQueue<(string Channel, Guid Owner)> Heard { get; } = [];

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            Heard.Enqueue(((string)args[0]!, ((JobEvent)args[1]!).OwnerId));
            _arrived.Release();
            return Task.CompletedTask;
        }

        public async Task ReachAsync(int count)
        {
            for (; _count < count; _count++)
                Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        }
    }
}
