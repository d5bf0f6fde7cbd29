namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>Open, or closed until somebody opens it.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource? _closed;

    public void Close() =>
        Interlocked.CompareExchange(
            ref _closed,
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            null
        );

    public void Open() => Interlocked.Exchange(ref _closed, null)?.SetResult();

    public Task PassAsync(CancellationToken cancel) => _closed?.Task.WaitAsync(cancel) ?? Task.CompletedTask;
}
