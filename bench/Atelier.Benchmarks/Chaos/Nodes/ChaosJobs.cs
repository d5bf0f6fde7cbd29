using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>Steps one after the other, in turn writing inside the step's transaction and outside of it.</summary>
internal sealed record SteppedJob(int Steps, int Milliseconds) : IJobPayload
{
    public static string Kind => "chaos.stepped.v1";
}

/// <summary>The same in a lane where each owner has few places.</summary>
internal sealed record SlowJob(int Steps, int Milliseconds) : IJobPayload
{
    public static string Kind => "chaos.slow.v1";
}

/// <summary>Fails so often before it succeeds.</summary>
internal sealed record StubbornJob(int Failures) : IJobPayload
{
    public static string Kind => "chaos.stubborn.v1";
}

/// <summary>A kind that nodes of the older version have never heard of.</summary>
internal sealed record NovelJob(int Steps, int Milliseconds) : IJobPayload
{
    public static string Kind => "chaos.novel.v1";
}

internal sealed class SteppedHandler(NpgsqlDataSource database)
    : IJobHandler<SteppedJob>,
        IJobHandler<SlowJob>,
        IJobHandler<NovelJob>
{
    public Task<object?> RunAsync(SteppedJob payload, JobRun run, CancellationToken cancel) =>
        RunAsync(payload.Steps, payload.Milliseconds, run);

    public Task<object?> RunAsync(SlowJob payload, JobRun run, CancellationToken cancel) =>
        RunAsync(payload.Steps, payload.Milliseconds, run);

    public Task<object?> RunAsync(NovelJob payload, JobRun run, CancellationToken cancel) =>
        RunAsync(payload.Steps, payload.Milliseconds, run);

    private async Task<object?> RunAsync(int steps, int milliseconds, JobRun run)
    {
        var sum = 0;
        for (var step = 1; step <= steps; step++)
        {
            var number = step;
            var name = $"{(number % 2 == 1 ? "inside" : "outside")} {number}";
            sum +=
                number % 2 == 1
                    ? await run.StepAsync(name, (t, cancel) => InsideAsync(run, name, number, milliseconds, t, cancel))
                    : await run.StepAsync(name, cancel => OutsideAsync(run, name, number, milliseconds, cancel));
            run.Report((double)number / steps, name);
        }
        return new { Sum = sum };
    }

    private static async Task<int> InsideAsync(
        JobRun run,
        string name,
        int number,
        int milliseconds,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        const string Write =
            "insert into chaos.inside (job, step, fence) select $1, $2, fence from jobs.job where id = $1";
        await using var write = new NpgsqlCommand(Write, transaction.Connection, transaction);
        write.Parameters.Add(new() { Value = run.Id });
        write.Parameters.Add(new() { Value = name });
        await write.ExecuteNonQueryAsync(cancel);
        await Task.Delay(milliseconds, cancel);
        return number;
    }

    private async Task<int> OutsideAsync(
        JobRun run,
        string name,
        int number,
        int milliseconds,
        CancellationToken cancel
    )
    {
        await using var write = database.CreateCommand(
            """
            insert into chaos.outside (job, step) values ($1, $2)
            on conflict (job, step) do update set times = chaos.outside.times + 1
            """
        );
        write.Parameters.Add(new() { Value = run.Id });
        write.Parameters.Add(new() { Value = name });
        await write.ExecuteNonQueryAsync(cancel);
        await Task.Delay(milliseconds, cancel);
        return number;
    }
}

internal sealed class StubbornHandler(NpgsqlDataSource database) : IJobHandler<StubbornJob>
{
    public async Task<object?> RunAsync(StubbornJob payload, JobRun run, CancellationToken cancel)
    {
        await using (var write = database.CreateCommand("insert into chaos.tried (job) values ($1)"))
        {
            write.Parameters.Add(new() { Value = run.Id });
            await write.ExecuteNonQueryAsync(cancel);
        }
        await using var count = database.CreateCommand("select count(*) from chaos.tried where job = $1");
        count.Parameters.Add(new() { Value = run.Id });
        if ((long)(await count.ExecuteScalarAsync(cancel))! <= payload.Failures)
            throw new JobFailure("chaos.stubborn", "Not yet.");
        return null;
    }
}
