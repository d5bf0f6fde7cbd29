using System.Collections.Concurrent;
using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>What a node is told when several of them are measured together.</summary>
internal sealed class NodeCommands(JobClient client, NpgsqlDataSource database, HoldLog log)
{
    private readonly List<Guid> _held = [];

    /// <summary>Queues jobs for one owner that take so long each; their numbers go on from <paramref name="first"/>.</summary>
    /// <returns>When each was queued.</returns>
    public async Task<Answer> HoldAsync(int owner, int first, int jobs, int milliseconds)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var items = Enumerable
            .Range(first, jobs)
            .Select(number => new JobItem<HoldJob>(new HoldJob(number, milliseconds)))
            .ToList();
        var options = new JobOptions(new Guid(owner, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1));
        var tickets = await client.EnqueueManyAsync(transaction, items, options);
        var now = HoldLog.Now();
        await transaction.CommitAsync();
        _held.AddRange(tickets.Select(ticket => ticket.PublicId));
        return new Answer(Took: [.. tickets.Select(_ => now)]);
    }

    /// <summary>Cancels what <see cref="HoldAsync"/> queued, one after the other.</summary>
    /// <returns>When each was asked for.</returns>
    public async Task<Answer> CancelAsync()
    {
        var asked = new List<double>();
        foreach (var job in _held)
        {
            await Task.Delay(20);
            asked.Add(HoldLog.Now());
            await client.CancelAsync(job);
        }
        _held.Clear();
        return new Answer(Took: [.. asked]);
    }

    public Answer Began() => InOrder(log.Began);

    public Answer Stopped() => InOrder(log.Stopped);

    // Its own copy first: jobs go on beginning while this is asked, and sorting would count before it copies.
    private static Answer InOrder(ConcurrentDictionary<int, double> moments) =>
        new(Took: [.. moments.ToArray().OrderBy(moment => moment.Key).Select(moment => moment.Value)]);
}
