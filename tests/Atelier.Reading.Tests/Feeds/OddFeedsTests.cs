using System.Text;

namespace Atelier.Reading.Feeds;

/// <summary>What feeds of the wild do, and what they mean by it.</summary>
public sealed class OddFeedsTests
{
    private const string Rss =
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>";
    private const string Atom = "<feed xmlns='http://www.w3.org/2005/Atom'>";

    [Theory]
    [InlineData(Rss + "<item><link>\n  /a?x=1&amp;y=2\n </link></item>", "https://blog.example.org/a?x=1&y=2")]
    [InlineData(Rss + "<item xml:base='https://x.org/b/'><link>c</link></item>", "https://x.org/b/c")]
    [InlineData(Rss + "<item><link></link><guid>https://x.org/1</guid></item>", "https://x.org/1")]
    [InlineData(Rss + "<item><guid isPermaLink='false'>https://x.org/1</guid></item>", null)]
    [InlineData(
        Rss + "<item><atom:link rel='self' href='https://x.org/f'/><link>https://x.org/1</link></item>",
        "https://x.org/1"
    )]
    [InlineData(Rss + "<item><link href='https://x.org/1'/></item>", "https://x.org/1")]
    [InlineData(Rss + "<item><link><![CDATA[https://x.org/1]]></link></item>", "https://x.org/1")]
    [InlineData(Rss + "<item><link>javascript:alert(1)</link></item>", null)]
    [InlineData(Rss + "<item><enclosure url='https://x.org/1.mp3' type='audio/mpeg'/></item>", null)]
    [InlineData(Atom + "<entry><link href='https://x.org/1'/></entry>", "https://x.org/1")]
    [InlineData(
        Atom
            + "<entry><link rel='enclosure' href='https://x.org/1.mp3'/><link rel='alternate' href='https://x.org/1'/></entry>",
        "https://x.org/1"
    )]
    [InlineData(
        Atom
            + "<entry><link rel='alternate' type='application/json' href='https://x.org/1.json'/><link rel='alternate' type='text/html' href='https://x.org/1'/></entry>",
        "https://x.org/1"
    )]
    [InlineData(
        Atom + "<entry xml:base='https://x.org/a/'><link xml:base='b/' href='c'/></entry>",
        "https://x.org/a/b/c"
    )]
    [InlineData(Atom + "<entry><id>https://x.org/1</id></entry>", "https://x.org/1")]
    [InlineData(
        Atom + "<entry><link rel='http://www.iana.org/assignments/relation/alternate' href='https://x.org/1'/></entry>",
        "https://x.org/1"
    )]
    public void The_page_of_an_entry(string text, string? link) => Assert.Equal(link, Entry(text).Link?.AbsoluteUri);

    [Theory]
    [InlineData(Rss + "<item><title><![CDATA[<b>Tea</b> &amp; cake]]></title></item>", "Tea & cake")]
    [InlineData(Rss + "<item><title>Tea &amp;amp; cake</title></item>", "Tea & cake")]
    [InlineData(Rss + "<item><title>Tea &amp; cake</title></item>", "Tea & cake")]
    [InlineData(Rss + "<item><title>Tea & cake</title></item>", "Tea & cake")]
    [InlineData(Rss + "<item><title>Th&eacute; &nbsp;et &laquo;g&#226;teau&raquo;</title></item>", "Thé et «gâteau»")]
    [InlineData(Rss + "<item><title>1 &lt; 2</title></item>", "1 < 2")]
    [InlineData(Rss + "<item><title>It&#8217;s&#160;tea</title></item>", "It’s tea")]
    [InlineData(Rss + "<item><title>\n Tea\n  and\tcake </title></item>", "Tea and cake")]
    [InlineData(Rss + "<item><media:title>Picture</media:title><title>Tea</title></item>", "Tea")]
    [InlineData(Rss + "<item><itunes:title>Episode</itunes:title></item>", "Episode")]
    [InlineData(Rss + "<item><dc:title>Tea</dc:title></item>", "Tea")]
    [InlineData(Rss + "<item><title/></item>", null)]
    [InlineData(Atom + "<entry><title type='text'>AT&amp;T &lt;b></title></entry>", "AT&T <b>")]
    [InlineData(Atom + "<entry><title type='html'>Tea &amp;amp; &lt;b>cake&lt;/b></title></entry>", "Tea & cake")]
    [InlineData(
        Atom
            + "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Tea <b>cake</b></div></title></entry>",
        "Tea cake"
    )]
    public void The_title_of_an_entry(string text, string? title) => Assert.Equal(title, Entry(text).Title);

    [Theory]
    [InlineData(Rss + "<item><author>ann@x.org (Ann Lee)</author></item>", "Ann Lee")]
    [InlineData(Rss + "<item><author>Ann Lee &lt;ann@x.org></author></item>", "Ann Lee")]
    [InlineData(Rss + "<item><dc:creator><![CDATA[Ann Lee]]></dc:creator><author>x@x.org</author></item>", "Ann Lee")]
    [InlineData(Rss + "<item><itunes:author>Ann Lee</itunes:author></item>", "Ann Lee")]
    [InlineData(Atom + "<entry><author><name>Ann Lee</name><uri>https://x.org</uri></author></entry>", "Ann Lee")]
    [InlineData(Atom + "<entry><source><author><name>Ann Lee</name></author></source></entry>", "Ann Lee")]
    public void Who_wrote_an_entry(string text, string? author) => Assert.Equal(author, Entry(text).Author);

