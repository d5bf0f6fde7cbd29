using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Writes down how the runs of a lane ended, on a connection of its own. No clock: one commit takes all that ended while the
/// one before it waited for the disk.
/// </summary>
internal sealed class LaneEnds(NodeSession node, short lane, Action<JobRun> written)
{
    /// <summary>With so many unwritten ends a lane claims nothing: those of one commit under way, and of the next.</summary>
    public const int Most = 2 * MostAtOnce;

    private const int MostAtOnce = 256;

    private static readonly TimeSpan KeepConnection = TimeSpan.FromMilliseconds(250);

    private readonly Channel<RunEnd> _ends = Channel.CreateUnbounded<RunEnd>(new() { SingleReader = true });
    private readonly LaneLink _link = new(node.Database, node.Silence, durable: true);
    private readonly List<(RunEnd End, (float, string)? Last)> _pending = [];
    private int _unwritten;
    private ulong _failures;

    /// <summary>Ends that no commit has answered for.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    public void Add(RunEnd end)
    {
        Interlocked.Increment(ref _unwritten);
        _ends.Writer.TryWrite(end);
    }

    /// <summary>There will be no more.</summary>
    public void Complete() => _ends.Writer.TryComplete();

    public async Task RunAsync()
    {
        try
        {
            while (await MoreAsync())
                await WriteAllAsync();
        }
        catch (OperationCanceledException) when (node.Lost.IsCancellationRequested) { }
        finally
        {
            await _link.BreakAsync();
        }
    }

    // A lane that is busy keeps its connection; one that rests gives it back to the pool.
    private async ValueTask<bool> MoreAsync()
    {
        var more = _ends.Reader.WaitToReadAsync(node.Lost).AsTask();
        if (!more.IsCompleted && _link.IsOpen)
        {
            using var rested = CancellationTokenSource.CreateLinkedTokenSource(node.Lost);
            var rest = Task.Delay(KeepConnection, node.Time, rested.Token);
            if (await Task.WhenAny(more, rest) == rest)
                await _link.BreakAsync();
            await rested.CancelAsync();
        }
        return await more;
    }

    private async Task WriteAllAsync()
    {
        while (_pending.Count < MostAtOnce && _ends.Reader.TryRead(out var end))
            _pending.Add((end, node.Progress.Take(end.Run)));
        // In the order of ids, as everywhere: two writes of many rows must not wait for each other in a circle.
        _pending.Sort((one, other) => one.End.Run.Id.CompareTo(other.End.Run.Id));
        for (var failures = 1; _pending.Count > 0; failures++)
            try
            {
                await WriteAsync();
            }
            catch (OperationCanceledException) when (node.Lost.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception problem)
            {
                node.Silence.Suspect(problem);
                await _link.BreakAsync();
                if (Outage.Is(problem))
                    node.Log.LogDebug(problem, "The database is away; the ends of lane {Lane} wait.", lane);
                else
                    GiveUpResults(problem);
                var wait = Backoff.After(
                    failures,
                    TimeSpan.FromMilliseconds(50),
                    TimeSpan.FromSeconds(1),
                    ((ulong)node.Id << 20) + _failures++
                );
                await Task.Delay(wait, node.Time, node.Lost);
            }
    }

    private async Task WriteAsync()
    {
        var connection = await _link.OpenAsync(node.Lost);
        await using var batch = new NpgsqlBatch(connection) { Timeout = Bounds.Seconds };
        batch.BatchCommands.Add(LaneStatements.FinishCommand(node.Id, _pending));
        await batch.PrepareAsync(node.Lost);
        var ends = new List<WrittenEnd>(_pending.Count);
        // Read to its end and closed without an error: that is the commit.
        await using (var row = await batch.ExecuteReaderAsync(node.Lost))
            while (await row.ReadAsync(node.Lost))
                ends.Add(WrittenEnd.Read(row));
        Announce(ends);
        Interlocked.Add(ref _unwritten, -_pending.Count);
        foreach (var (end, _) in _pending)
            written(end.Run);
        _pending.Clear();
    }

    private void Announce(List<WrittenEnd> ends)
    {
        if (ends.Count > 0)
            node.Notices.Events(ends.Select(end => (end.Id, end.Seq)));
        foreach (var end in ends)
        {
            if (end.State == StoredState.Ready)
                node.Notices.Work(lane);
            else if (end.State == StoredState.Scheduled)
                node.SweepSoon();
            if (end.State != StoredState.Ready)
                node.Promote(end.Keys);
        }
        if (ends.Count < _pending.Count)
            node.Log.LogWarning(
                "{Count} runs ended after their job went to another node; dropped.",
                _pending.Count - ends.Count
            );
    }

    // A statement that can never succeed (a result PostgreSQL will not store) must not block the lane for ever.
    private void GiveUpResults(Exception problem)
    {
        node.Log.LogError(problem, "The ends of {Count} runs of lane {Lane} were refused.", _pending.Count, lane);
        for (var i = 0; i < _pending.Count; i++)
        {
            var error = new JobError("job.result_not_stored", "The job finished but its result could not be stored.");
            var end = new RunEnd(_pending[i].End.Run, Ending.FailedForGood, Error: error);
            _pending[i] = (end, null);
        }
    }
}
