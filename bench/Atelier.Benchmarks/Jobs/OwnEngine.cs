using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Atelier.JobEngine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>
/// The engine as the server runs it, with history, fences, events and leases on, in a process of its own that takes
/// commands as the peers' scripts do.
/// </summary>
internal sealed class OwnEngine(
    JobClient client,
    NpgsqlDataSource database,
    NoOpCount count,
    NodeCommands nodes,
    Stock stock
)
{
    private const string Lane = "default";
    private static readonly Guid Owner = new(1, 2, 3, 8, 0, 0, 0, 0, 0, 0, 0);

    public static async Task<int> RunAsync()
    {
        var (slots, ahead) = (Setting("SLOTS"), Setting("AHEAD"));
        await using var database = NpgsqlDataSource.Create(FreshDatabases.Address());
        await MigrateAsync(database);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(database).AddSingleton<NoOpCount>().AddSingleton<HoldLog>();
        builder.Services.AddSingleton<OwnEngine>().AddSingleton<NodeCommands>().AddSingleton<Stock>();
        builder
            .Services.AddJobEngine(options =>
            {
                options.Work = slots > 0;
                (options.LaneConcurrency, options.ClaimAhead) = (Math.Max(1, slots), ahead);
                options.MostQueuedPerOwner = 10_000_000;
            })
            .AddJobHandler<NoOp, NoOpHandler>()
            .AddJobHandler<HoldJob, HoldHandler>();
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<OwnEngine>().ServeAsync();
        return 0;
    }

    private async Task ServeAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            int[] numbers = [.. words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
            var answer = (words[0], numbers) switch
            {
                ("empty", []) => await EmptyAsync(),
                ("addOneByOne", [var jobs]) => await TimedAsync(() => AddOneByOneAsync(jobs)),
                ("addMany", [var jobs]) => await TimedAsync(() => AddManyAsync(jobs)),
                ("drain", [var jobs]) => await DrainAsync(jobs),
                ("pickup", [var jobs]) => await PickupAsync(jobs),
                ("bare", [var times]) => new Answer(Took: await new BareStatements(database).PickupAsync(times)),
                ("sustain", [var seconds]) => await SustainAsync(seconds),
                ("finished", [var jobs]) => await stock.FinishedAsync(jobs),
                ("queue", [var jobs]) => await stock.QueueAsync(jobs),
                ("claims", [var times]) => await stock.ClaimsAsync(times),
                ("hold", [var owner, var first, var jobs, var time]) => await nodes.HoldAsync(owner, first, jobs, time),
                ("cancel", []) => await nodes.CancelAsync(),
                ("began", []) => nodes.Began(),
                ("stopped", []) => nodes.Stopped(),
                _ => throw new InvalidOperationException(line),
            };
            Console.WriteLine(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));
        }
    }

    private async Task<Answer> EmptyAsync()
    {
        await client.SetLaneModeAsync(Lane, LaneMode.Paused);
        await ExecuteAsync("truncate jobs.job, jobs.job_data, jobs.job_event, jobs.job_step");
        return new Answer();
    }

    private async Task AddOneByOneAsync(int jobs)
    {
        for (var i = 0; i < jobs; i++)
            await AddAsync();
    }

    private async Task AddManyAsync(int jobs)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var left = jobs; left > 0; left -= JobClient.MostAtOnce)
        {
            var items = Enumerable
                .Range(0, Math.Min(left, JobClient.MostAtOnce))
                .Select(_ => new JobItem<NoOp>(new NoOp(0)));
            await client.EnqueueManyAsync<NoOp>(transaction, [.. items], new JobOptions(Owner));
        }
        await transaction.CommitAsync();
    }

    private async Task<Answer> DrainAsync(int jobs)
    {
        var last = count.ExpectAsync(jobs);
        await client.SetLaneModeAsync(Lane, LaneMode.Open);
        await last;
        while (await LeftAsync()) { }
        var seconds = Stopwatch.GetElapsedTime(count.First).TotalSeconds;
        await client.SetLaneModeAsync(Lane, LaneMode.Paused);
        return new Answer(seconds);
    }

    private async Task<Answer> PickupAsync(int times)
    {
        await client.SetLaneModeAsync(Lane, LaneMode.Open);
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(Throughput.Apart(i));
            var ran = count.ExpectAsync(1);
            await AddAsync();
            took[i] = await ran;
        }
        await client.SetLaneModeAsync(Lane, LaneMode.Paused);
        return new Answer(Took: took);
    }

    /// <summary>Keeps the queue filled and the worker busy; the rates second by second.</summary>
    private async Task<Answer> SustainAsync(int seconds)
    {
        const int Portion = 5_000;
        await client.SetLaneModeAsync(Lane, LaneMode.Open);
        var (begun, added) = (count.Total, 0L);
        using var over = new CancellationTokenSource();
        var feeding = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                if (added - (count.Total - begun) > 2 * Portion)
                    await Task.Delay(5);
                else
                {
                    await AddManyAsync(Portion);
                    added += Portion;
                }
        });
        var rates = new double[seconds];
        for (var i = 0; i < seconds; i++)
        {
            var (before, since) = (count.Total, Stopwatch.GetTimestamp());
            await Task.Delay(TimeSpan.FromSeconds(1));
            rates[i] = (count.Total - before) / Stopwatch.GetElapsedTime(since).TotalSeconds;
        }
        await over.CancelAsync();
        await feeding;
        return new Answer(Took: rates);
    }

    private async Task AddAsync()
    {
        var asked = Stopwatch.GetTimestamp();
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await client.EnqueueAsync(transaction, new NoOp(asked), new JobOptions(Owner));
        await transaction.CommitAsync();
    }

    private async Task<bool> LeftAsync()
    {
        await using var command = database.CreateCommand("select exists (select from jobs.job where state = 2)");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Answer> TimedAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return new Answer(Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    private static async Task MigrateAsync(NpgsqlDataSource database)
    {
        await using (var there = database.CreateCommand("select to_regnamespace('jobs') is not null"))
            if ((bool)(await there.ExecuteScalarAsync())!)
                return;
        foreach (var (_, sql) in JobEngineMigrations.All)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static int Setting(string name) =>
        int.Parse(Environment.GetEnvironmentVariable(name)!, CultureInfo.InvariantCulture);
}
