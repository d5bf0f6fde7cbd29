using System.Text.RegularExpressions;

namespace Atelier.Reading.Feeds;

/// <summary>Where a blog's feed may be when its pages do not say.</summary>
public static partial class FeedGuesses
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/atom",
        "application/atom+xml",
        "application/activitystream+json",
        "application/feed+json",
        "application/json",
        "application/rdf",
        "application/rdf+xml",
        "application/rss",
        "application/rss+xml",
        "application/x.atom+xml",
        "application/x-atom+xml",
        "application/x-rss+xml",
        "application/xml",
        "text/atom",
        "text/atom+xml",
        "text/plain",
        "text/rdf",
        "text/rdf+xml",
        "text/rss",
        "text/rss+xml",
        "text/xml",
    };

    private static readonly string[] Below =
    [
        "feed",
        "rss.xml",
        "atom.xml",
        "feed.xml",
        "index.xml",
        "feed.json",
        "rss",
        "feeds/posts/default",
    ];

    /// <summary>The likeliest first; below the page's own folder, and below the site where that is another one.</summary>
    public static IReadOnlyList<Uri> For(Uri home)
    {
        if (!home.IsAbsoluteUri || home.Scheme is not ("http" or "https"))
            return [];
        var path = home.AbsolutePath;
        var folder =
            path.EndsWith('/') ? path
            : path.LastIndexOf('.') > path.LastIndexOf('/') ? path[..(path.LastIndexOf('/') + 1)]
            : path + "/";
        var guesses = Below.Select(name => new Uri(home, folder + name)).ToList();
        guesses.Add(new Uri(home, folder + "?feed=rss2"));
        if (folder != "/")
            guesses.AddRange(Below.Select(name => new Uri(home, "/" + name)));
        guesses.Add(new Uri(home, "/?type=100"));
        return [.. guesses.Distinct()];
    }

    /// <summary>Whether servers label feeds so, rightly or wrongly.</summary>
    public static bool IsFeedType(string? contentType) =>
        contentType is not null && Types.Contains(contentType.Split(';')[0].Trim());

    /// <summary>Feeds that an answer's Link headers name.</summary>
    public static IReadOnlyList<Uri> FromLinkHeader(IEnumerable<string> values, Uri address)
    {
        var feeds = new List<Uri>();
        foreach (var link in values.SelectMany(value => LinkValue().Matches(value[..Math.Min(value.Length, 8192)])))
        {
            var parameters = link.Groups["parameters"].Value;
            var rel = Parameter(parameters, "rel");
            if (rel is null || !rel.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase))
                continue;
            if (
                IsAdvertised(Parameter(parameters, "type"))
                && Uri.TryCreate(address, link.Groups["address"].Value.Trim(), out var feed)
                && IsWanted(feed)
            )
                feeds.Add(feed);
        }
        return [.. feeds.Distinct()];
    }

    /// <summary>Types that mean a feed where a page advertises one; JSON and plain text are other things there.</summary>
    internal static bool IsAdvertised(string? type) =>
        IsFeedType(type) && type!.Split(';')[0].Trim().ToLowerInvariant() is not ("application/json" or "text/plain");

    /// <summary>Feeds of comments are no blogs.</summary>
    internal static bool IsWanted(Uri feed) =>
        feed.Scheme is "http" or "https" && !feed.PathAndQuery.Contains("comments", StringComparison.OrdinalIgnoreCase);

    private static string? Parameter(string parameters, string name)
    {
        foreach (Match found in LinkParameter().Matches(parameters))
            if (found.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return found.Groups["value"].Value.Trim('"', ' ');
        return null;
    }

    [GeneratedRegex(
        @"<(?<address>[^<>]*)>(?<parameters>(?:\s*;\s*[^\s=;,<>]+\s*=\s*(?:""[^""]*""|[^\s"";,<>]*))*)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LinkValue();

    [GeneratedRegex(@";\s*(?<name>[^\s=;,]+)\s*=\s*(?<value>""[^""]*""|[^\s"";,]*)", RegexOptions.NonBacktracking)]
    private static partial Regex LinkParameter();
}
