using System.Diagnostics;
using System.Globalization;
using Atelier.Benchmarks.Jobs;

namespace Atelier.Benchmarks.Realtime;

/// <summary>A server under test, in a process of its own that follows orders.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    public Server(ProcessStartInfo start, Uri address)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
        Address = address;
    }

    public Uri Address { get; }

    public Uri Http => new($"http://127.0.0.1:{Address.Port}");

    /// <summary>Seconds that it has used.</summary>
    public double Cpu => CpuTime.OfTree(_process.Id);

    public Task ReadyAsync() => HearAsync("ready");

    /// <returns>What it says beside "done".</returns>
    public async Task<string> OrderAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        return await HearAsync("done");
    }

    /// <summary>Without a word, as a machine goes down.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>KiB that it holds after a collection and no other process has: what would be free without it.</summary>
    public async Task<double> OwnMemoryAsync()
    {
        await OrderAsync("collect");
        return File.ReadLines($"/proc/{_process.Id}/smaps_rollup")
            .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
            .Sum(line =>
                double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            );
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(Farewell);
        }
        catch (Exception problem) when (problem is TimeoutException or IOException)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private async Task<string> HearAsync(string end)
    {
        var said = "";
        while (true)
            switch (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience))
            {
                case null:
                    throw new InvalidOperationException($"{_process.StartInfo.FileName} has ended");
                case { } line when line == end:
                    return said;
                case { } line:
                    said = line;
                    break;
            }
    }
}
