using Atelier.Campaigns.Fetching;
using Atelier.Reading.Sitemaps;

namespace Atelier.Campaigns.Blogs.Finding;

/// <summary>
/// Reads the sitemaps of a host: all that its robots.txt names, or the usual one, and those that an index of them lists.
/// What lies on another host is left there.
/// </summary>
internal sealed class SitemapFinder(Fetcher fetcher)
{
    private const int MostFiles = 6; // each costs the host a request and us its pause
    private const int Deepest = 2; // an index, and one more that it lists

    private static readonly string[] OfPosts = ["post", "article", "blog", "news", "entr", "stor"];
    private static readonly string[] OfOthers =
    [
        "image",
        "video",
        "categor",
        "tag",
        "author",
        "user",
        "product",
        "archive",
    ];

    /// <param name="isWanted">Which pages count.</param>
    /// <param name="enough">Once so many are found, no other file is asked for.</param>
    public async Task<IReadOnlyList<SitemapPlace>> FindAsync(
        FetchOrder order,
        Uri home,
        Func<Uri, bool> isWanted,
        int enough,
        CancellationToken cancel
    )
    {
        var host = HostName.Of(home);
        var (files, seen, pages) = (
            new List<(SitemapPlace Place, int Depth)>(),
            new HashSet<string>(),
            new List<SitemapPlace>()
        );
        var named = await fetcher.SitemapsAsync(order with { Address = home }, cancel);
        Add(named.Select(address => new SitemapPlace(address, null)), 0);
        if (files.Count == 0)
            Add([new(new(home, "/sitemap.xml"), null)], 0);
        for (var asked = 0; asked < MostFiles && files.Count > 0 && pages.Count < enough; asked++)
        {
            var (file, depth) = files
                .OrderByDescending(f => Promise(f.Place))
                .ThenByDescending(f => f.Place.Modified)
                .First();
            files.RemoveAll(other => other.Place == file);
            var result = await fetcher.FetchAsync(
                order with
                {
                    Address = file.Address,
                    Purpose = FetchPurpose.Sitemap,
                },
                cancel
            );
            if (result.Outcome is FetchOutcome.Paused or FetchOutcome.Blocked)
                break;
            if (!result.HasBody || HostName.Of(result.Address) != host)
                continue;
            if (SitemapReader.Read(result.Body, result.ContentType, result.Address, cancel).Sitemap is not { } map)
                continue;
            pages.AddRange(map.Pages.Where(page => HostName.Of(page.Address) == host && isWanted(page.Address)));
            if (depth < Deepest)
                Add(map.Sitemaps, depth + 1);
        }
        return pages;

        void Add(IEnumerable<SitemapPlace> places, int depth) =>
            files.AddRange(
                places
                    .Where(place => HostName.Of(place.Address) == host && seen.Add(place.Address.AbsoluteUri))
                    .Select(place => (place, depth))
            );
    }

    /// <summary>By its name: the one with the posts is asked for first, those of pictures and labels last.</summary>
    private static int Promise(SitemapPlace place)
    {
        var name = place.Address.AbsolutePath.ToLowerInvariant();
        return Array.Exists(OfOthers, name.Contains) ? -1
            : Array.Exists(OfPosts, name.Contains) ? 1
            : 0;
    }
}
