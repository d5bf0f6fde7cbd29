using Atelier.Reading.Robots;

namespace Atelier.Reading.Articles;

/// <summary>What a page says, without what is around it and without what nobody sees.</summary>
public sealed record ArticlePage
{
    /// <summary>The main text; a blank line between paragraphs.</summary>
    public required string Text { get; init; }

    /// <summary>The main text with its structure: paragraphs, headings, lists, quotes, tables, links; nothing that acts.</summary>
    public required string Html { get; init; }
    public string? Title { get; init; }
    public string? Author { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Two letters; null for unknown.</summary>
    public string? Language { get; init; }
    public string? SiteName { get; init; }
    public string? Description { get; init; }

    /// <summary>What the page calls its own address, if on the same site; else the address it was read from.</summary>
    public required Uri Canonical { get; init; }

    /// <summary>What the page calls its own address, on another site: not believed until that was read too.</summary>
    public Uri? ForeignCanonical { get; init; }
    public required PageRobots Robots { get; init; }
    public required Openness Openness { get; init; }
    public required IReadOnlyList<Uri> Feeds { get; init; }
    public Uri? CommentsFeed { get; init; }
    public required IReadOnlyList<PageLink> Links { get; init; }

    /// <summary>How the page tells its readers to write to whoever is behind it: a link's words and address.</summary>
    public string? Contact { get; init; }

    /// <summary>What the page says to machines only, shortened: it is not in the text, reviewers may see it.</summary>
    public required IReadOnlyList<string> Hidden { get; init; }
    public int? CommentCount { get; init; }
}
