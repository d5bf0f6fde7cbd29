using System.Collections.Concurrent;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.JobEngine.Tests;

/// <summary>Nodes of two versions on one database, as in the middle of a rolling upgrade.</summary>
public sealed class UpgradeTests : EngineTest
{
    private const int Slots = 2;

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

    [Fact]
    public async Task Nodes_are_replaced_one_after_the_other_and_every_job_under_way_goes_on_where_it_stood()
    {
        var begun = new ConcurrentQueue<string>();
        var older = new List<(Engine Node, TaskCompletionSource GoOn)>();
        var inside = new SemaphoreSlim(0);
        for (var i = 0; i < 3; i++)
        {
            var goOn = Signal();
            var work = ThreeSteps(begun, inside, goOn.Task);
            older.Add((await Engine.StartAsync(Database, work, Patient, Version("1")), goOn));
        }
        await using var watch = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var tickets = await watch.EnqueueManyAsync(Engine.Items(12));
        for (var i = 0; i < older.Count * Slots; i++)
            Assert.True(await inside.WaitAsync(Engine.Patience, Cancel));

        var newer = new List<Engine>();
        foreach (var (node, goOn) in older)
        {
            newer.Add(
                await Engine.StartAsync(Database, ThreeSteps(begun, inside, Task.CompletedTask), Patient, Version("2"))
            );
            var stopping = node.StopAsync();
            await watch.UntilTrueAsync(
                $"select count(*) = {newer.Count} from jobs.node where version = '1' and draining"
            );
            goOn.SetResult();
            await SoonAsync(stopping);
            await node.DisposeAsync();
        }

        var done = await Task.WhenAll(tickets.Select(ticket => watch.EndOfAsync(ticket.PublicId)));
        Assert.All(done, job => Assert.Equal((JobState.Succeeded, 1), (job.Job.State, job.Job.Attempt)));
        Assert.Equal(tickets.Count * 3, begun.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(tickets.Count * 3, begun.Count);
        Assert.Equal(older.Count * Slots, done.Count(job => job.Attempts[0].Outcome == "handed_back"));
        foreach (var ticket in tickets)
        {
            var events = await watch.Client.EventsAsync(ticket.PublicId, after: 0, 100, Cancel);
            Assert.Equal(Enumerable.Range(1, events.Count), events.Select(one => one.Seq));
        }
        foreach (var node in newer)
            await node.DisposeAsync();
    }

    // The second step waits: whoever is told to stop meanwhile lets it end and begins no third.
    private static Work ThreeSteps(ConcurrentQueue<string> begun, SemaphoreSlim inside, Task goOn) =>
        async (job, run, _) =>
        {
            foreach (var step in (string[])["one", "two", "three"])
                await run.StepAsync(
                    step,
                    async _ =>
                    {
                        begun.Enqueue($"{job.Name} {step}");
                        if (step == "two")
                        {
                            inside.Release();
                            await goOn;
                        }
                        return step;
                    }
                );
            return null;
        };

    // Its nodes go because they are told to, not because a busy machine kept them from beating.
    private static void Patient(JobEngineOptions options) =>
        (options.LaneConcurrency, options.Lease) = (Slots, TimeSpan.FromSeconds(60));

    private static Action<IServiceCollection> Version(string version) =>
        services => services.AddSingleton(new NodeFacts(version, "worker"));

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
