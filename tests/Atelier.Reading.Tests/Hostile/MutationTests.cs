using System.Text;
using Atelier.Reading.Articles;
using Atelier.Reading.Feeds;
using Atelier.Reading.Opml;
using Atelier.Reading.Robots;
using Atelier.Reading.Sitemaps;

namespace Atelier.Reading.Hostile;

/// <summary>Files cut off anywhere, with octets changed, doubled and left out: whatever comes of it, no reader fails.</summary>
public sealed class MutationTests
{
    private const int Rounds = 150;
    private static readonly Uri Address = new("https://x.example.org/a/b.xml?c=d");

    private static readonly string[] Files =
    [
        """
            <?xml version="1.0" encoding="gb2312"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A &amp; B &#x41;&hellip;</title><link>https://x.org/</link>
            <item><title><![CDATA[One <b>]]></title><guid isPermaLink="true">https://x.org/1</guid><pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate><dc:date>2002-W40-3T24:00Z</dc:date><description>&lt;p style="display:none"&gt;x&lt;/p&gt;</description></item></channel></rss>
            """,
        """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="//y.org/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">T<br/></div></title><entry><id>urn:x</id><link rel="alternate" href="../c"/><published>2003-12-31T10:14:55.5-08:30</published><content mode="base64" type="application/octet-stream">RXhhbXBsZQ==</content></entry></feed>
            """,
        """{"version":"https://jsonfeed.org/version/1.1","title":"J \ud83d\ude00","items":[{"id":"1","url":"/1","content_html":"<p>x","authors":[{"name":"A"}],"date_published":"2020-02-30T00:00:00Z"}]}""",
        """
            <!DOCTYPE html><html lang=en><head><meta charset=big5><base href="/x/"><title>A page | A site</title><style>.a,.b{display:none}/* x */@media print{p{color:red}}</style>
            <script type="application/ld+json">{"@graph":[{"@type":["BlogPosting"],"headline":"H","author":[{"name":"N"}],"commentCount":"3"}]}</script></head>
            <body><div class="post-content"><p>One, two, three, and a long sentence, which goes on and on, because it has to.</p>Loose text<br><br>and more of it, with commas, many commas.<table><tr><td colspan=3>x<td>y</table></div>
            <p class=a>hidden</p><form id=commentform action=wp-comments-post.php><textarea name=comment></textarea></form><!-- a comment with some words in it --></body></html>
            """,
        "User-agent: *\nDisallow: /*a$\nAllow: /%e3%81\nCrawl-delay: 1e3\nSitemap: https://x.org/s.xml\n",
        "<urlset><url><loc>https://x.org/1</loc><lastmod>2020-01-01</lastmod></url></urlset>",
        "<opml><body><outline text=\"a\"><outline xmlUrl=\"https://x.org/f\"/></outline></body></opml>",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void No_reader_fails(int file)
    {
        var draw = new Random(file);
        var original = Encoding.UTF8.GetBytes(Files[file]);
        for (var round = 0; round < Rounds; round++)
        {
            var body = Mutated(original, draw);
            FeedReader.Read(body, round % 3 == 0 ? "text/xml; charset=utf-16" : null, Address);
            OpmlReader.Read(body, null);
            SitemapReader.Read(body, null, Address, TestContext.Current.CancellationToken);
            ArticleReader.Read(body, null, Address, TestContext.Current.CancellationToken);
            var rules = RobotsRules.Read(body);
            rules.Ask("AtelierBot", Address);
            rules.DelayFor("AtelierBot");
        }
    }

    private static byte[] Mutated(byte[] original, Random draw)
    {
        var body = original.ToList();
        for (var changes = draw.Next(1, 8); changes > 0 && body.Count > 2; changes--)
        {
            var at = draw.Next(body.Count);
            switch (draw.Next(6))
            {
                case 0:
                    body.RemoveRange(at, body.Count - at);
                    break;
                case 1:
                    body[at] = (byte)draw.Next(256);
                    break;
                case 2:
                    body.RemoveRange(at, Math.Min(draw.Next(1, 30), body.Count - at));
                    break;
                case 3:
                    body.InsertRange(at, body.GetRange(at, Math.Min(draw.Next(1, 60), body.Count - at)));
                    break;
                case 4:
                    body.InsertRange(at, "<![CDATA[&#xD800;<a b='"u8.ToArray()[draw.Next(10)..]);
                    break;
                default:
                    body.InsertRange(0, [0xFF, 0xFE]);
                    break;
            }
        }
        return [.. body];
    }
}
