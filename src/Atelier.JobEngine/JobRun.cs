using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine;

/// <summary>One run of a job, as its handler sees it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Its token source has no timer and no handle to free.")]
public sealed class JobRun
{
    private readonly StepStore _store;
    private readonly ProgressWriter _progress;
    private readonly JsonSerializerOptions _json;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lazy<ConcurrentDictionary<string, bool>> _open = new(() => new(StringComparer.Ordinal));
    private readonly Lazy<Task<ConcurrentDictionary<string, string?>>> _finished;
    private volatile bool _noNewSteps;
    private int _stop;

    internal JobRun(ClaimedJob job, StepStore store, ProgressWriter progress, JsonSerializerOptions json)
    {
        (Claim, _store, _progress, _json) = (job, store, progress, json);
        _finished = new(() => _store.ReadAsync(Claim, Cancel));
        Cancel = _stopping.Token;
    }

    /// <summary>The job's id inside the engine. Outside it is known as <see cref="PublicId"/>.</summary>
    public long Id => Claim.Id;

    public Guid PublicId => Claim.PublicId;

    public Guid OwnerId => Claim.OwnerId;

    public Guid? ProjectId => Claim.ProjectId;

    /// <summary>1 for the first attempt.</summary>
    public int Attempt => Claim.Attempt;

    public int MaxAttempts => Claim.MaxAttempts;

    internal ClaimedJob Claim { get; }

    internal CancellationToken Cancel { get; }

    internal StopReason Stop => (StopReason)Volatile.Read(ref _stop);

    /// <summary>
    /// Runs a piece of work at most once to its end: its result is stored, and a later run of the job gets the stored
    /// result instead. Work that was interrupted runs again from its start. Different steps may run side by side.
    /// </summary>
    /// <param name="name">Unique in the job and the same in every run: <c>illustrate 7</c>.</param>
    /// <exception cref="OperationCanceledException">The job was cancelled, is handed to another node, or was lost.</exception>
    public Task<T> StepAsync<T>(string name, Func<CancellationToken, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return OnceAsync(
            name,
            async started =>
            {
                var result = await work(Cancel);
                var json = JsonSerializer.Serialize(result, _json);
                await _store.SaveAsync(this, name, json, Stopwatch.GetElapsedTime(started), Cancel);
                return (result, json);
            }
        );
    }

    /// <summary>
    /// As above, with rows written through <paramref name="work"/>'s transaction committed together with the step:
    /// either both are there afterwards or neither.
    /// </summary>
    public Task<T> StepAsync<T>(string name, Func<NpgsqlTransaction, CancellationToken, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return OnceAsync(
            name,
            async started =>
            {
                string? json = null;
                var result = await _store.SaveWithAsync(
                    this,
                    name,
                    async transaction =>
                    {
                        var made = await work(transaction, Cancel);
                        return (made, json = JsonSerializer.Serialize(made, _json));
                    },
                    () => Stopwatch.GetElapsedTime(started),
                    Cancel
                );
                return (result, json!);
            }
        );
    }

    /// <summary>
    /// Tells watchers how far the job is. Call it as often as you like: at most ten a second are sent, the last one always.
    /// </summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="message">A short sentence for the owner; cut after 200 characters.</param>
    public void Report(double fraction, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var share = double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1);
        _progress.Report(this, (float)share, PlainText.Of(message, 200));
    }

    internal void RequestStop(StopReason reason)
    {
        // A cancelled job stays cancelled; every other reason keeps the first.
        if (reason is StopReason.Cancelled)
            Volatile.Write(ref _stop, (int)reason);
        else
            Interlocked.CompareExchange(ref _stop, (int)reason, (int)StopReason.None);
        _ = TellAsync();
    }

    // Not on the caller's way: what the handler has under way may take long to be cancelled, and others wait to be told.
    private async Task TellAsync()
    {
        try
        {
            await _stopping.CancelAsync();
        }
        catch (AggregateException)
        {
            // A callback of the handler failed; its run ends all the same.
        }
    }

    /// <summary>Lets the open steps finish; the next one is not begun.</summary>
    internal void StopAtNextStep()
    {
        _noNewSteps = true;
        Interlocked.CompareExchange(ref _stop, (int)StopReason.Draining, (int)StopReason.None);
    }

    private async Task<T> OnceAsync<T>(string name, Func<long, Task<(T Result, string Json)>> work)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var finished = await _finished.Value;
        if (finished.TryGetValue(name, out var stored))
            return Stored<T>(name, stored);
        Cancel.ThrowIfCancellationRequested();
        if (_noNewSteps)
            throw new OperationCanceledException("This node is stopping; another one goes on from here.");
        if (!_open.Value.TryAdd(name, true))
            throw new InvalidOperationException($"The step '{name}' is running already in this job.");
        using var span = JobTelemetry.Step(name);
        try
        {
            var (result, json) = await work(Stopwatch.GetTimestamp());
            finished[name] = json;
            return result;
        }
        finally
        {
            _open.Value.TryRemove(name, out _);
        }
    }

    private T Stored<T>(string name, string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json ?? "null", _json)!;
        }
        catch (JsonException)
        {
            throw new JobFailure(
                "job.step_unreadable",
                $"The stored result of the step '{name}' was written by another version and cannot be read.",
                retryable: false
            );
        }
    }
}
