using System.Runtime.InteropServices;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Ctrl+C and its like, so that what was started is stopped first.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        context.Cancel = true;
                        _happened.TrySetResult();
                    }
                )
            ),
        ];

    public Task Happened => _happened.Task;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
    }
}
