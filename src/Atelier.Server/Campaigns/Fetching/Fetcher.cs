using Atelier.Platform.Outgoing;
using Atelier.Platform.Throttling;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Fetching;

/// <summary>
/// The one way in which campaigns read the web: asked of the block lists and robots.txt, in turn with all other readers of
/// a host, for what changed only, and written down with its reason. Redirects are judged like the first address.
/// </summary>
internal sealed class Fetcher(
    RobotsBook robots,
    PoliteCaller caller,
    KeptPages pages,
    BlockLists blocks,
    FetchLog log,
    OutgoingGuard guard,
    Throttles throttles,
    TimeProvider clock,
    IOptions<CrawlOptions> options
)
{
    /// <returns>Always a result: what went wrong is an outcome.</returns>
    public async Task<FetchResult> FetchAsync(FetchOrder order, CancellationToken cancel)
    {
        var quota = await throttles.TakeAsync(ThrottlePolicy.Fetches, $"{order.OwnerId}", cancel);
        if (quota is not null)
            return await EndAsync(
                new(order, order.Address),
                FetchOutcome.Paused,
                "You have read as many pages as you may in an hour.",
                cancel
            );
        var address = order.Address;
        for (var hops = 0; ; hops++)
        {
            var (result, next) = await StepAsync(order, address, hops, cancel);
            if (next is null)
                return result;
            address = next;
        }
    }

    /// <summary>The addresses of the sitemaps that the host's robots.txt names.</summary>
    public async Task<IReadOnlyList<Uri>> SitemapsAsync(FetchOrder order, CancellationToken cancel) =>
        (await robots.AskAsync(order, order.Address, cancel)).Sitemaps;

    private async Task<(FetchResult Result, Uri? Next)> StepAsync(
        FetchOrder order,
        Uri given,
        int hops,
        CancellationToken cancel
    )
    {
        var step = new Step(order, given);
        if (!Destination.TryParse(given.OriginalString, out var address) || !await guard.AllowsAsync(address, cancel))
            return (
                await EndAsync(step, FetchOutcome.Refused, "This address is not one of a public web server.", cancel),
                null
            );
        if (await blocks.FindAsync(order.OwnerId, address, cancel) is { } blocked)
            return (await EndAsync(step, FetchOutcome.Blocked, blocked, cancel), null);

        var verdict =
            order.Purpose is FetchPurpose.Robots
                ? new RobotsAnswer(true, "robots.txt may always be read.")
                : await robots.AskAsync(order, address, cancel);
        step = step with { Robots = verdict, Delay = caller.DelayOf(address, verdict.Delay) };
        if (verdict.NoTurn is { } noTurn)
            return (await NoTurnAsync(step, noTurn, cancel), null);
        if (!verdict.Allowed)
            return (await EndAsync(step, FetchOutcome.Robots, verdict.Why, cancel), null);
        if (step.Delay.TotalSeconds > options.Value.LongestDelaySeconds)
            return (
                await EndAsync(
                    step,
                    FetchOutcome.Paused,
                    $"The site asks for {step.Delay.TotalSeconds:0} s between two requests, so it is left out.",
                    cancel
                ),
                null
            );

        var kept = order.Purpose is FetchPurpose.Check ? null : await pages.FindAsync(address, cancel);
        var asked = await caller.AskAsync(address, order.Purpose, step.Delay, kept, cancel);
        step = step with { Waited = asked.Waited, IsConditional = kept is not null };
        return asked.Answer is { } answer
            ? await ReadAsync(step with { Answer = answer }, kept, hops, cancel)
            : (await NoTurnAsync(step, asked, cancel), null);
    }

    private async Task<(FetchResult Result, Uri? Next)> ReadAsync(
        Step step,
        KeptPage? kept,
        int hops,
        CancellationToken cancel
    )
    {
        var answer = step.Answer!;
        if (Redirects.Is(answer))
        {
            var next = Redirects.Next(answer, answer.Address);
            var (outcome, why) =
                next is null ? (FetchOutcome.Refused, "It redirects to what is no public address.")
                : hops == Redirects.Most ? (FetchOutcome.Failed, "It redirects more than five times.")
                : (FetchOutcome.Fetched, $"{step.Why} It redirects.");
            return (await EndAsync(step, outcome, why, cancel), outcome is FetchOutcome.Fetched ? next : null);
        }
        if (answer is { Status: 304, Failure: null } && kept is not null)
        {
            await pages.ConfirmAsync(answer.Address, cancel);
            return (
                await EndAsync(
                    step,
                    FetchOutcome.NotModified,
                    $"{step.Why} It has not changed.",
                    cancel,
                    Plain(step, kept)
                ),
                null
            );
        }
        if (answer is { Status: 200, Failure: null })
        {
            var page = KeptPage.Of(answer);
            if (Plain(step, page) is not { } plain)
            {
                var (grown, why) = Failure(answer with { Failure = OutgoingFailure.TooLarge });
                return (await EndAsync(step, grown, why, cancel), null);
            }
            if (step.Order.Purpose is not FetchPurpose.Check)
                await pages.KeepAsync(answer.Address, page, cancel);
            return (await EndAsync(step, FetchOutcome.Fetched, step.Why, cancel, plain), null);
        }
        var (failed, reason) = Failure(answer);
        return (await EndAsync(step, failed, reason, cancel), null);
    }

    /// <returns>The page itself, where a packed sitemap came; null where that cannot be unpacked within its limits.</returns>
    private static KeptPage? Plain(Step step, KeptPage page)
    {
        if (step.Order.Purpose is not FetchPurpose.Sitemap || !PackedFile.Is(page.Body))
            return page;
        var plain = PackedFile.Unpack(page.Body, BodyKinds.LargestOf(FetchPurpose.Sitemap));
        return plain is null ? null : page with { Body = plain };
    }

    private static (FetchOutcome Outcome, string Why) Failure(OutgoingAnswer answer) =>
        answer switch
        {
            { Failure: OutgoingFailure.Refused } => (
                FetchOutcome.Refused,
                "This address is not one of a public web server."
            ),
            { Failure: OutgoingFailure.TimedOut } => (FetchOutcome.TimedOut, "The host took too long."),
            { Failure: OutgoingFailure.TooLarge } => (
                FetchOutcome.TooLarge,
                "The page is too large, or grows too much when it is unpacked."
            ),
            { Failure: OutgoingFailure.Unwanted } => (FetchOutcome.WrongType, "This is neither a page nor a feed."),
            { Failure: OutgoingFailure.Unreadable } => (FetchOutcome.WrongType, "What came cannot be unpacked."),
            { Failure: not null } => (FetchOutcome.Failed, "The host cannot be reached."),
            { Status: 410 } => (FetchOutcome.Gone, "The host says that this is gone for good."),
            { Status: 429 or 503 } => (
                FetchOutcome.Failed,
                $"The host has too much to do ({answer.Status}) and is left alone for a while."
            ),
            _ => (FetchOutcome.Failed, $"The host answered {answer.Status}."),
        };

    private Task<FetchResult> NoTurnAsync(Step step, PoliteAnswer asked, CancellationToken cancel) =>
        asked.Turn switch
        {
            { Blocked: true } turn => EndAsync(
                step,
                FetchOutcome.Blocked,
                $"This host is on the studio's block list. {turn.Reason}".TrimEnd(),
                cancel
            ),
            { PausedUntil: { } until } turn => EndAsync(
                step,
                FetchOutcome.Paused,
                $"The host is left alone until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. {turn.Reason}".TrimEnd(),
                cancel
            ),
            _ => EndAsync(
                step,
                FetchOutcome.Paused,
                "Others wait at this host, or it wants to be left alone for a while.",
                cancel
            ),
        };

    private async Task<FetchResult> EndAsync(
        Step step,
        FetchOutcome outcome,
        string why,
        CancellationToken cancel,
        KeptPage? page = null
    )
    {
        var answer = step.Answer;
        var place = answer?.Address ?? step.Address;
        var id = await log.WriteAsync(
            new Fetch
            {
                OwnerId = step.Order.OwnerId,
                CampaignId = step.Order.CampaignId,
                Address = step.Address.AbsoluteUri,
                FinalAddress = place == step.Address ? null : place.AbsoluteUri,
                Host = HostName.Of(step.Address),
                Purpose = step.Order.Purpose,
                Outcome = outcome,
                Status = answer?.Status,
                Why = why,
                RobotsRule = step.Robots?.Rule,
                RobotsLine = step.Robots?.Line,
                DelaySeconds = step.Delay.TotalSeconds,
                WaitedSeconds = step.Waited.TotalSeconds,
                Conditional = step.IsConditional,
                MediaType = answer?.MediaType,
                Bytes = answer?.Body.Length ?? 0,
                Seconds = answer?.Took.TotalSeconds ?? 0,
                At = clock.GetUtcNow(),
            },
            cancel
        );
        return new(outcome, answer?.Status, place, answer?.MediaType, page?.Body ?? [], why, id)
        {
            ContentType = page?.ContentType,
            RobotsTag = page?.RobotsTag,
            Links = page?.Links,
            Sha256 = page?.Sha256,
        };
    }

    /// <summary>One request on the way to a page.</summary>
    private sealed record Step(FetchOrder Order, Uri Address)
    {
        public RobotsAnswer? Robots { get; init; }
        public TimeSpan Delay { get; init; }
        public TimeSpan Waited { get; init; }
        public bool IsConditional { get; init; }
        public OutgoingAnswer? Answer { get; init; }

        /// <summary>What allowed it.</summary>
        public string Why => $"{Robots?.Why} {Delay.TotalSeconds:0.#} s are kept between two requests.";
    }
}
