using System.Diagnostics;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>One node's process and the way it reaches the database. It may die and come back as another process.</summary>
internal sealed class NodeProcess(ChaosProxy proxy, string address) : IAsyncDisposable
{
    private Process? _process;

    public ChaosProxy Proxy => proxy;

    public int Id => _process!.Id;

    public void Start(bool older)
    {
        string[] line = [typeof(ChaosNode).Assembly.Location, ChaosNode.Verb, address, older ? "older" : "newest"];
        var start = new ProcessStartInfo("dotnet", line) { RedirectStandardInput = true };
        start.Environment.TryAdd("Logging__LogLevel__Default", "None"); // every fault is told by its stack traces
        start.Environment.TryAdd("Logging__Console__LogToStandardErrorThreshold", "Trace");
        _process = Process.Start(start)!;
    }

    public Task SignalAsync(string signal) => Signals.SendAsync(Id, signal);

    public async Task KillAsync()
    {
        _process!.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task StopAsync(TimeSpan longest)
    {
        await SignalAsync("TERM");
        using var patience = new CancellationTokenSource(longest);
        try
        {
            await _process!.WaitForExitAsync(patience.Token);
            _process.Dispose();
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await proxy.DisposeAsync();
    }
}
