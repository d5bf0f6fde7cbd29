namespace Atelier.Realtime;

public sealed class OutboxTests
{
    private static readonly Channel Room = new("room", new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
    private static readonly Channel Other = Room with { Kind = "other" };

    [Fact]
    public async Task F03_a_client_that_reads_too_slowly_is_told_once_for_each_channel_that_it_missed_something()
    {
        var client = new FakeConnection();
        client.Outbox.Enter(Room);
        client.Outbox.Enter(Other);
        client.Freeze();
        client.Outbox.Post(Event(Room, 1)); // on its way
        client.Outbox.Post(Event(Other, 1));
        for (var seq = 2; seq <= Backlog.MostFrames + 50; seq++)
            client.Outbox.Post(Event(Room, seq));
        client.Outbox.Post(Event(Other, 2));
        client.ReadOn();

        Assert.Equal((1, "1"), await client.NextEventAsync());
        var missed = new[] { await client.NextAsync(), await client.NextAsync() };
        Assert.All(missed, call => Assert.Equal("missed", call.Target));
        Assert.Equal(
            [$"{Other}", $"{Room}"],
            missed.Select(call => call.Arguments[0]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
        client.Outbox.Post(Event(Room, 900)); // it hears no more before it has subscribed again
        client.Outbox.Resume(Room, [Event(Room, 1000)]);
        client.Outbox.Post(Event(Room, 1001));
        Assert.Equal((1000, "1000"), await client.NextEventAsync());
        Assert.Equal((1001, "1001"), await client.NextEventAsync());
    }

    [Fact]
    public async Task F03_large_frames_wait_by_the_byte()
    {
        var client = new FakeConnection();
        client.Outbox.Enter(Room);
        client.Freeze();
        client.Outbox.Post(Event(Room, 1));
        for (var seq = 2; seq <= 10; seq++)
            client.Outbox.Post(FakeConnection.Frames.Event(Room, seq, new string('x', 10_000), null));
        client.ReadOn();

        await client.NextEventAsync();
        Assert.Equal("missed", (await client.NextAsync()).Target);
    }

    [Fact]
    public async Task Of_waiting_progress_only_the_newest_is_sent_and_what_changed_keeps_its_order()
    {
        var (one, two) = (Room.Id, new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
        var client = new FakeConnection();
        client.Outbox.Enter(Room);
        client.Freeze();
        client.Outbox.Post(Event(Room, 1));
        for (var seq = 2; seq < 2000; seq += 2)
        {
            client.Outbox.Post(Event(Room, seq, one));
            client.Outbox.Post(Event(Room, seq + 1, two));
            if (seq is 500 or 1000)
                client.Outbox.Post(Event(Room, 10_000 + seq));
        }
        client.ReadOn();

        foreach (var seq in (long[])[1, 10_500, 11_000, 1998, 1999])
            Assert.Equal(seq, (await client.NextEventAsync()).Seq);
    }

    [Fact]
    public async Task F04_a_client_that_is_frozen_costs_the_others_nothing()
    {
        var topic = new Topic(Room, "e", FakeConnection.Frames, TimeProvider.System);
        var (frozen, reading) = (new FakeConnection(), new FakeConnection());
        topic.Join(frozen.Outbox, null);
        topic.Join(reading.Outbox, null);
        frozen.Freeze();

        for (var seq = 1; seq <= 3000; seq++)
        {
            topic.Publish(new Happening(seq));
            Assert.Equal((seq, $"{seq}"), await reading.NextEventAsync());
        }
    }

    private static Frame Event(Channel channel, long seq, Guid? supersedes = null) =>
        FakeConnection.Frames.Event(channel, seq, seq, supersedes);
}
