using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// One lane on one node: a single loop ends finished jobs and claims new ones in the same commit, and never holds more
/// than its slots.
/// </summary>
internal sealed class LaneWorker(NodeSession node, short lane, int slots)
{
    private const int LargestBatch = 100;

    private readonly Channel<RunEnd> _ends = Channel.CreateUnbounded<RunEnd>();
    private readonly Bell _bell = new(node.Time);
    private readonly List<(RunEnd End, (float, string)? Last)> _pending = [];
    private bool _unsure;
    private ulong _looks = (ulong)node.Id << 20;

    public short Lane => lane;

    /// <summary>By fence too: a job lost by mistake may come back while its old run has not noticed.</summary>
    public ConcurrentDictionary<(long Id, int Fence), JobRun> Active { get; } = [];

    public void Wake() => _bell.Ring();

    /// <summary>Ends when the node is draining and its last run was written, or when the lease is lost.</summary>
    public async Task RunAsync()
    {
        var failures = 0;
        while (!node.Lost.IsCancellationRequested)
        {
            // Known runs first, then the ends: a run that ends in between is in one of the two.
            long[] known = _unsure ? [.. Active.Keys.Select(run => run.Id)] : [];
            while ((_unsure || _pending.Count < LargestBatch) && _ends.Reader.TryRead(out var end))
                _pending.Add((end, node.Progress.Take(end.Run)));
            var free = node.IsDraining ? 0 : slots - Active.Count;
            if (node.IsDraining && Active.IsEmpty && _pending.Count == 0 && _ends.Reader.Count == 0)
                return;
            try
            {
                if (free > 0 || _pending.Count > 0)
                    await PassAsync(free, known);
                failures = 0;
                if (_ends.Reader.Count == 0)
                    await _bell.WaitAsync(Backoff.Spread(node.Options.Poll, _looks++), node.Lost);
            }
            catch (OperationCanceledException) when (node.Lost.IsCancellationRequested) { }
            catch (Exception problem)
            {
                _unsure = true;
                if (Outage.Is(problem))
                    node.Log.LogDebug(problem, "The database is away; lane {Lane} tries again.", lane);
                else
                    GiveUpResults(problem);
                var wait = Backoff.After(++failures, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), _looks++);
                await Task.Delay(wait, node.Time);
            }
        }
    }

    private async Task PassAsync(int free, long[] known)
    {
        await using var connection = await node.Database.OpenConnectionAsync(node.Lost);
        await using var transaction = await connection.BeginTransactionAsync(node.Lost);
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (_unsure)
            batch.BatchCommands.Add(
                LaneStatements.DisownCommand(node.Id, lane, known.Concat(_pending.Select(one => one.End.Run.Id)))
            );
        if (_pending.Count > 0)
            batch.BatchCommands.Add(LaneStatements.FinishCommand(node.Id, _pending));
        if (free > 0)
            batch.BatchCommands.Add(LaneStatements.ClaimCommand(node.Id, lane, free));
        var written = new List<(long Id, int Seq, short State)>();
        var claimed = new List<(ClaimedJob Job, int Seq)>();
        await using (var row = await batch.ExecuteReaderAsync(node.Lost))
        {
            if (_pending.Count > 0)
            {
                while (await row.ReadAsync(node.Lost))
                    written.Add((row.GetInt64(0), row.GetInt32(1), row.GetInt16(2)));
                await row.NextResultAsync(node.Lost);
            }
            while (free > 0 && await row.ReadAsync(node.Lost))
                claimed.Add((LaneStatements.Claimed(row, node.Id), row.GetInt32(9)));
        }
        await transaction.CommitAsync(CancellationToken.None);
        _unsure = false;
        Announce(_pending.Count, written);
        _pending.Clear();
        foreach (var (job, seq) in claimed)
            Start(job, seq);
    }

    private void Announce(int sent, List<(long Id, int Seq, short State)> written)
    {
        foreach (var (id, seq, state) in written)
        {
            node.Notices.Event(id, seq);
            if (state == StoredState.Ready)
                node.Notices.Work(lane);
            else if (state == StoredState.Scheduled)
                node.SweepSoon();
        }
        if (written.Count < sent)
            node.Log.LogWarning(
                "{Count} runs ended after their job went to another node; dropped.",
                sent - written.Count
            );
    }

    private void Start(ClaimedJob job, int seq)
    {
        var run = new JobRun(job, node.Steps, node.Progress, node.Options.Json);
        Active[(job.Id, job.Fence)] = run;
        node.Notices.Event(job.Id, seq);
        if (node.Lost.IsCancellationRequested)
            run.RequestStop(StopReason.LeaseLost);
        else if (node.IsDraining)
            run.StopAtNextStep();
        _ = Task.Run(async () =>
        {
            var end = await node.Execution.RunAsync(run);
            // First the end, then the slot: whoever counts free slots must see both or neither as too few.
            if (end is not null)
                _ends.Writer.TryWrite(end);
            Active.TryRemove((job.Id, job.Fence), out _);
            _bell.Ring();
        });
    }

    // A statement that can never succeed (a result PostgreSQL will not store) must not block the lane for ever.
    private void GiveUpResults(Exception problem)
    {
        node.Log.LogError(problem, "A pass of lane {Lane} failed with {Count} ended runs.", lane, _pending.Count);
        for (var i = 0; i < _pending.Count; i++)
        {
            var error = new JobError("job.result_not_stored", "The job finished but its result could not be stored.");
            var end = new RunEnd(_pending[i].End.Run, Ending.FailedForGood, Error: error);
            _pending[i] = (end, null);
        }
    }
}
