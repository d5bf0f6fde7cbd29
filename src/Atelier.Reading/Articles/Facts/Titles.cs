using Atelier.Reading.Likeness;

namespace Atelier.Reading.Articles.Facts;

/// <summary>What a page is called: as it says to machines, or its title bar without the site's name.</summary>
internal static class Titles
{
    private const int Longest = 500;
    private static readonly string[] Separators =
    [
        " | ",
        " – ",
        " — ",
        " - ",
        " :: ",
        " » ",
        " « ",
        " · ",
        " • ",
        " / ",
        " > ",
        " \\ ",
        " ~ ",
    ];

    public static string? Of(PageHead head)
    {
        var declared =
            PageHead.Tidy(head.Data.Headline)
            ?? head.Meta(
                "dc:title",
                "dcterms:title",
                "dcterm:title",
                "og:title",
                "weibo:article:title",
                "weibo:webpage:title",
                "title",
                "twitter:title",
                "parsely-title"
            );
        return Short(declared ?? FromBar(head) ?? Heading(head));
    }

    private static string? FromBar(PageHead head)
    {
        var bar = PageHead.Tidy(head.Document.QuerySelector("title:not(svg title)")?.TextContent);
        if (bar is null)
            return null;
        // A heading that is part of the title bar is what the page is called; the rest is the site.
        foreach (
            var heading in head
                .Document.QuerySelectorAll("h1, h2")
                .Take(20)
                .Select(one => PageHead.Tidy(one.TextContent))
        )
            if (
                heading is { Length: > 3 }
                && bar.Length > heading.Length
                && Words(heading) >= 3
                && bar.StartsWith(heading, StringComparison.OrdinalIgnoreCase)
            )
                return heading;
        var (at, length) = (-1, 0);
        foreach (var separator in Separators)
            if (bar.LastIndexOf(separator, StringComparison.Ordinal) is var found && found > at)
                (at, length) = (found, separator.Length);
        if (at > 0)
        {
            var (front, back) = (bar[..at], bar[(at + length)..]);
            // The site's name is the shorter part; one word in front may be it, too.
            var title = Words(front) >= 3 || Words(front) >= Words(back) ? front : back;
            return Words(title) <= 2 && Words(bar) - Words(title) > 1 ? bar : title;
        }
        if (bar.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && !SaysAHeading(head, bar))
        {
            var after = bar[(bar.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
            if (Words(after) >= 3)
                return after;
            if (Words(bar[..colon]) <= 5 && Words(bar[(colon + 2)..]) >= 3)
                return bar[(colon + 2)..];
        }
        return bar.Length is > 150 or < 15 && head.Document.QuerySelectorAll("h1") is { Length: 1 }
            ? Heading(head) ?? bar
            : bar;
    }

    private static bool SaysAHeading(PageHead head, string bar) =>
        head.Document.QuerySelectorAll("h1, h2").Any(one => PageHead.Tidy(one.TextContent) == bar);

    private static string? Heading(PageHead head) => PageHead.Tidy(head.Document.QuerySelector("h1")?.TextContent);

    private static int Words(string text) => new TextWords(text).Hashes.Count;

    private static string? Short(string? title) => title is null ? null : title[..Math.Min(title.Length, Longest)];
}
