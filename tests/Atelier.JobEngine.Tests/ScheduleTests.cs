using System.Text.Json;
using Atelier.JobEngine.Schedules;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Atelier.JobEngine.Tests;

public sealed class ScheduleTests : EngineTest
{
    private static readonly SchedulePlan Yearly = new(
        "New year",
        "test",
        JsonSerializer.SerializeToElement(new { }),
        "0 0 1 1 *",
        "UTC",
        At: null,
        MissedRuns.Skip,
        Overlap.Skip,
        Paused: false
    );

    [Fact]
    public async Task A_time_is_started_once_however_many_nodes_look()
    {
        await using var first = await NodeAsync(Idle);
        await using var second = await NodeAsync(Idle);
        var ids = new List<Guid>();
        for (var i = 0; i < 20; i++)
            ids.Add((await first.Schedules.CreateAsync(Engine.Owner, Yearly, 100, Cancel))!.Id);

        await first.DoAsync("update jobs.schedule set next_due = date_trunc('second', clock_timestamp())");

        await first.UntilAsync("select count(*) = 20 from jobs.schedule_run where outcome = 1");
        await first.UntilAsync("select bool_and(next_due > clock_timestamp()) from jobs.schedule");
        Assert.Equal(20, await first.ScalarAsync("select count(*) from jobs.job"));
        Assert.Equal(20, await first.ScalarAsync("select count(distinct job_id) from jobs.schedule_run"));
    }

    [Fact]
    public async Task Where_nothing_is_ever_due_nobody_hurries_to_look_again()
    {
        await using var node = await NodeAsync(Idle);
        Assert.Equal((false, null), await ScheduleRows.OutlookAsync(node.Database, Cancel));
        await node.Schedules.CreateAsync(Engine.Owner, Yearly with { Paused = true }, 100, Cancel);
        Assert.Equal((false, null), await ScheduleRows.OutlookAsync(node.Database, Cancel));
        await node.Schedules.CreateAsync(Engine.Owner, Yearly, 100, Cancel);
        var (now, next) = await ScheduleRows.OutlookAsync(node.Database, Cancel);
        Assert.False(now);
        Assert.True(next > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_time_that_has_been_dealt_with_is_not_started_again()
    {
        await using var node = await NodeAsync(Idle);
        await node.Schedules.CreateAsync(Engine.Owner, Yearly, 100, Cancel);
        await node.DoAsync("update jobs.schedule set next_due = clock_timestamp() - interval '1 hour', missed = 1");
        await node.UntilAsync("select count(*) = 1 from jobs.schedule_run where outcome = 1");

        await node.DoAsync("update jobs.schedule set next_due = (select due_at from jobs.schedule_run)");
        await node.UntilAsync("select bool_and(next_due > clock_timestamp()) from jobs.schedule");

        Assert.Equal(1, await node.ScalarAsync("select count(*) from jobs.job"));
    }

    [Theory]
    [InlineData(MissedRuns.Skip, "2 2", 0)]
    [InlineData(MissedRuns.RunOnce, "2 1", 1)]
    public async Task Times_that_nobody_was_there_for_are_skipped_or_made_up_for_once(
        MissedRuns missed,
        string outcomes,
        int jobs
    )
    {
        await using var node = await NodeAsync(Idle);
        // Due at the second before, an hour each: the newest is never within the minute that counts as in time.
        var now = await node.Schedules.NowAsync(Cancel);
        var cron = $"{now.AddMinutes(-5).Minute} * * * *";
        await node.Schedules.CreateAsync(Engine.Owner, Yearly with { Cron = cron, Missed = missed }, 100, Cancel);

        await node.DoAsync("update jobs.schedule set next_due = next_due - interval '8 hours'");
        await node.UntilAsync("select count(*) = 2 from jobs.schedule_run where outcome <> 0");

        Assert.Equal(
            outcomes,
            await node.TextAsync("select string_agg(outcome::text, ' ' order by due_at) from jobs.schedule_run")
        );
        Assert.Equal(jobs, await node.ScalarAsync("select count(*) from jobs.job"));
        Assert.Equal(
            1,
            await node.ScalarAsync("select count(*) from jobs.schedule where next_due > clock_timestamp()")
        );
    }

    [Theory]
    [InlineData(Overlap.Skip, "1 3", 1)]
    [InlineData(Overlap.Queue, "1 0", 1)]
    [InlineData(Overlap.Allow, "1 1", 2)]
    public async Task A_time_that_comes_while_the_last_is_under_way_obeys_the_policy(
        Overlap overlap,
        string outcomes,
        int jobs
    )
    {
        var open = Signal();
        await using var node = await NodeAsync((_, _, cancel) => open.Task.WaitAsync(cancel));
        await node.Schedules.CreateAsync(Engine.Owner, Yearly with { Overlap = overlap }, 100, Cancel);
        await node.DueNowAsync();
        await node.UntilAsync("select count(*) = 1 from jobs.schedule_run where outcome = 1");

        await node.DueNowAsync();
        await node.UntilAsync("select count(*) = 2 from jobs.schedule_run");
        await node.UntilAsync("select bool_and(next_due > clock_timestamp()) from jobs.schedule");

        Assert.Equal(
            outcomes,
            await node.TextAsync("select string_agg(outcome::text, ' ' order by due_at) from jobs.schedule_run")
        );
        Assert.Equal(jobs, await node.ScalarAsync("select count(*) from jobs.job"));
        open.SetResult();
        if (overlap is Overlap.Queue)
            await node.UntilAsync("select count(*) = 2 from jobs.schedule_run where outcome = 1");
    }

    [Fact]
    public async Task A_single_time_is_over_once_it_has_come()
    {
        await using var node = await NodeAsync(Idle);
        var at = (await node.Schedules.NowAsync(Cancel)).AddMilliseconds(300);
        var once = Yearly with { Cron = null, TimeZone = null, At = at };

        var created = await node.Schedules.CreateAsync(Engine.Owner, once, 100, Cancel);

        await node.UntilAsync("select count(*) = 1 from jobs.schedule_run where outcome = 1");
        Assert.Null((await node.Schedules.GetAsync(created!.Id, Cancel))!.NextDue);
    }

    [Fact]
    public async Task What_cannot_be_started_is_written_down_and_does_not_hold_up_the_others()
    {
        await using var node = await NodeAsync(Idle);
        var broken = await node.Schedules.CreateAsync(Engine.Owner, Yearly with { Kind = "broken" }, 100, Cancel);
        var refused = await node.Schedules.CreateAsync(Engine.Owner, Yearly with { Kind = "refused" }, 100, Cancel);
        await node.Schedules.CreateAsync(Engine.Owner, Yearly, 100, Cancel);

        await node.DueNowAsync();
        await node.UntilAsync("select count(*) = 3 from jobs.schedule_run where outcome <> 0");

        Assert.Equal(1, await node.ScalarAsync("select count(*) from jobs.job"));
        Assert.Equal("Not today.", Assert.Single(await node.Schedules.RunsAsync(refused!.Id, null, 9, Cancel)).Note);
        Assert.Equal(
            RunOutcome.Refused,
            Assert.Single(await node.Schedules.RunsAsync(broken!.Id, null, 9, Cancel)).Outcome
        );
    }

    private static Task<object?> Idle(TestJob job, JobRun run, CancellationToken cancel) => Nothing;

    private async Task<Node> NodeAsync(Func<TestJob, JobRun, CancellationToken, Task> work)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(Database.ConnectionString));
        builder.Services.AddSingleton(new Errands(work)).AddSingleton<IScheduledWork, TestWork>();
        builder
            .Services.AddJobEngine(options => options.Sweep = TimeSpan.FromMilliseconds(100))
            .AddJobHandler<TestJob, ErrandHandler>();
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return new Node(host);
    }

