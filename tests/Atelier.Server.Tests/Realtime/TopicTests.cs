using Atelier.JobEngine;

namespace Atelier.Realtime;

public sealed class TopicTests
{
    private static readonly Guid Id = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    private static readonly Channel Room = new("room", Id);
    private static readonly Channel OfJob = new(Channel.Job, Id);

    private readonly FakeConnection _client = new();

    [Fact]
    public async Task F03_who_comes_back_gets_exactly_what_came_meanwhile()
    {
        var topic = NewTopic(Room);
        topic.Join(_client.Outbox, null);
        Publish(topic, 3);
        topic.Leave(_client.Outbox);
        Publish(topic, 4);

        var back = new FakeConnection();
        var joined = topic.Join(back.Outbox, new Position(3, "e"));
        Publish(topic, 1);

        Assert.Equal(new Joined(Joining.Joined, true, "e", 7), joined);
        foreach (var seq in (long[])[4, 5, 6, 7, 8])
            Assert.Equal(seq, (await back.NextEventAsync()).Seq);
    }

    [Theory]
    [InlineData(5, "another node's")]
    [InlineData(9999, "e")]
    [InlineData(0, null)]
    [InlineData(1, "e")] // no longer kept
    public async Task F03_who_cannot_go_on_gets_a_snapshot_and_what_follows_it(long seq, string? epoch)
    {
        var topic = NewTopic(Room);
        Publish(topic, Backlog.MostFrames + 10);
        Assert.Equal(Joining.NeedsSnapshot, topic.Join(_client.Outbox, new Position(seq, epoch)).Outcome);
        await topic.TakeSnapshotAsync(() =>
        {
            Publish(topic, 1); // while it is read
            return Task.FromResult<object?>("as it is");
        });

        var joined = topic.Join(_client.Outbox, new Position(seq, epoch));

        Assert.Equal((Joining.Joined, false), (joined.Outcome, joined.Recovered));
        var (target, arguments) = await _client.NextAsync();
        Assert.Equal(("snapshot", "as it is", "e"), (target, $"{arguments[1]}", $"{arguments[3]}"));
        Assert.Equal(arguments[2]!.GetValue<long>() + 1, (await _client.NextEventAsync()).Seq);
    }

    [Fact]
    public async Task A_jobs_channel_counts_as_the_engine_does_whatever_comes_while_its_past_is_read()
    {
        var topic = NewTopic(OfJob);
        topic.Publish(Event(3));
        topic.Publish(Event(4));
        topic.Begin([OfEngine(1), OfEngine(2), OfEngine(3)]);
        topic.Publish(Event(4));
        topic.Publish(Event(5));

        Assert.Equal(new Joined(Joining.Joined, true, "e", 5), topic.Join(_client.Outbox, new Position(0)));

        foreach (var seq in (long[])[1, 2, 3, 4, 5])
            Assert.Equal(seq, (await _client.NextEventAsync()).Seq);
    }

    [Fact]
    public async Task What_came_together_is_written_at_once_and_read_one_by_one()
    {
        var topic = NewTopic(Room);
        topic.Join(_client.Outbox, null);

        topic.Publish([new("first"), new("second"), new("third")]);

        foreach (var expected in ((long, string)[])[(1, "first"), (2, "second"), (3, "third")])
            Assert.Equal(expected, await _client.NextEventAsync());
        Assert.Equal(1, _client.Writes);
    }

    [Fact]
    public async Task What_came_together_waits_one_by_one_for_a_client_that_reads_slowly()
    {
        var topic = NewTopic(Room);
        topic.Join(_client.Outbox, null);
        _client.Freeze();
        topic.Publish(new Happening("on its way"));

        topic.Publish([new("half", Id), new("changed"), new("whole", Id)]);
        _client.ReadOn();

        foreach (var expected in ((long, string)[])[(1, "on its way"), (3, "changed"), (4, "whole")])
            Assert.Equal(expected, await _client.NextEventAsync());
        topic.Publish([.. Enumerable.Repeat(new Happening("too much"), Backlog.MostFrames)]);
        Assert.Equal((5, "too much"), await _client.NextEventAsync());
    }

    [Fact]
    public async Task F03_when_events_were_lost_on_the_way_everybody_is_told()
    {
        var topic = NewTopic(Room);
        topic.Join(_client.Outbox, null);

        topic.End();

        Assert.Equal("missed", (await _client.NextAsync()).Target);
        Assert.Equal(Joining.Gone, topic.Join(_client.Outbox, new Position(0, "e")).Outcome);
    }

    [Fact]
    public void F04_a_connection_that_has_closed_joins_nothing()
    {
        _client.Outbox.Close();

        Assert.Equal(Joining.TooMany, NewTopic(Room).Join(_client.Outbox, null).Outcome);
    }

    private static Topic NewTopic(Channel channel) => new(channel, "e", FakeConnection.Frames, TimeProvider.System);

    private static void Publish(Topic topic, int times)
    {
        for (var i = 0; i < times; i++)
            topic.Publish(new Happening("happened"));
    }

    private static Happening Event(int seq) => Happening.Of(OfEngine(seq));

    private static JobEvent OfEngine(int seq) => new(Id, Id, null, "test", seq, "step", default, null);
}
