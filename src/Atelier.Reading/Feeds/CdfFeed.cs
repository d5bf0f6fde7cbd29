using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>Microsoft's Channel Definition Format of 1997.</summary>
internal static class CdfFeed
{
    public static Feed Read(XmlPiece root, Uri address, List<string> repairs) =>
        new(
            FeedKind.Cdf,
            FeedFields.Line(root.First("", "title")),
            FeedFields.Address(root, root["href"], address),
            root["xml:lang"],
            [.. root.Named("item").Take(FeedFields.MostEntries).Select(item => Entry(item, address))],
            repairs
        )
        {
            Description = FeedFields.Line(root.First("", "abstract")),
            Updated = Dates.WebDate.Read(root["lastmod"]),
        };

    private static FeedEntry Entry(XmlPiece item, Uri address)
    {
        var (title, link) = (FeedFields.Line(item.First("", "title")), FeedFields.Address(item, item["href"], address));
        var summary = FeedFields.Html(item.First("", "abstract"));
        var updated = Dates.WebDate.Read(item["lastmod"]);
        return new(
            FeedFields.Id(null, link, title, summary),
            link,
            title,
            null,
            null,
            updated,
            summary,
            null,
            null,
            null
        );
    }
}
