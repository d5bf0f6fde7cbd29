using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Realtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.Benchmarks.Realtime.Servers;

/// <summary>
/// The whole studio. Broadcasts go to one channel, past the database but through everything behind it: counting, keeping
/// for those who come back, one bounded outbox for each connection.
/// </summary>
internal static class StudioServer
{
    private const int MostTogether = 32;
    private const int MostWaiting = 128; // half of what an outbox holds

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Program.Build(
            args,
            builder =>
            {
                builder.Logging.ClearProviders(); // stdout is for the answers
                builder.Services.AddJobHandler<Ticks, TicksHandler>("ticks");
            }
        );
        await app.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        var topics = app.Services.GetRequiredService<Topics>();
        var connections = app.Services.GetRequiredService<OpenConnections>();
        var channel = Channel.System;
        var frozen = 0;
        var queue = System.Threading.Channels.Channel.CreateBounded<SampleEvent>(2 * MostTogether);
        _ = BroadcastAsync();
        await Orders.FollowAsync(
            n => queue.Writer.WriteAsync(SampleEvent.Now(n)),
            async order =>
            {
                switch (order)
                {
                    case ["channel", var name]:
                        _ = Channel.TryParse(name, out channel);
                        break;
                    case ["frozen", var name]:
                        await FillAsync(name);
                        frozen = 1;
                        break;
                    case ["thawed"]:
                        frozen = 0;
                        break;
                    case ["job", var owner]:
                        Console.WriteLine(await EnqueueAsync(app.Services, Guid.Parse(owner)));
                        break;
                }
            }
        );
        await app.StopAsync();
        return 0;

        // As events of jobs are told: those together that wait together.
        async Task BroadcastAsync()
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                var some = new List<Happening>();
                while (some.Count < MostTogether && queue.Reader.TryRead(out var next))
                    some.Add(new(next));
                topics.Publish(channel, some);
                while (IsTooFast())
                    await Task.Delay(1);
            }
        }

        // Bare SignalR waits for the slowest of all; this one for all but those that are known to have frozen.
        bool IsTooFast() => connections.All.Count(one => one.Outbox.Waiting > MostWaiting) > frozen;

        // Until nothing more fits on the way to the one that listens there.
        async Task FillAsync(string name)
        {
            _ = Channel.TryParse(name, out var filled);
            while (connections.All.All(one => one.Outbox.Waiting == 0))
            {
                for (var n = 0; n < 100; n++)
                    topics.Publish(filled, new Happening(SampleEvent.Now(n)));
                await Task.Delay(1);
            }
        }
    }

    private static async Task<Guid> EnqueueAsync(IServiceProvider services, Guid owner)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var job = await services
            .GetRequiredService<JobClient>()
            .EnqueueAsync(transaction, new Ticks(), new JobOptions(owner));
        await transaction.CommitAsync();
        return job.PublicId;
    }
}

/// <summary>A job with a step every twentieth of a second, for two minutes.</summary>
internal sealed record Ticks : IJobPayload
{
    public static string Kind => "bench.ticks.v1";
}

internal sealed class TicksHandler : IJobHandler<Ticks>
{
    public async Task<object?> RunAsync(Ticks payload, JobRun run, CancellationToken cancel)
    {
        for (var i = 0; i < 2400; i++)
        {
            await run.StepAsync($"tick {i}", _ => Task.FromResult(i));
            await Task.Delay(50, cancel);
        }
        return null;
    }
}
