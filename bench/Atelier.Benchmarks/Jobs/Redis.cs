using System.Diagnostics;

namespace Atelier.Benchmarks.Jobs;

/// <summary>A Redis without any persistence, its best case.</summary>
internal sealed class Redis : IDisposable
{
    public const int Port = 63_790;

    private readonly Process _process = Process.Start(
        new ProcessStartInfo(
            "redis-server",
            ["--port", $"{Port}", "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
        )
        {
            RedirectStandardOutput = true,
        }
    )!;

    public int Id => _process.Id;

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
