using System.Text;

namespace Atelier.Reading.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://blog.example.org/feed.xml");

    [Fact]
    public void Reads_RSS_2_with_its_modules()
    {
        var feed = Read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
            <channel><title>Bees &amp;amp; trees</title><link>https://blog.example.org/</link><language>en-GB</language>
            <item><title>The &lt;i&gt;first&lt;/i&gt; swarm</title><link>/2026/swarm</link><dc:creator>Ann Lee</dc:creator>
            <pubDate>Sat, 7 Nov 26 08:05 EST</pubDate><guid isPermaLink="false">17</guid><description>Short &amp;hellip;</description>
            <content:encoded><![CDATA[<p>Long</p>]]></content:encoded><wfw:commentRss>https://blog.example.org/17/feed</wfw:commentRss><slash:comments>4</slash:comments></item>
            </channel></rss>
            """
        );
        Assert.Equal(
            (FeedKind.Rss, "Bees & trees", "en-GB", 0),
            (feed.Kind, feed.Title, feed.Language, feed.Repairs.Count)
        );
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("17", "The first swarm", "Ann Lee", 4), (entry.Id, entry.Title, entry.Author, entry.Comments));
        Assert.Equal("https://blog.example.org/2026/swarm", entry.Link?.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 11, 7, 8, 5, 0, TimeSpan.FromHours(-5)), entry.Published);
        Assert.Equal(("Short &hellip;", "<p>Long</p>"), (entry.SummaryHtml, entry.ContentHtml));
        Assert.Equal("https://blog.example.org/17/feed", entry.CommentsFeed?.AbsoluteUri);
    }

    [Fact]
    public void Reads_RSS_1_and_0_90()
    {
        var feed = Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://blog.example.org/"><title>Old</title></channel>
            <item rdf:about="https://blog.example.org/1"><title>One</title><dc:date>2026-02-03T04:05:06+01:00</dc:date></item></rdf:RDF>
            """
        );
        Assert.Equal((FeedKind.Rdf, "https://blog.example.org/"), (feed.Kind, feed.Home?.AbsoluteUri));
        Assert.Equal("https://blog.example.org/1", Assert.Single(feed.Entries).Link?.AbsoluteUri);
    }

    [Fact]
    public void Reads_Atom_with_bases_and_markup_in_place()
    {
        var feed = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/sub/" xml:lang="de"><title type="html">A &lt;b&gt;title&lt;/b&gt;</title>
            <link rel="self" href="feed.atom"/><link href="."/>
            <entry><id>tag:1</id><title>Eins</title><link rel="edit" href="edit/1"/><link href="one.html"/><updated>2026-01-02T03:04:05Z</updated>
            <author><name>Ann</name><email>ann@example.org</email></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hallo<br/>Welt</p></div></content></entry></feed>
            """
        );
        Assert.Equal(
            (FeedKind.Atom, "A title", "de", "https://example.org/sub/"),
            (feed.Kind, feed.Title, feed.Language, feed.Home?.AbsoluteUri)
        );
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(
            ("tag:1", "https://example.org/sub/one.html", "Ann"),
            (entry.Id, entry.Link?.AbsoluteUri, entry.Author)
        );
        Assert.Equal("Hallo\nWelt", FeedText.Of(entry.ContentHtml!));
    }

    [Fact]
    public void Reads_JSON_Feed()
    {
        var feed = Read(
            """{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example.org/","items":[{"id":7,"url":"https://j.example.org/7","content_text":"a < b","authors":[{"name":"Jo"}],"date_published":"2026-01-01T00:00:00Z"},null]}"""
        );
        var entry = Assert.Single(feed.Entries);
        Assert.Equal((FeedKind.Json, "7", "a &lt; b", "Jo"), (feed.Kind, entry.Id, entry.ContentHtml, entry.Author));
    }

    [Theory]
    [InlineData(
        "<rss version='2.0'><channel><title>Cut off & torn</title><item><title>One</title><link>https://x.org/a?b=1&c=2</link></item",
        "https://x.org/a?b=1&c=2"
    )]
    [InlineData(
        "junk <rss><channel><title>Cut off & torn</title><item><link>https://x.org/1</link><title><![CDATA[One</title></item></channel></rss>",
        "https://x.org/1"
    )]
    [InlineData(
        "<rss><channel><title>Cut off & torn</title><item><dc:creator>A</dc:creator><link>https://x.org/1<title>One</item></channel></rss>",
        "https://x.org/1"
    )]
    [InlineData(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y '&x;&x;'>]><rss><channel><title>Cut off &amp; torn</title><item><title>&y;</title><link>https://x.org/1</link></item></channel></rss>",
        "https://x.org/1"
    )]
    public void Repairs_what_is_ill_formed_and_says_so(string text, string? link)
    {
        var feed = Read(text);
        Assert.Equal("Cut off & torn", feed.Title);
        Assert.NotEmpty(feed.Repairs);
        Assert.Equal(link, Assert.Single(feed.Entries).Link?.OriginalString);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("<!DOCTYPE html><html><body>Hi</body></html>", "It is a web page, not a feed.")]
    [InlineData("hello", "It is plain text, not a feed.")]
    [InlineData("<opml/>", "It is a list of feeds (OPML), not a feed.")]
    [InlineData("{\"items\":[", "It is JSON that breaks off or is wrong in line 1.")]
    [InlineData("{\"a\":1}", "It is JSON, but no feed: it has no list of items.")]
    public void Refuses_what_is_no_feed_with_the_reason(string text, string refusal) =>
        Assert.Equal(refusal, FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address).Refusal);

    [Fact]
    public void Refuses_what_is_too_deep_or_too_much()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000));
        Assert.Contains(
            "deep",
            FeedReader.Read(Encoding.UTF8.GetBytes("<rss>" + deep), null, Address).Refusal,
            StringComparison.Ordinal
        );
        var wide = string.Concat(Enumerable.Repeat("<a/>", 210_000));
        Assert.Contains(
            "parts",
            FeedReader.Read(Encoding.UTF8.GetBytes("<rss>" + wide), null, Address).Refusal,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("gb2312", null, true, "博客")]
    [InlineData("big5", null, true, "部落格")]
    [InlineData("euc-kr", null, true, "블로그")]
    [InlineData("utf-16", null, true, "Ünïcode")]
    [InlineData("utf-16BE", null, false, "Ünïcode")]
    [InlineData("utf-32", null, true, "Ünïcode")]
    [InlineData("windows-1251", "text/xml; charset=windows-1251", false, "Блог")]
    [InlineData("utf-8", "text/xml; charset=iso-8859-1", false, "Café")]
    [InlineData("iso-8859-1", null, false, "Café")]
    public void Reads_every_encoding(string encoding, string? contentType, bool declared, string title)
    {
        var writer = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text =
            $"<?xml version=\"1.0\"{(declared ? $" encoding=\"{encoding}\"" : "")}?><rss><channel><title>{title}</title></channel></rss>";
        Assert.Equal(title, FeedReader.Read(writer.GetBytes(text), contentType, Address).Feed?.Title);
    }

    [Fact]
    public void Knows_where_feeds_may_be()
    {
        Assert.Equal("https://example.org/blog/feed", FeedGuesses.For(new("https://example.org/blog"))[0].AbsoluteUri);
        Assert.Equal(
            ["https://example.org/f.xml"],
            FeedGuesses
                .FromLinkHeader(
                    [
                        "</style.css>; rel=preload, </f.xml>; rel=\"alternate\"; type=\"application/rss+xml\"",
                        "</comments/feed>; rel=alternate; type=application/rss+xml",
                    ],
                    new("https://example.org/")
                )
                .Select(one => one.AbsoluteUri)
        );
    }

    private static Feed Read(string text)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address);
        Assert.Null(reading.Refusal);
        return reading.Feed!;
    }
}
