using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

public sealed class EnqueueManyTests : EngineTest
{
    [Fact]
    public async Task Ten_thousand_jobs_are_queued_at_once_each_with_a_turn_of_its_own()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        using var watch = await queue.Feed.WatchAsync(Cancel);
        var tickets = await queue.EnqueueManyAsync(Engine.Items(JobClient.MostAtOnce));
        Assert.Equal(10_000, tickets.Select(ticket => ticket.PublicId).Distinct().Count());
        Assert.Equal(10_000, await queue.ScalarAsync<long>("select count(distinct vt) from jobs.job where state = 1"));
        Assert.True(
            await queue.ScalarAsync<bool>(
                "select bool_and((args ->> 'name')::bigint = vt) from jobs.job j join jobs.job_data d on d.job_id = j.id"
            )
        );
        Assert.Equal("queued", (await watch.NextAsync(Cancel)).Type);
    }

    [Fact]
    public async Task Of_many_only_those_are_queued_that_are_not_there_yet_and_every_ticket_names_its_job()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var first = await queue.EnqueueAsync("a", o => o with { UniqueKey = "a" });
        var tickets = await queue.EnqueueManyAsync([Item("a"), Item("b"), Item("b"), Item("c")]);
        Assert.Equal([true, false, true, false], tickets.Select(ticket => ticket.AlreadyQueued));
        Assert.Equal(first.PublicId, tickets[0].PublicId);
        Assert.Equal(tickets[1].PublicId, tickets[2].PublicId);
        Assert.Equal(3, await queue.ScalarAsync<long>("select count(*) from jobs.job"));
        Assert.Equal("about c", (await queue.Client.GetAsync(tickets[3].PublicId, Cancel))!.Job.Subject);

        static JobItem<TestJob> Item(string key) => new(new TestJob(key), "about " + key, key);
    }

    [Fact]
    public async Task Many_roll_back_with_their_caller()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await using (var connection = await queue.Database.OpenConnectionAsync(Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
            await queue.Client.EnqueueManyAsync<TestJob>(transaction, [.. Engine.Items(10)], new(Engine.Owner), Cancel);
        Assert.Empty(await queue.Client.ListAsync(new(), Cancel));
    }
}
