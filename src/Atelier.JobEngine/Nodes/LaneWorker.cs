using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// One lane on one node: a single loop ends finished jobs and claims new ones in the same commit. It runs as many at a
/// time as it has slots, and holds no more than it will begin within milliseconds.
/// </summary>
internal sealed class LaneWorker(NodeSession node, short lane, int slots)
{
    private const int LargestBatch = 256;
    private const int ManyEnds = 32;

    private static readonly TimeSpan KeepConnection = TimeSpan.FromMilliseconds(250);

    /// <summary>Jobs that end within so short a time are ended together, while others of them are still to begin.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    private readonly Channel<RunEnd> _ends = Channel.CreateUnbounded<RunEnd>();
    private readonly Bell _bell = new(node.Time);
    private readonly LaneLink _link = new(node.Database);
    private readonly LaneLink _endings = new(node.Database);
    private readonly LaneTurns _turns = new(node, lane);
    private readonly LaneSlots _slots = new(node, slots);
    private readonly List<(RunEnd End, (float, string)? Last)> _pending = [];
    private bool _unsure;
    private long _sure = node.Time.GetTimestamp();
    private ulong _looks = (ulong)node.Id << 20;

    public short Lane => lane;

    /// <summary>
    /// Held here, begun or not. By fence too: a job lost by mistake may come back while its old run has not noticed.
    /// </summary>
    public ConcurrentDictionary<(long Id, int Fence), JobRun> Active { get; } = [];

    /// <summary>Somebody empties this lane everywhere: its runs stop at their next step and are handed back.</summary>
    public bool IsDraining { get; private set; }

    public void Wake() => _bell.Ring();

    public void Drain(bool yes)
    {
        IsDraining = yes;
        if (yes)
            foreach (var run in Active.Values)
                run.StopAtNextStep();
    }

