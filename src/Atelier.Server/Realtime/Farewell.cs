using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Atelier.Realtime;

/// <summary>
/// When the node stops, tells every connection to come back after a while of its own: other nodes then get them one by
/// one instead of all at once.
/// </summary>
internal sealed class Farewell(
    OpenConnections connections,
    FrameWriter frames,
    IHostApplicationLifetime lifetime,
    IOptions<RealtimeOptions> options
) : IHostedService
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private CancellationTokenRegistration _stopping;

    /// <summary>Registered after SignalR's own, which cuts connections off, and so called before it.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            Say();
            connections.EmptyAsync().Wait(Grace); // a client that understands closes at once
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping.Dispose();
        return Task.CompletedTask;
    }

    private void Say()
    {
        var longest = options.Value.ReturnWithinSeconds * 1000;
        foreach (var one in connections.All)
            one.Outbox.Post(frames.Restarting(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longest + 1))));
    }
}