    [Theory]
    [InlineData(Rss + "<item><description>&lt;p>Tea&lt;/p></description></item>", "Tea")]
    [InlineData(
        Rss + "<item><description>x</description><content:encoded><![CDATA[<p>Tea</p>]]></content:encoded></item>",
        "Tea"
    )]
    [InlineData("<rss><channel><item><content:encoded><![CDATA[<p>Tea</p>]]></content:encoded></item>", "Tea")]
    [InlineData(Rss + "<item><itunes:summary>Tea</itunes:summary></item>", "Tea")]
    [InlineData(Rss + "<item><description><p>Tea</p></description></item>", "Tea")]
    [InlineData(
        Atom
            + "<entry><content type='xhtml'><xhtml:div xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>Tea</xhtml:p></xhtml:div></content></entry>",
        "Tea"
    )]
    [InlineData(Atom + "<entry><content type='html'><![CDATA[<p>Tea</p>]]></content></entry>", "Tea")]
    [InlineData(Atom + "<entry><summary>Tea</summary></entry>", "Tea")]
    [InlineData(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><content type='text/html' mode='escaped'>&lt;p>Tea&lt;/p></content></entry>",
        "Tea"
    )]
    [InlineData(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><content type='text/html' mode='base64'>PHA+VGVhPC9wPg==</content></entry>",
        "Tea"
    )]
    public void What_an_entry_says(string text, string words)
    {
        var entry = Entry(text);
        Assert.Equal(words, FeedText.Of(entry.ContentHtml ?? entry.SummaryHtml ?? ""));
    }

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><title>A</title></channel></rss>")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='utf-16'?><rss><channel><title>A</title></channel></rss>")]
    [InlineData(
        "<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><!-- by hand --><rss><channel><title>A</title></channel></rss>"
    )]
    [InlineData(
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss><channel><title>A</title></channel></rss>"
    )]
    [InlineData("<RSS><Channel><Title>A</Title></Channel></RSS>")]
    [InlineData("<rss xmlns='http://backend.userland.com/rss2'><channel><title>A</title></channel></rss>")]
    [InlineData(
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://purl.org/rss/1.0/'><s:channel><s:title>A</s:title></s:channel></r:RDF>"
    )]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>A</a:title></a:feed>")]
    [InlineData("<rss><channel><title>A\u0001\u000B</title></channel></rss>")]
    [InlineData("<rss><channel><image><title>B</title></image><title>A</title></channel></rss>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"A\",\"items\":[]}")]
    [InlineData("\uFEFF{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"A\",\"items\":[],}")]
    public void The_title_of_a_feed(string text) => Assert.Equal("A", Read(text).Title);

    [Fact]
    public void Both_versions_of_JSON_Feed()
    {
        var old = Read(
            """{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","external_url":"https://y.org/","author":{"name":"Ann"},"content_html":null,"content_text":"Tea","date_published":"2026-11-07T08:05:06-05:00"}]}"""
        ).Entries[0];
        var current = Read(
            """{"version":"https://jsonfeed.org/version/1.1","language":"fr","items":[{"id":2.5,"url":"/2","authors":[{"name":"Ann"},{"url":"https://b.org"},{"name":"Bo"}],"content_html":"<p>Tea</p>","summary":"1 < 2","date_modified":"2026-11-07"}]}"""
        );
        Assert.Equal(("1", "Ann", "https://y.org/"), (old.Id, old.Author, old.Link?.AbsoluteUri));
        Assert.Equal((13, "Tea"), (old.Published?.UtcDateTime.Hour, old.ContentHtml));
        var entry = current.Entries[0];
        Assert.Equal(("fr", "2.5", "Ann, Bo"), (current.Language, entry.Id, entry.Author));
        Assert.Equal(("https://blog.example.org/2", "1 &lt; 2"), (entry.Link?.AbsoluteUri, entry.SummaryHtml));
        Assert.Equal(7, entry.Updated?.Day);
    }

    [Fact]
    public void RSS_1_1_and_what_only_a_podcast_says_of_itself()
    {
        var feed = Read(
            "<Channel xmlns='http://purl.org/net/rss1.1#' xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:about='https://x.org/f'><title>A</title><link>https://x.org/</link><items r:parseType='Collection'><item r:about='https://x.org/1'><title>One</title><link>https://x.org/1</link></item></items></Channel>"
        );
        Assert.Equal(("A", "https://x.org/"), (feed.Title, feed.Home?.AbsoluteUri));
        Assert.Equal(("One", "https://x.org/1"), (feed.Entries[0].Title, feed.Entries[0].Link?.AbsoluteUri));
        Assert.Equal("On tea", Read(Rss + "<itunes:summary>On tea</itunes:summary></channel></rss>").Description);
    }

    [Fact]
    public void An_entry_without_an_id_has_one_that_stays()
    {
        const string text = Rss + "<item><title>A</title><description>B</description></item>";
        Assert.Equal(Entry(text).Id, Entry(text).Id);
        Assert.NotEqual(Entry(text).Id, Entry(text.Replace(">A<", ">C<", StringComparison.Ordinal)).Id);
    }

    private static FeedEntry Entry(string text) => Assert.Single(Read(text).Entries);

    private static Feed Read(string text)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text), null, new("https://blog.example.org/feed.xml"));
        Assert.Null(reading.Refusal);
        return reading.Feed!;
    }
}