    /// <summary>Ends when the node is draining and its last run was written, or when the lease is lost.</summary>
    public async Task RunAsync()
    {
        var failures = 0;
        while (!node.Lost.IsCancellationRequested)
        {
            // Now and then in any case: a claim we gave up on may have been held up on its way and arrive at last.
            _unsure |= node.Time.GetElapsedTime(_sure) > node.Options.Lease;
            // Known runs first, then the ends: a run that ends in between is in one of the two.
            long[] known = _unsure ? [.. Active.Keys.Select(run => run.Id)] : [];
            while ((_unsure || _pending.Count < LargestBatch) && _ends.Reader.TryRead(out var end))
                _pending.Add((end, node.Progress.Take(end.Run)));
            var free = node.IsDraining ? 0 : slots + _slots.Ahead - Active.Count;
            if (node.IsDraining && Active.IsEmpty && _pending.Count == 0 && _ends.Reader.Count == 0)
                break;
            try
            {
                if (free > 0 || _pending.Count > 0)
                    await PassAsync(free, known);
                failures = 0;
                await _turns.WriteAsync(_link);
                await RestAsync();
            }
            catch (OperationCanceledException) when (node.Lost.IsCancellationRequested) { }
            catch (Exception problem)
            {
                _unsure = true;
                await BreakAsync();
                if (Outage.Is(problem))
                    node.Log.LogDebug(problem, "The database is away; lane {Lane} tries again.", lane);
                else
                    GiveUpResults(problem);
                var wait = Backoff.After(++failures, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), _looks++);
                await Task.Delay(wait, node.Time);
            }
        }
        await BreakAsync();
    }

    private async Task BreakAsync()
    {
        await _link.BreakAsync();
        await _endings.BreakAsync();
    }

    // A lane that is busy keeps its connection; one that rests gives it back to the pool.
    private async Task RestAsync()
    {
        if (!_slots.IsEmpty)
        {
            await _slots.RunDownAsync(Gather);
            return;
        }
        if (_ends.Reader.Count > 0)
            return;
        if (_link.IsOpen && await _bell.WaitAsync(KeepConnection, node.Lost))
            return;
        await BreakAsync();
        var poll = Backoff.Spread(node.Options.Poll, _looks++);
        var full = _turns.UntilFullLook;
        await _bell.WaitAsync(full > TimeSpan.Zero && full < poll ? full : poll, node.Lost);
    }

    private Task PassAsync(int free, long[] known)
    {
        _pending.Sort((one, other) => one.End.Run.Id.CompareTo(other.End.Run.Id));
        // One commit for both; where there is much to do, side by side: the next run while the last are written down.
        return !_unsure && free > 0 && _pending.Count >= ManyEnds
            ? Task.WhenAll(PassAsync(_endings, ends: true, free: 0, []), PassAsync(_link, ends: false, free, []))
            : PassAsync(_link, _pending.Count > 0, free, known);
    }

    private async Task PassAsync(LaneLink link, bool ends, int free, long[] known)
    {
        var connection = await link.OpenAsync(node.Lost);
        // Without a transaction: one round trip, one commit.
        await using var batch = new NpgsqlBatch(connection) { Timeout = Bounds.Seconds };
        var disown = _unsure;
        if (disown)
            batch.BatchCommands.Add(
                LaneStatements.DisownCommand(node.Id, lane, known.Concat(_pending.Select(one => one.End.Run.Id)))
            );
        var mayBeLost = !ends && !disown;
        if (mayBeLost)
            batch.BatchCommands.Add(LaneStatements.NeedNotBeDurable());
        if (ends)
            batch.BatchCommands.Add(LaneStatements.FinishCommand(node.Id, _pending));
        var mark = free > 0 ? _turns.Behind() : null;
        if (free > 0)
            batch.BatchCommands.Add(LaneStatements.ClaimCommand(node, lane, free, mark));
        await batch.PrepareAsync(node.Lost);
        var written = new List<WrittenEnd>(ends ? _pending.Count : 0);
        var claimed = new List<(ClaimedJob Job, int Seq, ClaimMark Place)>();
        var asked = node.Time.GetTimestamp();
        // Read to its end and closed without an error: that is the commit.
        await using (var row = await batch.ExecuteReaderAsync(node.Lost))
        {
            if (mayBeLost)
                await row.NextResultAsync(node.Lost);
            if (ends)
            {
                while (await row.ReadAsync(node.Lost))
                    written.Add(WrittenEnd.Read(row));
                await row.NextResultAsync(node.Lost);
            }
            while (free > 0 && await row.ReadAsync(node.Lost))
                claimed.Add((LaneStatements.Claimed(row, node.Id), row.GetInt32(9), LaneStatements.Mark(row)));
            while (await row.NextResultAsync(node.Lost)) { }
        }
        if (ends)
        {
            Announce(_pending.Count, written);
            _pending.Clear();
        }
        if (disown)
            (_unsure, _sure) = (false, node.Time.GetTimestamp());
        if (free == 0)
            return;
        _turns.Claimed([.. claimed.Select(one => one.Place)], free, node.Time.GetElapsedTime(asked), mark is null);
        node.Notices.Events(claimed.Select(one => (one.Job.Id, one.Seq)));
        foreach (var (job, _, _) in claimed)
            Start(job);
    }

    private void Announce(int sent, List<WrittenEnd> written)
    {
        if (written.Count > 0)
            node.Notices.Events(written.Select(end => (end.Id, end.Seq)));
        foreach (var end in written)
        {
            if (end.State == StoredState.Ready)
                node.Notices.Work(lane);
            else if (end.State == StoredState.Scheduled)
                node.SweepSoon();
            if (end.State != StoredState.Ready)
                node.Promote(end.Keys);
        }
        if (written.Count < sent)
            node.Log.LogWarning(
                "{Count} runs ended after their job went to another node; dropped.",
                sent - written.Count
            );
    }

    private void Start(ClaimedJob job)
    {
        var run = new JobRun(job, node.Steps, node.Progress, node.Options.Json);
        if (!Active.TryAdd((job.Id, job.Fence), run))
            return; // the database forgot this claim in a crash and made it anew: its run has gone on meanwhile
        if (node.Lost.IsCancellationRequested)
            run.RequestStop(StopReason.LeaseLost);
        else if (node.IsDraining || IsDraining)
            run.StopAtNextStep();
        _slots.Begin(run, Ended);
    }

    private void Ended(JobRun run, RunEnd? end)
    {
        // First the end, then the slot: whoever counts free slots must see both or neither as too few.
        if (end is not null)
            _ends.Writer.TryWrite(end);
        Active.TryRemove((run.Id, run.Claim.Fence), out _);
        _bell.Ring();
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
