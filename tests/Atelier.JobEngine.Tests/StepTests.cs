using Atelier.JobEngine.Tests.Support;
using Npgsql;

namespace Atelier.JobEngine.Tests;

public class StepTests : EngineTest
{
    private sealed record Page(int Number, string Text);

    [Fact]
    public async Task A_finished_step_is_not_run_again_and_gives_what_it_gave()
    {
        var runs = 0;
        await using var engine = await StartAsync(
            async (_, run, _) =>
            {
                var page = await run.StepAsync("write", _ => Task.FromResult(new Page(++runs, "Once \0 upon")));
                return run.Attempt == 1 ? throw new JobFailure("test.later", "Later.") : page;
            }
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal(1, runs);
        Assert.Equal("Once \0 upon", done.Result!.Value.GetProperty("text").GetString());
        Assert.Equal("write", Assert.Single(done.Steps).Name);
    }

    [Fact]
    public async Task Rows_written_in_a_steps_transaction_come_and_go_with_the_step()
    {
        var works = 0;
        await using var engine = await StartAsync(
            async (_, run, _) =>
            {
                await run.StepAsync(
                    "row",
                    async (transaction, cancel) =>
                    {
                        await using var insert = new NpgsqlCommand(
                            "insert into page values (1)",
                            transaction.Connection,
                            transaction
                        );
                        await insert.ExecuteNonQueryAsync(cancel);
                        return ++works == 1 ? throw new JobFailure("test.half", "Half done.") : works;
                    }
                );
                return null;
            }
        );
        await engine.ExecuteAsync("create table page (number int)");
        await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal(2, works);
        Assert.Equal(1, await engine.ScalarAsync<long>("select count(*) from page"));
    }

    [Fact]
    public async Task Steps_of_one_job_may_run_side_by_side()
    {
        await using var engine = await StartAsync(
            async (_, run, _) =>
                (
                    await Task.WhenAll(
                        Enumerable.Range(1, 20).Select(i => run.StepAsync($"page {i}", _ => Task.FromResult(i)))
                    )
                ).Sum()
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal(210, done.Result!.Value.GetInt32());
        Assert.Equal(20, done.Steps.Count);
    }

    [Fact]
    public async Task A_worker_that_lost_its_job_can_write_neither_a_step_nor_rows_nor_an_end()
    {
        var (inside, goOn, refused) = (Signal(), Signal(), Signal());
        await using var engine = await StartAsync(
            async (_, run, _) =>
            {
                if (run.Claim.Fence > 1)
                    return "second";
                try
                {
                    await run.StepAsync(
                        "late",
                        async (transaction, _) =>
                        {
                            await using var insert = new NpgsqlCommand(
                                "insert into page values (1)",
                                transaction.Connection,
                                transaction
                            );
                            await insert.ExecuteNonQueryAsync(CancellationToken.None);
                            inside.SetResult();
                            await goOn.Task;
                            return 1;
                        }
                    );
                }
                catch (OperationCanceledException)
                {
                    refused.SetResult();
                }
                run.Report(0.99, "too late");
                return "first";
            }
        );
        await engine.ExecuteAsync("create table page (number int)");
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        // As a sweep does it that takes this node for dead.
        await engine.ExecuteAsync("update jobs.job set state = 1, node_id = null, fence = fence + 1");
        var done = await engine.EndOfAsync(ticket.PublicId);
        goOn.SetResult();
        await SoonAsync(refused.Task);
        await engine.EndOfAsync((await engine.EnqueueAsync("the engine still works")).PublicId);
        var after = (await engine.Client.GetAsync(ticket.PublicId, Cancel))!;
        Assert.Equal("second", done.Result!.Value.GetString());
        Assert.Equal("second", after.Result!.Value.GetString());
        Assert.Empty(after.Steps);
        Assert.Null(after.Job.Message);
        Assert.Equal(0, await engine.ScalarAsync<long>("select count(*) from page"));
    }
}
