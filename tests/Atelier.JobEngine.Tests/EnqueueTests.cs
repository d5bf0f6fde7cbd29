using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

public sealed class EnqueueTests : EngineTest
{
    [Fact]
    public async Task A_job_rolls_back_with_its_caller()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        await using var connection = await engine.Database.OpenConnectionAsync(Cancel);
        var transaction = await connection.BeginTransactionAsync(Cancel);
        var ticket = await engine.Client.EnqueueAsync(transaction, new TestJob("never"), new(Engine.Owner), Cancel);
        await transaction.RollbackAsync(Cancel);
        Assert.Null(await engine.Client.GetAsync(ticket.PublicId, Cancel));
        Assert.Empty(await engine.Client.ListAsync(new(), Cancel));
    }

    [Fact]
    public async Task A_job_starts_only_once_its_caller_has_committed()
    {
        var ran = Signal();
        await using var engine = await Engine.StartAsync(
            Database,
            (_, _, _) =>
            {
                ran.TrySetResult();
                return Nothing;
            }
        );
        await using var connection = await engine.Database.OpenConnectionAsync(Cancel);
        var transaction = await connection.BeginTransactionAsync(Cancel);
        var waiting = await engine.Client.EnqueueAsync(transaction, new TestJob("waiting"), new(Engine.Owner), Cancel);
        await engine.EndOfAsync((await engine.EnqueueAsync("passes by")).PublicId);
        Assert.Null(await engine.Client.GetAsync(waiting.PublicId, Cancel));
        await transaction.CommitAsync(Cancel);
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(waiting.PublicId)).Job.State);
    }

    [Fact]
    public async Task A_job_without_a_time_is_ready_at_once_and_does_not_wait_for_a_sweep()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            (_, _, _) => Nothing,
            o => (o.Sweep, o.Poll) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1))
        );
        await engine.EndOfAsync((await engine.EnqueueAsync("first")).PublicId);
        var second = await engine.EnqueueAsync("second");
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(second.PublicId)).Job.State);
    }

    [Fact]
    public async Task A_unique_job_is_queued_once_however_many_ask()
    {
        var gate = Signal();
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, _, cancel) =>
            {
                await gate.Task.WaitAsync(cancel);
                return null;
            }
        );
        var tickets = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => engine.EnqueueAsync("book", o => o with { UniqueKey = "book:1" }))
        );
        Assert.Single(tickets, ticket => !ticket.AlreadyQueued);
        Assert.Single(tickets.Select(ticket => ticket.PublicId).Distinct());
        await engine.UntilAsync(tickets[0].PublicId, job => job.Job.State is JobState.Running);
        Assert.True((await engine.EnqueueAsync("book", o => o with { UniqueKey = "book:1" })).AlreadyQueued);
        Assert.False((await engine.EnqueueAsync("other", o => o with { UniqueKey = "book:2" })).AlreadyQueued);
        gate.SetResult();
        await engine.EndOfAsync(tickets[0].PublicId);
        Assert.False((await engine.EnqueueAsync("book", o => o with { UniqueKey = "book:1" })).AlreadyQueued);
    }

    [Fact]
    public async Task Many_callers_share_a_small_pool_without_locking_each_other_out()
    {
        var small = Database.ConnectionString + ";Maximum Pool Size=2;Timeout=5";
        await using var database = Npgsql.NpgsqlDataSource.Create(small);
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async i =>
                {
                    await using var connection = await database.OpenConnectionAsync(Cancel);
                    await using var transaction = await connection.BeginTransactionAsync(Cancel);
                    var options = new JobOptions(Engine.Owner, Lane: $"lane {i % 2}");
                    await engine.Client.EnqueueAsync(transaction, new TestJob($"{i}"), options, Cancel);
                    await transaction.CommitAsync(Cancel);
                })
        );
        Assert.Equal(40, (await engine.Client.StatsAsync(cancel: Cancel)).Queued);
    }
}
