using Atelier.Platform.Outgoing;
using Atelier.Reading.Addresses;

namespace Atelier.Campaigns.Blogs.Finding;

/// <param name="Depth">Links from a seed.</param>
/// <param name="From">The page that linked to it.</param>
internal sealed record Candidate(Uri Address, FoundBy By, int Depth, Uri? From);

/// <summary>A link that may lead to a blog.</summary>
internal sealed record Onward(Uri Address, string Text);

/// <summary>What a look at a candidate brought.</summary>
/// <param name="BlogId">Null where there is no blog, or not one that was asked for.</param>
internal sealed record Look(Guid? BlogId, IReadOnlyList<Onward> Links, string Note);

/// <summary>The addresses to look at: each site once, seeds first, then links whose words promise something.</summary>
internal sealed class Candidates
{
    private const int MostWaiting = 500;

    // Places with people in them, but no blogs of theirs behind a link to the site.
    private static readonly string[] NoBlogs =
    [
        "facebook.com",
        "instagram.com",
        "twitter.com",
        "x.com",
        "youtube.com",
        "linkedin.com",
        "pinterest.com",
        "tiktok.com",
        "google.com",
        "apple.com",
        "amazon.com",
        "wikipedia.org",
        "github.com",
        "paypal.com",
        "gravatar.com",
        "wordpress.org",
        "creativecommons.org",
        "w3.org",
        "t.me",
        "wa.me",
        "discord.gg",
        "bsky.app",
    ];

    private readonly List<(Candidate Candidate, bool Promises)> _waiting = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public Candidates(IReadOnlyList<string> seeds, FoundBy by)
    {
        foreach (var seed in seeds)
            if (Destination.TryParse(seed.Trim(), out var address))
                Add(new(PageAddress.Canonical(address), by, 0, null), promises: true);
    }

    public int Count => _waiting.Count;

    /// <returns>The next ones, of different hosts: those wait for each other anyway.</returns>
    public IReadOnlyList<Candidate> Take(int most)
    {
        var taken = new List<Candidate>();
        foreach (var (candidate, _) in _waiting.OrderBy(w => w.Candidate.Depth).ThenByDescending(w => w.Promises))
        {
            if (taken.Count == most)
                break;
            if (taken.TrueForAll(other => other.Address.Host != candidate.Address.Host))
                taken.Add(candidate);
        }
        _waiting.RemoveAll(waiting => taken.Contains(waiting.Candidate));
        return taken;
    }

    public void AddLinks(Look look, Candidate from, IReadOnlyList<string> keywords)
    {
        foreach (var link in look.Links)
            if (
                Array.TrueForAll(
                    NoBlogs,
                    site => !PageAddress.Site(link.Address).Equals(site, StringComparison.Ordinal)
                )
            )
                Add(
                    new(HomeOf(link.Address), FoundBy.Link, from.Depth + 1, from.Address),
                    Keywords.AnyIn(keywords, $"{link.Text} {link.Address.AbsolutePath.Replace('-', ' ')}")
                );
    }

    /// <summary>The site's own front page; people's folders on a shared host stay.</summary>
    private static Uri HomeOf(Uri link)
    {
        var first = link.Segments.Length > 1 ? link.Segments[1].TrimEnd('/') : "";
        var isFolder = first.StartsWith('~') || first.StartsWith('@');
        return PageAddress.Canonical(new Uri(link, isFolder ? $"/{first}/" : "/"));
    }

    private void Add(Candidate candidate, bool promises)
    {
        if (_waiting.Count < MostWaiting && _seen.Add(candidate.Address.AbsoluteUri))
            _waiting.Add((candidate, promises));
    }
}
