using Atelier.Platform.Outgoing;
using Atelier.Reading.Robots;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Fetching;

/// <param name="Why">One sentence for people.</param>
/// <param name="Delay">What the host asks for between two requests.</param>
/// <param name="NoTurn">The file could not be asked for now.</param>
internal sealed record RobotsAnswer(
    bool Allowed,
    string Why,
    string? Rule = null,
    int? Line = null,
    TimeSpan? Delay = null,
    PoliteAnswer? NoTurn = null
)
{
    public IReadOnlyList<Uri> Sitemaps { get; init; } = [];
}

/// <summary>
/// What the robots.txt of a host allows (RFC 9309), kept for a day over all nodes. None there: all may be read; none to be
/// had: nothing. Redirects are followed, and what is found holds for the host that was asked.
/// </summary>
internal sealed class RobotsBook(
    NpgsqlDataSource database,
    PoliteCaller caller,
    OutgoingGuard guard,
    FetchLog log,
    TimeProvider clock,
    IOptions<CrawlOptions> options
)
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan TriedAgain = TimeSpan.FromHours(1); // when it could not be had

    private sealed record Page(string Verdict, string Note, byte[]? Body);

    public async Task<RobotsAnswer> AskAsync(FetchOrder order, Uri address, CancellationToken cancel)
    {
        var authority = address.GetLeftPart(UriPartial.Authority);
        var page = await FindAsync(authority, cancel);
        if (page is null)
        {
            var (fresh, noTurn) = await FetchAsync(order, authority, cancel);
            if (fresh is null)
                return new(false, "robots.txt could not be asked for now.", NoTurn: noTurn);
            page = fresh;
        }
        if (page.Verdict != "rules")
            return new(page.Verdict == "all", page.Note);
        var rules = RobotsRules.Read(page.Body, new($"{authority}/robots.txt"));
        var verdict = rules.Ask(options.Value.Bot, address);
        var why = verdict switch
        {
            { Line: { } line } =>
                $"robots.txt {(verdict.Allowed ? "allows" : "forbids")} it in line {line}: {verdict.Rule}",
            { Allowed: true } => "No rule of robots.txt is about this address.",
            _ => "robots.txt forbids it.",
        };
        var delay = rules.DelayFor(options.Value.Bot);
        return new(verdict.Allowed, why, verdict.Rule, verdict.Line, delay) { Sitemaps = rules.Sitemaps };
    }

    private async Task<(Page? Page, PoliteAnswer? NoTurn)> FetchAsync(
        FetchOrder order,
        string authority,
        CancellationToken cancel
    )
    {
        var at = new Uri($"{authority}/robots.txt");
        for (var hops = 0; ; hops++)
        {
            if (!await guard.AllowsAsync(at, cancel))
                return (await KeepAsync(authority, Unavailable("its address leads nowhere"), null, cancel), null);
            var delay = caller.DelayOf(at, null);
            var asked = await caller.AskAsync(at, FetchPurpose.Robots, delay, null, cancel);
            if (asked.Answer is not { } answer)
                return (null, asked);
            var next = hops < MostRedirects ? Redirects.Next(answer, at) : null;
            var page = PageOf(answer);
            await log.WriteAsync(RowOf(order, at, answer, asked, delay, next is null ? page : null), cancel);
            if (next is null)
                return (await KeepAsync(authority, page, answer.Status, cancel), null);
            at = next;
        }
    }

    private static Page PageOf(OutgoingAnswer answer) =>
        answer switch
        {
            { Failure: OutgoingFailure.TimedOut } => Unavailable("it took too long"),
            { Failure: not null, Status: not 200 } => Unavailable("the host cannot be reached"),
            { Failure: not null } => Unavailable("what came cannot be read"),
            { Status: 200 } => new("rules", "", answer.Body),
            { Status: 429 or >= 500 } => Unavailable($"the host answered {answer.Status}"),
            { Status: 204 or (>= 300 and < 500) } => new(
                "all",
                $"There is no robots.txt ({answer.Status}): all may be read.",
                null
            ),
            _ => Unavailable($"the host answered {answer.Status}"),
        };

    private static Page Unavailable(string why) =>
        new("none", $"robots.txt cannot be had ({why}): nothing is read.", null);

    private Fetch RowOf(
        FetchOrder order,
        Uri at,
        OutgoingAnswer answer,
        PoliteAnswer asked,
        TimeSpan delay,
        Page? page
    ) =>
        new()
        {
            OwnerId = order.OwnerId,
            CampaignId = order.CampaignId,
            Address = at.AbsoluteUri,
            Host = HostName.Of(at),
            Purpose = FetchPurpose.Robots,
            Outcome = page?.Verdict is "none" ? FetchOutcome.Failed : FetchOutcome.Fetched,
            Status = answer.Status,
            Why = page is { Note.Length: > 0 } ? page.Note : "robots.txt may always be read.",
            DelaySeconds = delay.TotalSeconds,
            WaitedSeconds = asked.Waited.TotalSeconds,
            MediaType = answer.MediaType,
            Bytes = answer.Body.Length,
            Seconds = answer.Took.TotalSeconds,
            At = clock.GetUtcNow(),
        };

    private async Task<Page?> FindAsync(string authority, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(
            "select verdict, note, body from campaigns.robots where authority = $1 and good_until > $2"
        );
        find.Parameters.Add(new() { Value = authority });
        find.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        await using var row = await find.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        return new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));
    }

    private async Task<Page> KeepAsync(string authority, Page page, int? status, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await using var keep = database.CreateCommand(
            """
            insert into campaigns.robots (authority, verdict, note, body, status, read_at, good_until)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (authority) do update set verdict = $2, note = $3, body = $4, status = $5, read_at = $6,
                good_until = $7
            """
        );
        keep.Parameters.Add(new() { Value = authority });
        keep.Parameters.Add(new() { Value = page.Verdict });
        keep.Parameters.Add(new() { Value = page.Note });
        keep.Parameters.Add(new() { Value = (object?)page.Body ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        keep.Parameters.Add(new() { Value = (object?)status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        keep.Parameters.Add(new() { Value = now });
        keep.Parameters.Add(new() { Value = now + (page.Verdict == "none" ? TriedAgain : Kept) });
        await keep.ExecuteNonQueryAsync(cancel);
        return page;
    }
}
