using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>Closes a connection that asks more than a person's client ever would: a burst, then so many a second.</summary>
internal sealed class MessagePace(TimeProvider clock) : IHubFilter
{
    private const double Burst = 200; // twice what joining every allowed channel takes
    private const double PerSecond = 20;

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        var connection = invocationContext.Context;
        if (Spend(connection))
            return next(invocationContext);
        connection.Abort();
        return ValueTask.FromResult<object?>(null);
    }

    /// <summary>The calls of one connection come one after the other, so its allowance needs no lock.</summary>
    private bool Spend(HubCallerContext connection)
    {
        var now = clock.GetUtcNow();
        var (left, since) = connection.Items.TryGetValue(typeof(MessagePace), out var known)
            ? ((double, DateTimeOffset))known!
            : (Burst, now);
        var grown = Math.Max(0, (now - since).TotalSeconds) * PerSecond;
        left = Math.Min(Burst, left + grown) - 1;
        connection.Items[typeof(MessagePace)] = (left, now);
        return left >= 0;
    }
}
