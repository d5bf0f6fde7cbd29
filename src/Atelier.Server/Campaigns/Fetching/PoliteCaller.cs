using System.Globalization;
using Atelier.Platform.Outgoing;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Fetching;

/// <param name="Answer">Null when it did not come to be this request's turn.</param>
/// <param name="Turn">The last that was tried for.</param>
internal sealed record PoliteAnswer(OutgoingAnswer? Answer, Turn Turn, TimeSpan Waited);

/// <summary>Makes one request when it is its turn at the host, and tells the host's other readers how it went.</summary>
internal sealed class PoliteCaller(
    HostTurns turns,
    OutgoingClient client,
    OutgoingGuard guard,
    Waits waits,
    TimeProvider clock,
    IOptions<CrawlOptions> options
)
{
    private const int SlowestBytesPerSecond = 1024;
    private static readonly TimeSpan WholeFetch = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestComeBack = TimeSpan.FromDays(1);

    /// <param name="asked">By the host's robots.txt.</param>
    public TimeSpan DelayOf(Uri address, TimeSpan? asked)
    {
        var settings = options.Value;
        var own = TimeSpan.FromSeconds(guard.Opens(address) ? settings.InsideDelaySeconds : settings.DelaySeconds);
        return asked > own ? asked.Value : own;
    }

    /// <param name="kept">What is here of this address; only what changed is asked for then.</param>
    public async Task<PoliteAnswer> AskAsync(
        Uri address,
        FetchPurpose purpose,
        TimeSpan delay,
        KeptPage? kept,
        CancellationToken cancel
    )
    {
        var host = HostName.Of(address);
        var waited = TimeSpan.Zero;
        var turn = await turns.TryTakeAsync(host, delay, cancel);
        while (turn is { Holder: null, Blocked: false, PausedUntil: null })
        {
            waited += turn.Wait;
            if (waited.TotalSeconds > options.Value.LongestWaitSeconds)
                return new(null, turn, waited - turn.Wait);
            await waits.ForAsync(turn.Wait, cancel);
            turn = await turns.TryTakeAsync(host, delay, cancel);
        }
        if (turn.Holder is not { } holder)
            return new(null, turn, waited);
        OutgoingAnswer? answer = null;
        try
        {
            answer = await client.ReadAsync(ReadOf(address, purpose, kept), cancel);
            return new(answer, turn, waited);
        }
        finally
        {
            await turns.GiveBackAsync(host, holder, delay, answer is null ? new(Failed: false) : ReportOf(answer));
        }
    }

    /// <summary>Overloaded, down, or too slow: it is left alone longer each time. What it refuses on purpose is its right.</summary>
    private HostReport ReportOf(OutgoingAnswer answer)
    {
        var failed = answer switch
        {
            { Status: 429 or >= 500 } => true,
            { Failure: OutgoingFailure.TimedOut or OutgoingFailure.Unreachable } => true,
            _ => false,
        };
        return new(failed, answer.Status, failed ? ComeBack(answer) : null);
    }

    /// <summary>Seconds, or a date.</summary>
    private TimeSpan? ComeBack(OutgoingAnswer answer)
    {
        if (answer.Headers.GetValueOrDefault("Retry-After") is not { } text)
            return null;
        var time =
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date - clock.GetUtcNow()
            : TimeSpan.Zero;
        return time <= TimeSpan.Zero ? null
            : time > LongestComeBack ? LongestComeBack
            : time;
    }

    private OutgoingRead ReadOf(Uri address, FetchPurpose purpose, KeptPage? kept)
    {
        var headers = new Dictionary<string, string>
        {
            ["User-Agent"] = options.Value.UserAgent,
            ["Accept"] =
                purpose is FetchPurpose.Page
                    ? "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
                    : "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5",
        };
        if (kept?.ETag is { } tag)
            headers["If-None-Match"] = tag; // wins over the date (RFC 9110, 13.2.2), so the date is not sent
        else if (kept?.LastModified is { } date)
            headers["If-Modified-Since"] = date;
        return new(address, WholeFetch, BodyKinds.LargestOf(purpose))
        {
            HeadOnly = purpose is FetchPurpose.Check,
            Headers = headers,
            Rules = new()
            {
                HeaderTime = Headers,
                Slowest = SlowestBytesPerSecond,
                TakesBeginning = purpose is FetchPurpose.Robots,
                IsWanted = purpose switch
                {
                    FetchPurpose.Robots => null,
                    FetchPurpose.Sitemap => BodyKinds.IsWantedSitemap,
                    _ => BodyKinds.IsWanted,
                },
            },
        };
    }
}
