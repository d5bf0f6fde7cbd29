using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// One lane on one node. One loop claims, another ends: the next jobs run while the disk still takes the ends of the last. It
/// runs as many at a time as it has slots, and holds no more than it will begin within milliseconds.
/// </summary>
internal sealed class LaneWorker
{
    private static readonly TimeSpan KeepConnection = TimeSpan.FromMilliseconds(250);

    /// <summary>Jobs that begin, or end, within so short a time are waited for, so that the next are claimed together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    private readonly NodeSession _node;
    private readonly int _most;
    private readonly Bell _bell;
    private readonly LaneLink _link;
    private readonly LaneTurns _turns;
    private readonly LaneSlots _slots;
    private readonly LaneEnds _ends;
    private int _running;
    private volatile bool _waitsForEnds;
    private bool _unsure;
    private long _sure;
    private ulong _looks;

    public LaneWorker(NodeSession node, short lane, int slots)
    {
        (_node, Lane, _most) = (node, lane, slots);
        _bell = new Bell(node.Time);
        _link = new LaneLink(node.Database, node.Silence, durable: false); // see LaneStatements.ClaimCommand
        _turns = new LaneTurns(node, lane);
        _slots = new LaneSlots(node, slots);
        _ends = new LaneEnds(node, lane, Forget);
        _sure = node.Time.GetTimestamp();
        _looks = (ulong)node.Id << 20;
    }

    public short Lane { get; }

    /// <summary>
    /// Held here, from the claim until the end is written. By fence too: a job lost by mistake may come back while its old
    /// run has not noticed.
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
        var ends = _ends.RunAsync();
        await ClaimAllAsync();
        _ends.Complete();
        await ends;
    }

    private async Task ClaimAllAsync()
    {
        for (var failures = 0; !_node.Lost.IsCancellationRequested && !(_node.IsDraining && Active.IsEmpty); )
            try
            {
                if (Free is > 0 and var free)
                    await ClaimAsync(free);
                failures = 0;
                await _turns.WriteAsync(_link);
                await RestAsync();
            }
            catch (OperationCanceledException) when (_node.Lost.IsCancellationRequested) { }
            catch (Exception problem)
            {
                _unsure = true;
                _node.Silence.Suspect(problem);
                await _link.BreakAsync();
                if (Outage.Is(problem))
                    _node.Log.LogDebug(problem, "The database is away; lane {Lane} tries again.", Lane);
                else
                    _node.Log.LogError(problem, "A claim of lane {Lane} failed; it tries again.", Lane);
                var wait = Backoff.After(++failures, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), _looks++);
                await Task.Delay(wait, _node.Time);
            }
        await _link.BreakAsync();
    }

    private int Free
    {
        get
        {
            _waitsForEnds = true; // before the look: one that is written right after it rings
            _waitsForEnds = _node.IsDraining || _ends.Unwritten >= LaneEnds.Most;
            return _waitsForEnds ? 0 : _most + _slots.Ahead - Volatile.Read(ref _running);
        }
    }

    // A lane that is busy keeps its connection; one that rests gives it back to the pool.
    private async Task RestAsync()
    {
        if (!_slots.IsSettled)
        {
            await _slots.RunDownAsync(Gather);
            return;
        }
        if (_link.IsOpen && await _bell.WaitAsync(KeepConnection, _node.Lost))
            return;
        await _link.BreakAsync();
        var poll = Backoff.Spread(_node.Options.Poll, _looks++);
        var full = _turns.UntilFullLook;
        await _bell.WaitAsync(full > TimeSpan.Zero && full < poll ? full : poll, _node.Lost);
    }

    private async Task ClaimAsync(int free)
    {
        // Now and then in any case: a claim we gave up on may have been held up on its way and arrive at last.
        _unsure |= _node.Time.GetElapsedTime(_sure) > _node.Options.Lease;
        var disown = _unsure;
        var connection = await _link.OpenAsync(_node.Lost);
        // Without a transaction: one round trip, one commit.
        await using var batch = new NpgsqlBatch(connection) { Timeout = Bounds.Seconds };
        if (disown)
            batch.BatchCommands.Add(
                LaneStatements.DisownCommand(_node.Id, Lane, Active.Keys.Select(run => run.Id).ToList())
            );
        var mark = _turns.Behind();
        batch.BatchCommands.Add(LaneStatements.ClaimCommand(_node, Lane, free, mark));
        await batch.PrepareAsync(_node.Lost);
        var claimed = new List<(ClaimedJob Job, int Seq, ClaimMark Place)>();
        var asked = _node.Time.GetTimestamp();
        // Read to its end and closed without an error: that is the commit.
        await using (var row = await batch.ExecuteReaderAsync(_node.Lost))
        {
            while (await row.ReadAsync(_node.Lost))
                claimed.Add((LaneStatements.Claimed(row, _node), row.GetInt32(9), LaneStatements.Mark(row)));
            while (await row.NextResultAsync(_node.Lost)) { }
        }
        if (disown)
            (_unsure, _sure) = (false, _node.Time.GetTimestamp());
        _turns.Claimed([.. claimed.Select(one => one.Place)], free, _node.Time.GetElapsedTime(asked), mark is null);
        _node.Notices.Events(claimed.Select(one => (one.Job.Id, one.Seq)));
        foreach (var (job, _, _) in claimed)
            Start(job);
    }

    private void Start(ClaimedJob job)
    {
        var run = new JobRun(job, _node.Steps, _node.Progress, _node.Options.Json);
        if (!Active.TryAdd((job.Id, job.Fence), run))
            return; // the database forgot this claim in a crash and made it anew: its run has gone on meanwhile
        Interlocked.Increment(ref _running);
        if (_node.Lost.IsCancellationRequested)
            run.RequestStop(StopReason.LeaseLost);
        else if (_node.IsDraining || IsDraining)
            run.StopAtNextStep();
        _slots.Begin(run, Ended);
    }

    private void Ended(JobRun run, RunEnd? end)
    {
        // First the end, then the slot: whoever counts free slots must see both or neither as too few.
        if (end is not null)
            _ends.Add(end);
        else
            Active.TryRemove((run.Id, run.Claim.Fence), out _);
        Interlocked.Decrement(ref _running);
        _bell.Ring();
    }

    private void Forget(JobRun run)
    {
        Active.TryRemove((run.Id, run.Claim.Fence), out _);
        if (_waitsForEnds || _node.IsDraining)
            _bell.Ring();
    }
}
