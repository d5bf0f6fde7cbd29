using Atelier.Campaigns.Blogs.Posts;
using Atelier.Campaigns.Fetching;
using Atelier.Platform.Database;
using Atelier.Reading.Addresses;
using Atelier.Reading.Articles;
using Atelier.Reading.Feeds;
using Atelier.Reading.Safety;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Blogs.Finding;

/// <summary>Looks at an address: whether there is a blog, what it says of itself, its posts as announced, and its links.</summary>
internal sealed class BlogInspector(
    Fetcher fetcher,
    FeedFinder feeds,
    PostsWithoutFeed withoutFeed,
    PageReading pages,
    IServiceScopeFactory scopes,
    IOptions<BlogOptions> limits,
    TimeProvider clock
)
{
    private const int MostLinks = 100;

    public async Task<Look> LookAsync(DiscoverOrder order, Candidate candidate, CancellationToken cancel)
    {
        var ask = new FetchOrder(candidate.Address, FetchPurpose.Page, order.OwnerId, order.CampaignId);
        var home = await fetcher.FetchAsync(ask, cancel);
        if (!home.HasBody)
            return await RefusedAsync(order, candidate, home, cancel);
        var seedFeed = FeedFinder.Read(home);
        if (seedFeed is { Feed.Home: { } place } && place != candidate.Address)
            home = await fetcher.FetchAsync(ask with { Address = place }, cancel);
        var page = home.HasBody ? await pages.ReadAsync(home, cancel) : null;
        var feed = seedFeed ?? (page is null ? null : await feeds.FindAsync(ask, home, page, cancel));
        var posts = feed is null
            ? page is null
                ? []
                : await withoutFeed.FindAsync(ask, home.Address, page, cancel)
            : PostsOf(feed.Feed);
        var links = page is null ? [] : LinksOf(page, home.Address);
        if (posts.Count == 0)
            return new(null, links, "neither a feed nor posts");
        var about =
            $"{page?.Title}\n{page?.Description}\n{feed?.Feed.Title}\n{feed?.Feed.Description}\n{page?.Text}\n"
            + string.Join('\n', posts.Select(post => post.News.Title));
        if (candidate.By is FoundBy.Link && order.Keywords.Count > 0 && !Keywords.AnyIn(order.Keywords, about))
            return new(null, links, "about something else");
        var address = PageAddress.Canonical(HomeOf(home.HasBody ? home.Address : candidate.Address, feed?.Feed));
        var id = await KeepAsync(order, candidate, address, feed, page, posts, cancel);
        return id is null
            ? new(null, [], "your shelf of blogs is full")
            : new(id, links, $"{posts.Count} posts{(feed is null ? " without a feed" : "")}");
    }

    /// <summary>What a feed calls its home, where somebody began with one of its pages.</summary>
    private static Uri HomeOf(Uri page, Feed? feed) =>
        feed?.Home is { } home
        && PageAddress.SameSite(home, page)
        && page.AbsolutePath.StartsWith(home.AbsolutePath, StringComparison.Ordinal)
        && home.Port == page.Port
            ? home
            : page;

    /// <summary>A seed that cannot be read is shown with its reason; what only a link named is forgotten.</summary>
    private async Task<Look> RefusedAsync(
        DiscoverOrder order,
        Candidate candidate,
        FetchResult home,
        CancellationToken cancel
    )
    {
        if (candidate.By is FoundBy.Link)
            return new(null, [], home.Why);
        var state = home.Outcome is FetchOutcome.Gone ? BlogState.Gone : BlogState.Refused;
        await WithBlogAsync(
            order,
            candidate,
            candidate.Address,
            (_, blog) =>
            {
                if (blog.State is not BlogState.Ready || home.Outcome is FetchOutcome.Robots or FetchOutcome.Gone)
                    blog.Refuse(state, home.Why, clock.GetUtcNow());
                return Task.CompletedTask;
            },
            cancel
        );
        return new(null, [], home.Why);
    }

    private Task<Guid?> KeepAsync(
        DiscoverOrder order,
        Candidate candidate,
        Uri address,
        FoundFeed? feed,
        ArticlePage? page,
        IReadOnlyList<AnnouncedPost> posts,
        CancellationToken cancel
    ) =>
        WithBlogAsync(
            order,
            candidate,
            address,
            async (db, blog) =>
            {
                var now = clock.GetUtcNow();
                var title = feed?.Feed.Title ?? page?.SiteName ?? page?.Title;
                var description = feed?.Feed.Description ?? page?.Description;
                blog.Describe(Clean(title), Clean(description), LanguageOf(feed?.Feed.Language) ?? page?.Language, now);
                if (feed is not null)
                    blog.Feed(feed.Address.AbsoluteUri, NamedValues.NameOf(feed.Feed.Kind), now);
                blog.Flag(TermsReader.Find(page?.Text));
                if (page is not null)
                    blog.Meet(page.Contact, now);
                await Announcements.KeepAsync(db, blog, posts, limits.Value.MostPosts, now, cancel);
                var newest = posts.Max(post => post.News.Published);
                blog.Read(blog.Openness, newest, PollTimes.NextAfter(posts), now);
            },
            cancel
        );

    /// <returns>Null when the person has as many blogs as there may be.</returns>
    private async Task<Guid?> WithBlogAsync(
        DiscoverOrder order,
        Candidate candidate,
        Uri address,
        Func<CampaignsDb, Blog, Task> change,
        CancellationToken cancel
    )
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
            var own = db.Set<Blog>().Where(b => b.OwnerId == order.OwnerId);
            var blog = await own.SingleOrDefaultAsync(b => b.Address == address.AbsoluteUri, cancel);
            if (blog is null)
            {
                if (await own.CountAsync(cancel) >= limits.Value.MostBlogs)
                    return null;
                var from = candidate.From?.AbsoluteUri;
                var host = HostName.Of(address);
                blog = Blog.Find(order.OwnerId, address.AbsoluteUri, host, candidate.By, from, clock.GetUtcNow());
                db.Add(blog);
            }
            try
            {
                await change(db, blog);
                await db.SaveChangesAsync(cancel);
                return blog.Id;
            }
            catch (DbUpdateException e) when (e.IsDuplicate())
            {
                // Another look found it at the same moment: change that one.
            }
            catch (DbUpdateConcurrencyException)
            {
                return null; // deleted meanwhile
            }
        }
    }

    internal static IReadOnlyList<AnnouncedPost> PostsOf(Feed feed) =>
        [
            .. feed
                .Entries.Where(entry => entry.Link is { Scheme: "http" or "https" })
                .Select(entry => new AnnouncedPost(
                    PageAddress.Canonical(entry.Link!),
                    new(Clean(entry.Title), Clean(entry.Author), entry.Published ?? entry.Updated, entry.Comments)
                ))
                .DistinctBy(post => post.Address.AbsoluteUri),
        ];

    private static IReadOnlyList<Onward> LinksOf(ArticlePage page, Uri home) =>
        page.Robots.NoFollow
            ? []
            :
            [
                .. page
                    .Links.Where(link =>
                        !PageAddress.SameSite(link.Address, home) && link.Address.Scheme is "http" or "https"
                    )
                    .Select(link => new Onward(link.Address, Clean(link.Text) ?? ""))
                    .Take(MostLinks),
            ];

    internal static string? LanguageOf(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1])
            ? tag[..2].ToLowerInvariant()
            : null;

    internal static string? Clean(string? text)
    {
        var clean = text is null ? "" : ReaderText.Clean(text).Trim();
        return clean.Length == 0 ? null
            : clean.Length <= Blog.LongestText ? clean
            : clean[..Blog.LongestText];
    }
}
