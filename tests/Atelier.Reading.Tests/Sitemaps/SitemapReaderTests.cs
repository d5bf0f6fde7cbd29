using System.Text;
using Atelier.Reading.Opml;

namespace Atelier.Reading.Sitemaps;

public sealed class SitemapReaderTests
{
    private static readonly Uri Address = new("https://example.org/sitemap.xml");

    [Fact]
    public void Reads_pages_and_leaves_their_pictures()
    {
        var map = Read(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://example.org/a?b=1&amp;c=2 </loc><lastmod>2026-03-04</lastmod><image:image><image:loc>https://example.org/p.png</image:loc></image:image></url>
            <url><loc>/b</loc></url><url><loc>mailto:x@example.org</loc></url></urlset>
            """
        );
        Assert.Equal(
            ["https://example.org/a?b=1&c=2", "https://example.org/b"],
            map.Pages.Select(page => page.Address.AbsoluteUri)
        );
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), map.Pages[0].Modified);
        Assert.False(map.Cut);
    }

    [Fact]
    public void Reads_an_index_and_a_plain_list()
    {
        Assert.Single(
            Read("<sitemapindex><sitemap><loc>https://example.org/1.xml</loc></sitemap></sitemapindex>").Sitemaps
        );
        Assert.Equal(2, Read("https://example.org/1\nhttps://example.org/2\n").Pages.Count);
        Assert.Equal(
            "It is a web page, not a sitemap.",
            SitemapReader.Read("<html>"u8.ToArray(), null, Address, TestContext.Current.CancellationToken).Refusal
        );
    }

    [Fact]
    public void Takes_no_more_than_a_sitemap_may_have()
    {
        var map = Read(
            "<urlset>" + string.Concat(Enumerable.Range(0, 50_100).Select(i => $"<url><loc>/{i}</loc></url>"))
        );
        Assert.Equal((50_000, true), (map.Pages.Count, map.Cut));
    }

    [Fact]
    public void Reads_a_list_of_feeds_with_its_folders()
    {
        var reading = OpmlReader.Read(
            """
            <opml version="2.0"><head><title>Mine</title></head><body><outline text="Garden"><outline text="Bees" xmlUrl="https://bees.example.org/feed" htmlUrl="https://bees.example.org/"/></outline>
            <outline title="Twice" xmlUrl="feed://bees.example.org/other"/><outline text="Bees" xmlUrl="https://bees.example.org/feed"/></body></opml>
            """u8.ToArray(),
            null
        );
        Assert.Equal("Mine", reading.List?.Title);
        Assert.Equal(
            new OpmlFeed(new("https://bees.example.org/feed"), new("https://bees.example.org/"), "Bees", "Garden"),
            reading.List?.Feeds[0]
        );
        Assert.Equal(2, reading.List?.Feeds.Count);
        Assert.Equal("It is no OPML file.", OpmlReader.Read("<rss/>"u8.ToArray(), null).Refusal);
    }

    private static Sitemap Read(string text)
    {
        var reading = SitemapReader.Read(
            Encoding.UTF8.GetBytes(text),
            null,
            Address,
            TestContext.Current.CancellationToken
        );
        Assert.Null(reading.Refusal);
        return reading.Sitemap!;
    }
}
