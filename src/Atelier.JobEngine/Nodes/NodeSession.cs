using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// This process under one node id, from registration until it drains or loses its lease. A process that lost its lease
/// comes back under a new id, so nothing it did under the old one can be mistaken for current.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A run that ignores its token may look at it after the session ended."
)]
internal sealed class NodeSession
{
    private readonly CancellationTokenSource _lost = new();
    private readonly LaneWorker[] _lanes;
    private readonly Promoter _promoter;
    private readonly Sweeper _sweeper;
    private volatile bool _draining;

    public NodeSession(int id, EngineParts parts, Registered can)
    {
        (Id, Parts, Kinds) = (id, parts, can.Kinds);
        _lanes = [.. can.Lanes.Select(lane => new LaneWorker(this, lane.Key, lane.Value))];
        _promoter = new Promoter(parts);
        _sweeper = new Sweeper(parts, _promoter, id);
    }

    public int Id { get; }

    public EngineParts Parts { get; }

    /// <summary>What this process has handlers for.</summary>
    public IReadOnlyDictionary<short, string> Kinds { get; }

    public NpgsqlDataSource Database => Parts.Database;

    public JobEngineOptions Options => Parts.Options;

    public TimeProvider Time => Parts.Time;

    public ILogger Log => Parts.Log;

    public Notices Notices => Parts.Notices;

    public ProgressWriter Progress => Parts.Progress;

    public StepStore Steps => Parts.Steps;

    public Silence Silence => Parts.Silence;

    public Execution Execution => Parts.Execution;

    public CancellationToken Lost => _lost.Token;

    public bool IsDraining => _draining;

    /// <summary>Somebody's transaction keeps dead rows from being cleared away.</summary>
    public bool SeesOldSnapshot => _sweeper.SeesOldSnapshot;

    public void SweepSoon() => _sweeper.Soon();

    /// <summary>Places in the lines of these keys may have become free, or their lines longer.</summary>
    public void Promote(IEnumerable<int> keys) => _promoter.Look(keys);

    public void Promote(int key) => _promoter.Look([key]);

    public void Drain(short[] lanes)
    {
        foreach (var lane in _lanes)
            lane.Drain(lanes.Contains(lane.Lane));
    }

    public void Wake(short lane) => Array.Find(_lanes, one => one.Lane == lane)?.Wake();

    public void WakeAll() => Array.ForEach(_lanes, lane => lane.Wake());

    public void CancelRun(long job)
    {
        foreach (var run in _lanes.SelectMany(lane => lane.Active.Values).Where(run => run.Id == job))
            run.RequestStop(StopReason.Cancelled);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = new CancellationTokenSource();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, ended.Token);
        var beat = new Lease(this).KeepAsync(ended.Token); // to the end: a draining node still holds its jobs
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(over.Token, _lost.Token);
        var works = _lanes.Length > 0;
        var sweep = works ? _sweeper.RunAsync(over.Token) : Task.CompletedTask;
        var promote = works ? _promoter.RunAsync(ended.Token) : Task.CompletedTask;
        var lanes = works
            ? Task.WhenAll(_lanes.Select(lane => lane.RunAsync()))
            : Task.Delay(Timeout.Infinite, idle.Token);
        await Task.WhenAny(lanes, Task.Delay(Timeout.Infinite, over.Token));
        if (!_lost.IsCancellationRequested)
            await DrainAsync(lanes);
        await ended.CancelAsync();
        await Task.WhenAny(lanes, Task.Delay(TimeSpan.FromSeconds(2), Time, CancellationToken.None));
        await Task.WhenAll(beat, sweep, promote);
    }

    public void LoseLease()
    {
        JobTelemetry.LeaseLost();
        Log.LogWarning("Node {Node} lost its lease; its runs are stopped and it starts over.", Id);
        _ = _lost.CancelAsync(); // a statement under way takes its time to be cancelled
        foreach (var run in _lanes.SelectMany(lane => lane.Active.Values))
            run.RequestStop(StopReason.LeaseLost);
    }

    // Nothing new is claimed and no new step begun; open steps get the grace, then their token; then all is handed back.
    private async Task DrainAsync(Task lanes)
    {
        _draining = true;
        StopAtNextStep();
        await TryAsync("update jobs.node set draining = true where id = $1");
        StopAtNextStep(); // what a claim under way brought in meanwhile
        WakeAll();
        if (!await EndsWithinAsync(lanes, Options.DrainGrace))
        {
            foreach (var run in _lanes.SelectMany(lane => lane.Active.Values))
                run.RequestStop(StopReason.Draining);
            await EndsWithinAsync(lanes, TimeSpan.FromSeconds(2));
        }
        var left = _lanes.Sum(lane => lane.Active.Count);
        if (left > 0)
            Log.LogWarning("{Count} jobs did not stop in time and are handed back while they still run.", left);
        await TryAsync(Sweeper.HandBack);
        await Notices.SendAsync(CancellationToken.None);
    }

    private void StopAtNextStep()
    {
        foreach (var run in _lanes.SelectMany(lane => lane.Active.Values))
            run.StopAtNextStep();
    }

    private async Task<bool> EndsWithinAsync(Task lanes, TimeSpan grace)
    {
        await Task.WhenAny(lanes, Task.Delay(grace, Time));
        return lanes.IsCompleted;
    }

    private async Task TryAsync(string sql)
    {
        try
        {
            await using var command = Database.CreateCommand(sql);
            command.CommandTimeout = 5;
            command.Parameters.Add(new() { Value = Id });
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception problem) when (Outage.Is(problem))
        {
            Log.LogWarning("The database is away while stopping; the jobs of this node move when its lease ends.");
        }
    }
}
