using System.Collections.Concurrent;
using System.Diagnostics;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// The runs of a lane, so many at a time; the others wait here in the order of their claims. Where jobs are short, a
/// few are claimed ahead, so that not every job costs the database a commit of its own: only as many as begin within
/// milliseconds, and they go back into the queue when they do not.
/// </summary>
internal sealed class LaneSlots(NodeSession node, int slots)
{
    /// <summary>What is claimed ahead should begin within this time.</summary>
    private const double Soon = 0.005;

    /// <summary>Who takes no longer than this is not worth a claim alone.</summary>
    private const double AtOnce = 0.001;

    /// <summary>What has not begun after this time is handed back.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<(JobRun Run, Action<JobRun, RunEnd?> Ended)> _waiting = new();
    private readonly Bell _ranDown = new(TimeProvider.System); // milliseconds of handlers, whatever a test's clock says
    private int _starting;
    private int _busy;
    private double _mean = double.PositiveInfinity;
    private long _moved;

    /// <summary>How many to hold beyond the slots.</summary>
    public int Ahead => (int)Math.Min(node.Options.ClaimAhead, slots * Soon / Volatile.Read(ref _mean));

    /// <summary>
    /// All have begun; and of those that end at once so many have that the next can be claimed together.
    /// </summary>
    public bool IsSettled =>
        _waiting.IsEmpty && (Volatile.Read(ref _mean) > AtOnce || Volatile.Read(ref _busy) <= slots / 2);

    public void Begin(JobRun run, Action<JobRun, RunEnd?> ended)
    {
        Volatile.Write(ref _moved, Stopwatch.GetTimestamp());
        _waiting.Enqueue((run, ended));
        StartOne();
    }

    // One after the other: each starts the next when it has something to do itself, so that a few threads are woken for many
    // short jobs, and one for each of many long ones.
    private void StartOne()
    {
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _starting, 1, 0) == 0)
        {
            if (TakeSlot())
            {
                // Begun in the order of claims: a thread's own queue would begin the newest first.
                _ = Task.Factory.StartNew(
                    RunAsync,
                    CancellationToken.None,
                    TaskCreationOptions.PreferFairness | TaskCreationOptions.DenyChildAttach,
                    TaskScheduler.Default
                );
                return;
            }
            Volatile.Write(ref _starting, 0);
            if (Volatile.Read(ref _busy) >= slots)
                return; // whoever gives a slot back looks again
        }
    }

    /// <summary>Until <see cref="IsSettled"/>, or the time is up; those that wait behind a slow one go back into the queue.</summary>
    public async Task RunDownAsync(TimeSpan longest)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!IsSettled && longest - Stopwatch.GetElapsedTime(begun) is var left && left > TimeSpan.Zero)
            await _ranDown.WaitAsync(left, CancellationToken.None);
        // Without any ahead, a slot is free for each of them: only its thread is late.
        if (node.Options.ClaimAhead == 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref _moved)) < TooLong)
            return;
        Volatile.Write(ref _mean, double.PositiveInfinity);
        while (_waiting.TryDequeue(out var held))
            held.Ended(held.Run, new RunEnd(held.Run, Ending.HandedBack));
    }

    private async Task RunAsync()
    {
        var started = true;
        do
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (started)
                {
                    started = false;
                    Volatile.Write(ref _starting, 0);
                    StartOne();
                }
                var begun = Stopwatch.GetTimestamp();
                Volatile.Write(ref _moved, begun);
                if (_waiting.IsEmpty)
                    _ranDown.Ring();
                next.Ended(
                    next.Run,
                    next.Run.Stop is StopReason.None ? await node.Execution.RunAsync(next.Run) : Unbegun(next.Run)
                );
                Learn(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            }
            if (started)
                Volatile.Write(ref _starting, 0);
            started = false;
            Interlocked.Decrement(ref _busy);
            _ranDown.Ring();
            // One that was put there after the look found no slot free.
        } while (!_waiting.IsEmpty && TakeSlot());
    }

    private static RunEnd? Unbegun(JobRun run) =>
        run.Stop switch
        {
            StopReason.LeaseLost => null,
            StopReason.Cancelled => new RunEnd(run, Ending.Cancelled),
            _ => new RunEnd(run, Ending.HandedBack),
        };

    // Never above the number, not even for a moment: whoever looks then would believe that somebody comes.
    private bool TakeSlot()
    {
        for (var busy = Volatile.Read(ref _busy); busy < slots; )
        {
            var found = Interlocked.CompareExchange(ref _busy, busy + 1, busy);
            if (found == busy)
                return true;
            busy = found;
        }
        return false;
    }

    // One that was slow by chance, on a busy machine, changes little; one that was really slow is believed at once.
    private void Learn(double seconds)
    {
        var mean = Volatile.Read(ref _mean);
        var chance = double.IsFinite(mean) && seconds < TooLong.TotalSeconds;
        Volatile.Write(
            ref _mean,
            chance ? mean + (Math.Min(seconds, Math.Max(4 * mean, Soon / 4)) - mean) / 8 : seconds
        );
    }
}
