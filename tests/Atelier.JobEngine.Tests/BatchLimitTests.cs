using Atelier.JobEngine.Batches;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

/// <summary>How long the limit of a batch is kept.</summary>
public sealed class BatchLimitTests : EngineTest
{
    [Fact]
    public async Task A_limit_stays_while_its_jobs_may_be_queued_again_and_goes_with_the_last_of_them()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var (_, job) = await OrderAsync(engine);
        await engine.Client.CancelAsync(job, Cancel);

        Assert.Equal(0, await PruneAsync(engine));
        Assert.Equal(RetryOutcome.Queued, await engine.Client.RetryAsync(job, Cancel));
        Assert.Equal(6, await StateAsync(engine)); // it stands in the line of its limit again
        await engine.Client.CancelAsync(job, Cancel);
        await engine.Client.DeleteAsync(job, Cancel);
        Assert.Equal(1, await PruneAsync(engine));
    }

    [Fact]
    public async Task A_deleted_batch_frees_its_jobs_of_the_limit()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var (batch, job) = await OrderAsync(engine);
        await engine.Client.CancelAsync(job, Cancel);

        Assert.Equal(DeleteOutcome.Deleted, await engine.Batches.DeleteAsync(batch, Cancel));
        Assert.Equal(1, await PruneAsync(engine));
        Assert.Equal(RetryOutcome.Queued, await engine.Client.RetryAsync(job, Cancel));
        Assert.Equal(1, await StateAsync(engine)); // ready, in no line
    }

    private static async Task<(Guid Batch, Guid Job)> OrderAsync(Engine engine)
    {
        await using var connection = await engine.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        var batch = Guid.Parse("01980000-0000-7000-8000-00000000bbbb");
        var options = new JobOptions(Engine.Owner, Limit: JobBatches.LimitOf(batch, 2));
        var ticket = await engine.Client.EnqueueAsync(transaction, new TestJob("one"), options, Cancel);
        var entry = new BatchEntry(Engine.Other(1), ticket.PublicId, "One");
        await JobBatches.CreateAsync(transaction, batch, Engine.Owner, "test", null, 2, [entry], Cancel);
        await transaction.CommitAsync(Cancel);
        return (batch, ticket.PublicId);
    }

    private static async Task<int> PruneAsync(Engine engine)
    {
        await using var prune = engine.Database.CreateCommand(JobBatches.UnusedLimits);
        return await prune.ExecuteNonQueryAsync(Cancel);
    }

    private static Task<short> StateAsync(Engine engine) => engine.ScalarAsync<short>("select state from jobs.job");
}
