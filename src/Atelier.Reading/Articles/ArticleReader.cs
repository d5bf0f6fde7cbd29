using Atelier.Reading.Articles.Comments;
using Atelier.Reading.Articles.Extraction;
using Atelier.Reading.Articles.Facts;
using Atelier.Reading.Articles.Tree;
using Atelier.Reading.Articles.Writing;
using Atelier.Reading.Encodings;

namespace Atelier.Reading.Articles;

/// <summary>Reads a page: what it says, who wrote it and when, and whether readers may answer.</summary>
public static class ArticleReader
{
    /// <param name="contentType">The header as it came, if it came.</param>
    /// <param name="address">Where the page was read from, after all redirects.</param>
    public static ArticleReading Read(
        ReadOnlyMemory<byte> body,
        string? contentType,
        Uri address,
        CancellationToken cancel
    )
    {
        if (PageKind.Refusal(body.Span, contentType) is { } other)
            return new(null, other);
        var html = TextDecoder.Decode(body.Span, contentType, Declares.MetaTag).Text;
        if (HtmlSource.Parse(html, out var refusal) is not { } document)
            return new(null, refusal);
        using (document)
        {
            cancel.ThrowIfCancellationRequested();
            if (document.Body is null)
                return new(null, "The page has no body.");
            var head = new PageHead(document, address);
            var hidden = new HiddenText(StyleRules.Of(document));
            if (PageTree.Build(document.Body, hidden, cancel, out refusal) is not { } tree)
                return new(null, refusal);
            return new(Page(head, tree, hidden, address, cancel), null);
        }
    }

    private static ArticlePage Page(
        PageHead head,
        PageNode tree,
        HiddenText hidden,
        Uri address,
        CancellationToken cancel
    )
    {
        var title = Titles.Of(head);
        var article = MainText.Find(tree, new(title), cancel);
        var text = PlainText.Of(article);
        var (canonical, foreign) = Canonicals.Of(head, address);
        var (feeds, comments) = PageFeeds.Of(head);
        return new()
        {
            Text = text,
            Html = CleanHtml.Of(article, head.Base),
            Title = title,
            Author = Authors.Of(head),
            Published = PageDates.Published(head),
            Modified = PageDates.Modified(head),
            Language = Languages.Of(head, text),
            SiteName = head.Meta("og:site_name") ?? PageHead.Tidy(head.Data.Publisher) ?? head.Meta("application-name"),
            Description =
                head.Meta("description", "og:description", "twitter:description")
                ?? PageHead.Tidy(head.Data.Description),
            Canonical = canonical,
            ForeignCanonical = foreign,
            Robots = PageRules.Of(head),
            Openness = OpennessReader.Read(head, tree),
            Feeds = feeds,
            CommentsFeed = comments,
            Links = PageLinks.In(article, head),
            Contact = Contacts.Of(head),
            Hidden = hidden.Report,
            CommentCount = CommentCounter.Of(head),
        };
    }
}
