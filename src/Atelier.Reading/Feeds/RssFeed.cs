using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>RSS in all its versions, with the modules that blogs use.</summary>
internal static class RssFeed
{
    private const string Own = " rss";
    private const string Any = " rss dc dcterms atom content other";

    public static Feed Read(XmlPiece root, FeedKind kind, Uri address, List<string> repairs)
    {
        var channel = root.Name == "channel" ? root : root.Named("channel").FirstOrDefault() ?? root;
        // RSS 1.0 has its items beside the channel, RSS 1.1 in a list of its own, everybody else inside; some have both.
        var items = channel
            .Named("item", "entry")
            .Concat(channel.Named("items").SelectMany(list => list.Named("item")))
            .Concat(ReferenceEquals(channel, root) ? [] : root.Named("item"))
            .ToList();
        if (items.Count > FeedFields.MostEntries)
            repairs.Add($"Only the first {FeedFields.MostEntries:N0} of {items.Count:N0} entries were read.");
        var home = Home(channel, address);
        return new(
            kind,
            FeedFields.Line(channel.First(Own, "title") ?? channel.First(Any, "title")),
            home,
            FeedFields.Plain(channel.First(Any, "language")) ?? channel["xml:lang"] ?? root["xml:lang"],
            [.. items.Take(FeedFields.MostEntries).Select(item => Entry(item, address))],
            repairs
        )
        {
            Description = FeedFields.Line(
                channel.First(Own, "description", "tagline", "subtitle")
                    ?? channel.First("itunes dc", "summary", "subtitle", "description")
            ),
            Author = FeedPeople.Of(channel),
            Updated = FeedFields.Date(channel.First(Any, "lastbuilddate", "pubdate", "date", "updated", "modified")),
            Self = AtomLink(channel, "self", address),
            Next = AtomLink(channel, "next", address),
            Hub = AtomLink(channel, "hub", address),
        };
    }

    private static FeedEntry Entry(XmlPiece item, Uri address)
    {
        var title = FeedFields.Line(
            item.First(Own, "title") ?? item.First(Any, "title") ?? item.First("media itunes", "title")
        );
        var link = Link(item, address);
        var published = FeedFields.Date(item.First(Any, "pubdate", "published", "issued", "date", "created"));
        var summary = FeedFields.Html(
            item.First(Own, "description")
                ?? item.First(Own + " itunes atom dc dcterms", "summary", "abstract", "description")
        );
        return new(
            FeedFields.Id(FeedFields.Plain(item.First(Own, "guid", "id")) ?? item["about"], link, title, summary),
            link,
            title,
            FeedPeople.Of(item),
            published,
            FeedFields.Date(item.First(Any, "updated", "modified", "lastmodified")),
            summary,
            FeedFields.Html(
                item.First("content", "encoded")
                    ?? item.First("xhtml", "body", "div")
                    ?? item.First(Own, "fullitem", "body", "content")
                    ?? item.First("atom", "content")
            ),
            FeedFields.Address(item, FeedFields.Plain(item.First("wfw", "commentrss")) ?? Replies(item), address),
            FeedFields.Number(item.First("slash", "comments") ?? item.First("thr", "total"))
        );
    }

    private static Uri? Home(XmlPiece channel, Uri address)
    {
        foreach (var link in channel.Named("link"))
            if (
                link.Space is "" or "rss"
                && FeedFields.Address(link, FeedFields.Plain(link) ?? link["href"], address) is { } home
            )
                return home;
        return AtomLink(channel, "alternate", address) ?? FeedFields.Address(channel, channel["about"], address);
    }

    private static Uri? Link(XmlPiece item, Uri address)
    {
        foreach (var link in item.Named("link"))
            if (
                link.Space is "" or "rss" or "other"
                && FeedFields.Address(link, FeedFields.Plain(link) ?? link["href"], address) is { } own
            )
                return own;
        if (AtomLink(item, "alternate", address) is { } alternate)
            return alternate;
        var guid = item.First(Own, "guid");
        if (
            guid is not null
            && guid["ispermalink"]?.ToLowerInvariant() is not "false"
            && Permanent(guid, address) is { } permanent
        )
            return permanent;
        return FeedFields.Address(
            item,
            FeedFields.Plain(item.First("dc other", "identifier", "origlink")) ?? item["about"],
            address
        );
    }

    private static Uri? Permanent(XmlPiece guid, Uri address) =>
        FeedFields.Plain(guid) is { } text
        && (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || guid["ispermalink"] is not null)
            ? FeedFields.Address(guid, text, address)
            : null;

    private static string? Replies(XmlPiece item) =>
        item.Named("link").FirstOrDefault(link => link["rel"] == "replies")?["href"];

    private static Uri? AtomLink(XmlPiece piece, string rel, Uri address)
    {
        foreach (var link in piece.Named("link"))
            if ((link["rel"] ?? "alternate") == rel && FeedFields.Address(link, link["href"], address) is { } found)
                return found;
        return null;
    }
}
