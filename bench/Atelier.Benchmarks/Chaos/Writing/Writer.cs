using Atelier.Benchmarks.Chaos.Nodes;
using Atelier.JobEngine;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Benchmarks.Chaos.Writing;

/// <summary>Somebody who queues, cancels and retries jobs of its own, and writes down what it was promised.</summary>
internal sealed class Writer(IServiceProvider services, Ledger ledger, IBacklog backlog, int seed)
{
    private const int MostUnfinished = 400;
    private const string Order = "insert into chaos.ordered (job) select unnest($1)";

    private readonly JobClient _jobs = services.GetRequiredService<JobClient>();
    private readonly NpgsqlDataSource _database = services.GetRequiredService<NpgsqlDataSource>();
    private readonly Random _random = new(seed);
    private readonly Guid _owner = new(seed, 7, 7, 8, 0, 0, 0, 0, 0, 0, 1);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var action = _random.Next(100);
            if (action < 70 && backlog.Unfinished < MostUnfinished)
                await QueueAsync(action < 10 ? 2 + _random.Next(15) : 1);
            else if (action < 90 && ledger.Recent(_random, last: 2) is { } newest)
                await CancelAsync(newest);
            else if (ledger.Recent(_random, last: 20) is { } older)
                await RetryAsync(older);
            var pause = TimeSpan.FromMilliseconds(100 + _random.Next(600));
            await Task.Delay(pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task QueueAsync(int count)
    {
        Guid[] ids = [];
        try
        {
            await using var connection = await _database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var tickets = count == 1 ? [await OneAsync(transaction)] : await ManyAsync(transaction, count);
            Guid[] queued = [.. tickets.Select(ticket => ticket.PublicId)];
            await using var order = new NpgsqlCommand(Order, connection, transaction);
            order.Parameters.Add(new() { Value = queued, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
            await order.ExecuteNonQueryAsync();
            ids = queued;
            await transaction.CommitAsync();
            foreach (var id in ids)
                ledger.Set(id, Promise.Succeeds);
        }
        catch (Exception problem) when (Broken.Is(problem))
        {
            ledger.Broken++;
            foreach (var id in ids)
                ledger.Set(id, Promise.Unknown);
        }
    }

    private Task<JobTicket> OneAsync(NpgsqlTransaction transaction)
    {
        var options = new JobOptions(_owner, MaxAttempts: 50, Priority: 4 + _random.Next(3));
        var (steps, pace) = (1 + _random.Next(6), 5 + _random.Next(60));
        return _random.Next(10) switch
        {
            < 4 => _jobs.EnqueueAsync(transaction, new SteppedJob(steps, pace), options),
            4 => _jobs.EnqueueAsync(
                transaction,
                new SteppedJob(steps, pace),
                options with
                {
                    Limit = new JobLimit("chaos:narrow", 2),
                }
            ),
            < 7 => _jobs.EnqueueAsync(transaction, new SlowJob(steps, 5 * pace), options),
            7 => _jobs.EnqueueAsync(transaction, new StubbornJob(_random.Next(4)), options),
            // Its attempts are used up early, so that somebody has to retry it.
            8 => _jobs.EnqueueAsync(transaction, new StubbornJob(2), options with { MaxAttempts = 2 }),
            _ => _jobs.EnqueueAsync(transaction, new NovelJob(steps, pace), options),
        };
    }

    private Task<IReadOnlyList<JobTicket>> ManyAsync(NpgsqlTransaction transaction, int count) =>
        _jobs.EnqueueManyAsync<SteppedJob>(
            transaction,
            [.. Enumerable.Range(0, count).Select(_ => new JobItem<SteppedJob>(new SteppedJob(2, 20)))],
            new JobOptions(_owner, MaxAttempts: 50)
        );

    private async Task CancelAsync(Guid job)
    {
        try
        {
            if (await _jobs.CancelAsync(job) is CancelOutcome.Cancelled or CancelOutcome.Requested)
                ledger.Set(job, Promise.IsCancelled);
        }
        catch (Exception problem) when (Broken.Is(problem))
        {
            ledger.Broken++;
            ledger.Set(job, Promise.Ends);
        }
    }

    private async Task RetryAsync(Guid job)
    {
        try
        {
            if (await _jobs.RetryAsync(job) is not RetryOutcome.Queued)
                return;
            ledger.Retried++;
            ledger.Set(job, Promise.Succeeds);
        }
        catch (Exception problem) when (Broken.Is(problem))
        {
            ledger.Broken++;
            ledger.Set(job, Promise.Ends);
        }
    }
}

/// <summary>So that a run of any length needs the same memory and disk.</summary>
internal interface IBacklog
{
    int Unfinished { get; }
}
