using Atelier.JobEngine.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.JobEngine.Tests;

/// <summary>Nodes of two versions on one database, as in the middle of a rolling upgrade.</summary>
public sealed class UpgradeTests : EngineTest
{
    public sealed record NewerJob : IJobPayload
    {
        public static string Kind => "test.newer.v1";
    }

    public sealed class NewerHandler : IJobHandler<NewerJob>
    {
        public Task<object?> RunAsync(NewerJob payload, JobRun run, CancellationToken cancel) =>
            Task.FromResult<object?>("newer");
    }

    [Fact]
    public async Task A_kind_that_only_newer_nodes_know_waits_for_one_of_them_and_holds_up_nobody()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false, Newer);
        var newer = await EnqueueNewerAsync(queue);
        await using var older = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        await older.EndOfAsync((await older.EnqueueAsync("behind it")).PublicId);
        var waiting = (await queue.Client.GetAsync(newer, Cancel))!;
        Assert.Equal((JobState.Queued, 0), (waiting.Job.State, waiting.Job.Attempt));
        await using var upgraded = await Engine.StartAsync(Database, (_, _, _) => Nothing, also: Newer);
        Assert.Equal("newer", (await queue.EndOfAsync(newer)).Result!.Value.GetString());
    }

    private static void Newer(IServiceCollection services) => services.AddJobHandler<NewerJob, NewerHandler>();

    private static async Task<Guid> EnqueueNewerAsync(Engine queue)
    {
        await using var connection = await queue.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        var options = new JobOptions(Engine.Owner);
        var ticket = await queue.Client.EnqueueAsync(transaction, new NewerJob(), options, Cancel);
        await transaction.CommitAsync(Cancel);
        return ticket.PublicId;
    }
}
