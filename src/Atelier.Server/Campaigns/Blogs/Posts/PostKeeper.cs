using Atelier.Campaigns.Blogs.Finding;
using Atelier.Campaigns.Fetching;
using Atelier.Language;
using Atelier.Language.Figures;
using Atelier.Reading.Addresses;
using Atelier.Reading.Articles;
using Atelier.Reading.Likeness;
using Atelier.Reading.Robots;
using Atelier.Reading.Safety;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Blogs.Posts;

internal enum PostOutcome
{
    Read,
    Unchanged,
    Failed,

    /// <summary>Nothing more is to be had from this host for now.</summary>
    HostIsAway,
}

/// <summary>Fetches one post and stores what is read of it. An unchanged page is not read again.</summary>
internal sealed class PostKeeper(
    Fetcher fetcher,
    PageReading pages,
    PostTopics topics,
    IOptions<CrawlOptions> crawl,
    TimeProvider clock
)
{
    private const int LongestText = 200_000;
    private const int MostHidden = 20;
    private const int LongestHidden = 500;
    private const int MostLinks = 100;

    public async Task<PostOutcome> ReadAsync(CampaignsDb db, Post post, Guid? campaign, CancellationToken cancel)
    {
        var order = new FetchOrder(new(post.Url), FetchPurpose.Page, post.OwnerId, campaign);
        var result = await fetcher.FetchAsync(order, cancel);
        var outcome = await KeepAsync(db, post, result, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PostOutcome.HostIsAway; // its blog was deleted
        }
        return outcome;
    }

    private async Task<PostOutcome> KeepAsync(CampaignsDb db, Post post, FetchResult result, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (result.Outcome is FetchOutcome.Robots or FetchOutcome.Blocked)
        {
            post.Forbid(result.Why, result.FetchId);
            return PostOutcome.Failed;
        }
        if (!result.HasBody)
        {
            post.Miss(result.Status, result.FetchId);
            return result.Outcome is FetchOutcome.Paused ? PostOutcome.HostIsAway : PostOutcome.Failed;
        }
        if (post.Sha256 is not null && post.Sha256 == result.Sha256)
        {
            post.SeenUnchanged(200, result.FetchId, now);
            return PostOutcome.Unchanged;
        }
        if (await pages.ReadAsync(result, cancel) is not { } page)
        {
            post.Miss(result.Status, result.FetchId);
            return PostOutcome.Failed;
        }
        post.Keep(await ReadingOfAsync(db, post, page, result, cancel), 200, result.FetchId, now);
        return PostOutcome.Read;
    }

    private async Task<PostReading> ReadingOfAsync(
        CampaignsDb db,
        Post post,
        ArticlePage page,
        FetchResult result,
        CancellationToken cancel
    )
    {
        var robots = page.Robots.And(RobotsHeader.Read(result.RobotsTag, crawl.Value.Bot));
        var news = new PostNews(
            BlogInspector.Clean(page.Title),
            BlogInspector.Clean(page.Author),
            page.Published,
            page.CommentCount
        );
        if (robots.ForbidsUse)
            return Forbidden(news, result, $"The page asks not to be used: {robots.Evidence}");
        var clean = ReaderText.Clean(page.Text);
        var text = clean.Length <= LongestText ? clean : clean[..LongestText];
        var words = Tokenizer.Words(text).Count;
        var hash = (long)SimHash.Of(text);
        return new(
            news,
            result.Sha256!,
            RobotsNote: null,
            page.Language ?? LanguageGuess.Of(text)?.Code,
            text,
            words,
            topics.KeyphrasesOf(news.Title, text),
            Enum.Parse<PostOpenness>(page.Openness.State.ToString()),
            BlogInspector.Clean(page.Openness.Evidence),
            page.Openness.System,
            [
                .. page
                    .Hidden.Take(MostHidden)
                    .Select(hidden => hidden[..Math.Min(hidden.Length, LongestHidden)].Replace("\0", "")),
            ],
            LinksOf(page, result.Address),
            hash,
            TermsReader.Find(text),
            await NearCopies.FindAsync(db, post, text, words, hash, cancel)
        );
    }

    private static PostReading Forbidden(PostNews news, FetchResult result, string note) =>
        new(news, result.Sha256!, note, null, null, 0, [], PostOpenness.Unknown, null, null, [], [], 0, null, null);

    private static string[] LinksOf(ArticlePage page, Uri address) =>
        [
            .. page
                .Links.Where(link => !PageAddress.SameSite(link.Address, address))
                .Select(link => link.Address.AbsoluteUri)
                .Distinct()
                .Take(MostLinks),
        ];
}