    private sealed record Errands(Func<TestJob, JobRun, CancellationToken, Task> Work);

    private sealed class ErrandHandler(Errands errands) : IJobHandler<TestJob>
    {
        public async Task<object?> RunAsync(TestJob payload, JobRun run, CancellationToken cancel)
        {
            await errands.Work(payload, run, cancel);
            return null;
        }
    }

    private sealed class TestWork(JobClient jobs) : IScheduledWork
    {
        public async Task<ScheduledStart> StartAsync(
            NpgsqlTransaction transaction,
            Schedule schedule,
            CancellationToken cancel
        )
        {
            var job = await jobs.EnqueueAsync(
                transaction,
                new TestJob("due"),
                new JobOptions(schedule.OwnerId),
                cancel
            );
            if (schedule.Plan.Kind == "broken")
            {
                await using var wrong = new NpgsqlCommand("select no_such_column", transaction.Connection, transaction);
                await wrong.ExecuteNonQueryAsync(cancel);
            }
            return schedule.Plan.Kind == "refused" ? new(null, null, "Not today.") : new(job.PublicId, job.PublicId);
        }
    }

    private sealed class Node(IHost host) : IAsyncDisposable
    {
        public NpgsqlDataSource Database => host.Services.GetRequiredService<NpgsqlDataSource>();

        public JobSchedules Schedules => host.Services.GetRequiredService<JobSchedules>();

        // Microseconds apart, so that each is a time of its own.
        public Task DueNowAsync() => DoAsync("update jobs.schedule set next_due = clock_timestamp()");

        public async Task DoAsync(string sql)
        {
            await using var command = Database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        public async Task<long> ScalarAsync(string sql)
        {
            await using var command = Database.CreateCommand(sql);
            return (long)(await command.ExecuteScalarAsync(Cancel))!;
        }

        public async Task<string> TextAsync(string sql)
        {
            await using var command = Database.CreateCommand(sql);
            return (string)(await command.ExecuteScalarAsync(Cancel))!;
        }

        /// <summary>Waits for what the tickers write, of which no event tells.</summary>
        public async Task UntilAsync(string sql)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            patience.CancelAfter(Engine.Patience);
            while (true)
            {
                await using (var command = Database.CreateCommand(sql))
                    if (await command.ExecuteScalarAsync(patience.Token) is true)
                        return;
                await Task.Delay(20, patience.Token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
