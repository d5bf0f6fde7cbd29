namespace Atelier.Campaigns.Fetching;

/// <param name="Why">What allowed it or stood in its way.</param>
/// <param name="RobotsLine">Of the rule in the host's robots.txt that decided.</param>
/// <param name="DelaySeconds">Kept between two requests to this host.</param>
/// <param name="WaitedSeconds">For its turn.</param>
/// <param name="Conditional">It asked only for what changed.</param>
internal sealed record FetchView(
    long Id,
    string Address,
    string? FinalAddress,
    string Host,
    FetchPurpose Purpose,
    FetchOutcome Outcome,
    int? Status,
    string Why,
    string? RobotsRule,
    int? RobotsLine,
    double DelaySeconds,
    double WaitedSeconds,
    bool Conditional,
    string? MediaType,
    long Bytes,
    double Seconds,
    DateTimeOffset At
)
{
    public static FetchView Of(Fetch fetch) =>
        new(
            fetch.Id,
            fetch.Address,
            fetch.FinalAddress,
            fetch.Host,
            fetch.Purpose,
            fetch.Outcome,
            fetch.Status,
            fetch.Why,
            fetch.RobotsRule,
            fetch.RobotsLine,
            fetch.DelaySeconds,
            fetch.WaitedSeconds,
            fetch.Conditional,
            fetch.MediaType,
            fetch.Bytes,
            fetch.Seconds,
            fetch.At
        );
}
