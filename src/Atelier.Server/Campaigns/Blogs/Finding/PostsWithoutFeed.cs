using Atelier.Campaigns.Blogs.Posts;
using Atelier.Campaigns.Fetching;
using Atelier.Reading.Addresses;
using Atelier.Reading.Articles;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Blogs.Finding;

/// <summary>The posts of a blog that has no feed: from its sitemaps, or else the links of its front page.</summary>
internal sealed class PostsWithoutFeed(SitemapFinder sitemaps, IOptions<BlogOptions> limits)
{
    private const int ShortestName = 4;

    private static readonly string[] OtherFolders =
    [
        "tag",
        "tags",
        "category",
        "categories",
        "author",
        "page",
        "archive",
        "archives",
        "about",
        "contact",
        "search",
        "feed",
        "login",
        "privacy",
        "imprint",
    ];

    public async Task<IReadOnlyList<AnnouncedPost>> FindAsync(
        FetchOrder order,
        Uri home,
        ArticlePage page,
        CancellationToken cancel
    )
    {
        var places = await sitemaps.FindAsync(order, home, LooksLikePost, limits.Value.MostPosts, cancel);
        var posts = places.Select(place => new AnnouncedPost(place.Address, new(null, null, place.Modified, null)));
        if (places.Count == 0)
            posts = page
                .Links.Where(link => PageAddress.SameSite(link.Address, home) && LooksLikePost(link.Address))
                .Select(link => new AnnouncedPost(link.Address, new(BlogInspector.Clean(link.Text), null, null, null)));
        return
        [
            .. posts
                .DistinctBy(post => post.Address.AbsoluteUri)
                .OrderByDescending(post => post.News.Published)
                .Take(limits.Value.MostPosts),
        ];
    }

    private static bool LooksLikePost(Uri address)
    {
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0
            && !OtherFolders.Contains(parts[0].ToLowerInvariant())
            && parts[^1].Length >= ShortestName;
    }
}
