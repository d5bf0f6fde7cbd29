using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>Atom 0.3 and 1.0.</summary>
internal static class AtomFeed
{
    private const string Own = "atom ";

    public static Feed Read(XmlPiece root, Uri address, List<string> repairs)
    {
        var entries = root.Named("entry", "item").ToList();
        if (entries.Count > FeedFields.MostEntries)
            repairs.Add($"Only the first {FeedFields.MostEntries:N0} of {entries.Count:N0} entries were read.");
        return new(
            FeedKind.Atom,
            FeedFields.Line(root.First(Own, "title") ?? root.First("dc other", "title")),
            Link(root, "alternate", address),
            root["xml:lang"] ?? FeedFields.Plain(root.First("dc", "language") ?? root.First(Own, "language")),
            [.. entries.Take(FeedFields.MostEntries).Select(entry => Entry(entry, address))],
            repairs
        )
        {
            Description = FeedFields.Line(root.First(Own, "subtitle", "tagline", "info")),
            Author = FeedPeople.Of(root),
            Updated = FeedFields.Date(root.First(Own + " dc dcterms", "updated", "modified", "date")),
            Self = Link(root, "self", address),
            Next = Link(root, "next", address),
            Hub = Link(root, "hub", address),
        };
    }

    private static FeedEntry Entry(XmlPiece entry, Uri address)
    {
        var title = FeedFields.Line(entry.First(Own, "title") ?? entry.First("dc media other", "title"));
        var id = FeedFields.Plain(entry.First(Own, "id"));
        var link = Link(entry, "alternate", address) ?? PageOf(id) ?? AnyLink(entry, address);
        var summary = FeedFields.Html(entry.First(Own, "summary") ?? entry.First("dc media ", "description"));
        var replies = entry
            .Named("link")
            .FirstOrDefault(one => one["rel"] == "replies" && FeedGuesses.IsFeedType(one["type"]));
        return new(
            FeedFields.Id(id, link, title, summary),
            link,
            title,
            FeedPeople.Of(entry) ?? FeedPeople.All(entry.Named("source").SelectMany(source => source.Named("author"))),
            FeedFields.Date(entry.First(Own + " dc dcterms", "published", "issued", "created", "date")),
            FeedFields.Date(entry.First(Own + " dcterms", "updated", "modified")),
            summary,
            FeedFields.Html(entry.First(Own, "content")) ?? FeedFields.Html(entry.First("content", "encoded")),
            FeedFields.Address(entry, FeedFields.Plain(entry.First("wfw", "commentrss")) ?? replies?["href"], address),
            FeedFields.Number(entry.First("thr", "total") ?? entry.First("slash", "comments"))
        );
    }

    /// <summary>Of several links the first of its kind; one without a kind is the page itself. A page is preferred to other media.</summary>
    private static Uri? Link(XmlPiece piece, string rel, Uri address)
    {
        Uri? other = null;
        foreach (var link in piece.Named("link"))
        {
            if (
                RelOf(link) != rel
                || FeedFields.Address(link, link["href"] ?? FeedFields.Plain(link), address) is not { } found
            )
                continue;
            if (rel != "alternate" || link["type"] is null or "text/html" or "application/xhtml+xml")
                return found;
            other ??= found;
        }
        return other;
    }

    private static Uri? AnyLink(XmlPiece entry, Uri address) =>
        Link(entry, "self", address) ?? Link(entry, "related", address);

    private static string RelOf(XmlPiece link)
    {
        const string registry = "http://www.iana.org/assignments/relation/";
        var rel = link["rel"]?.Trim() ?? "alternate";
        return rel.StartsWith(registry, StringComparison.Ordinal) ? rel[registry.Length..] : rel;
    }

    private static Uri? PageOf(string? id) =>
        Uri.TryCreate(id, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page : null;
}
