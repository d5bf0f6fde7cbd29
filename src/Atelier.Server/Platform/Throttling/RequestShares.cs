using System.Collections.Concurrent;

namespace Atelier.Platform.Throttling;

/// <summary>
/// The limit on all requests, without a round trip for each: a node takes a twentieth of somebody's limit at a time out of
/// the common count and deals it out from memory. What is left of a share after a minute is void, so nobody exceeds the
/// limit by more than one share a node.
/// </summary>
internal sealed class RequestShares(Throttles throttles, TimeProvider clock)
{
    private const int Shares = 20;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Share> _shares = new(StringComparer.Ordinal);

    /// <returns>How long to wait; null when the request may pass.</returns>
    public async ValueTask<TimeSpan?> TakeAsync(string whose, CancellationToken cancel)
    {
        if (_shares.Count >= MostRemembered)
            _shares.Clear();
        var share = _shares.GetOrAdd(whose, _ => new Share());
        if (share.TryTake(clock.GetUtcNow(), out var wait))
            return wait;
        await share.Gate.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (share.TryTake(now, out wait))
                return wait;
            var size = Math.Max(1, throttles.LimitOf(ThrottlePolicy.Requests) / Shares);
            wait = await throttles.TakeAsync(ThrottlePolicy.Requests, whose, size, cancel);
            share.Fill(wait is null ? size - 1 : null, now, wait ?? Good);
            return wait;
        }
        finally
        {
            share.Gate.Release();
        }
    }

    private sealed class Share
    {
        private Content _content = new(0, default, default); // empty, and over

        public SemaphoreSlim Gate { get; } = new(1);

        /// <param name="count">Null when the common count gave nothing.</param>
        public void Fill(int? count, DateTimeOffset now, TimeSpan lasts) => _content = new(count, now, now + lasts);

        /// <returns>False when the common count has to be asked.</returns>
        public bool TryTake(DateTimeOffset now, out TimeSpan? wait)
        {
            var content = _content;
            wait = content.IsRefusal ? content.Until - now : null;
            return content.Covers(now) && (content.IsRefusal || content.Take());
        }
    }

    /// <summary>So many requests, or none for as long as it lasts.</summary>
    private sealed class Content(int? count, DateTimeOffset from, DateTimeOffset until)
    {
        private int _left = count ?? 0;

        public DateTimeOffset Until { get; } = until;

        public bool IsRefusal { get; } = count is null;

        /// <summary>A clock set back must not keep a refusal alive.</summary>
        public bool Covers(DateTimeOffset now) => from <= now && now < Until;

        public bool Take() => Interlocked.Decrement(ref _left) >= 0;
    }
}
