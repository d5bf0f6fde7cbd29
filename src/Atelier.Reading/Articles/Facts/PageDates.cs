using AngleSharp.Dom;
using Atelier.Reading.Dates;

namespace Atelier.Reading.Articles.Facts;

/// <summary>When a page was published and last changed: by what it says to machines, else by the first date under its heading.</summary>
internal static class PageDates
{
    private const string Marked =
        "[itemprop~=datePublished], time[pubdate], time.entry-date, time.published, time.dt-published, .dt-published, abbr.published, .entry-date time, .post-date time, .byline time, article time[datetime], header time[datetime], main time[datetime]";

    public static DateTimeOffset? Published(PageHead head) =>
        WebDate.Read(head.Data.Published)
        ?? WebDate.Read(
            head.Meta(
                "article:published_time",
                "article:published",
                "parsely-pub-date",
                "datePublished",
                "og:published_time",
                "og:article:published_time",
                "dc:date:issued",
                "dcterms:issued",
                "dcterms:created",
                "dc:date",
                "dcterms:date",
                "date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publication_date",
                "sailthru:date",
                "cXenseParse:recs:publishtime",
                "citation_publication_date",
                "citation_date"
            )
        )
        ?? InText(head.Document);

    public static DateTimeOffset? Modified(PageHead head) =>
        WebDate.Read(head.Data.Modified)
        ?? WebDate.Read(
            head.Meta(
                "article:modified_time",
                "og:updated_time",
                "dateModified",
                "dcterms:modified",
                "dc:date:modified",
                "last-modified",
                "revised",
                "lastmod"
            )
        )
        ?? Moment(head.Document.QuerySelector("[itemprop~=dateModified], time.updated, time.dt-updated"));

    private static DateTimeOffset? InText(IDocument document)
    {
        foreach (var marked in document.QuerySelectorAll(Marked).Take(10))
            if (Moment(marked) is { } date)
                return date;
        var times = document.QuerySelectorAll("time[datetime]");
        return times.Length == 1 ? Moment(times[0]) : null;
    }

    private static DateTimeOffset? Moment(IElement? element) =>
        element is null
            ? null
            : WebDate.Read(element.GetAttribute("datetime"))
                ?? WebDate.Read(element.GetAttribute("content"))
                ?? WebDate.Read(element.GetAttribute("title"))
                ?? WebDate.Read(PageHead.Tidy(element.TextContent));
}
