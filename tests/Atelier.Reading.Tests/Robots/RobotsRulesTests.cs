using System.Text;

namespace Atelier.Reading.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("user-agent: *\ndisallow: /a\nallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.gif$", "/x/y.gif", false)]
    [InlineData("User-agent: *\nDisallow: /*.gif$", "/x/y.gif?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$b", false)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("User-agent: *\nDisallow: / # everything", "/a", false)]
    [InlineData("User-agent: *\nDissallow: /a", "/a", false)]
    [InlineData("User agent: *\nDisallow /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /x/index.html", "/x/", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\r\nDisallow: /ä", "/ä", false)]
    [InlineData("User-agent: *\nDisallow: /%C3%A4", "/ä", false)]
    [InlineData("User-agent: *\nDisallow: /%7euser", "/~user", false)]
    [InlineData("User-agent: *\nSitemap: https://x.org/s.xml\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: AtelierBot\nDisallow: /only\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: AtelierBot\nCrawl-delay: 5\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: atelierbot/2.1\nDisallow: /a\n\nUser-agent: ATELIERBOT\nDisallow: /b", "/b", false)]
    public void Decides_as_the_standard_says(string file, string path, bool allowed)
    {
        var verdict = RobotsRules.Read(Encoding.UTF8.GetBytes(file)).Ask("AtelierBot", new("https://x.org" + path));
        Assert.Equal(allowed, verdict.Allowed);
    }

    [Fact]
    public void Names_the_line_that_decides()
    {
        var rules = RobotsRules.Read("\uFEFF# hello\nUser-agent: *\nDisallow: /private # keep out"u8);
        Assert.Equal(
            new(false, 3, "Disallow: /private # keep out"),
            rules.Ask("AtelierBot", new("https://x.org/private/1"))
        );
        Assert.Equal(new(true, null, null), rules.Ask("AtelierBot", new("https://x.org/")));
    }

    [Fact]
    public void Reads_delays_and_sitemaps()
    {
        var rules = RobotsRules.Read(
            "Sitemap: https://x.org/a.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow:\nUser-agent: b\nCrawl-delay: soon\nSite-map: https://x.org/b.xml"u8
        );
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.DelayFor("AtelierBot"));
        Assert.Null(rules.DelayFor("B"));
        Assert.Equal(["https://x.org/a.xml", "https://x.org/b.xml"], rules.Sitemaps.Select(one => one.AbsoluteUri));
    }

    [Fact]
    public void Everything_is_forbidden_while_the_file_cannot_be_had()
    {
        Assert.False(RobotsRules.DisallowAll.Ask("AtelierBot", new("https://x.org/")).Allowed);
        Assert.True(RobotsRules.AllowAll.Ask("AtelierBot", new("https://x.org/")).Allowed);
    }

    [Fact]
    public void A_page_and_a_hostile_file_are_no_trouble()
    {
        Assert.True(RobotsRules.Read("<!DOCTYPE html><title>404</title>"u8).LooksLikeHtml);
        var stars = RobotsRules.Read(
            Encoding.ASCII.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 8000)))
        );
        Assert.True(stars.Ask("AtelierBot", new("https://x.org/" + new string('a', 4000))).Allowed);
        Assert.True(RobotsRules.Read(new byte[100_000]).Ask("AtelierBot", new("https://x.org/")).Allowed);
    }

    [Theory]
    [InlineData("noindex, nofollow", true)]
    [InlineData("otherbot: noindex", false)]
    [InlineData("AtelierBot: noarchive", true)]
    [InlineData("unavailable_after: 25 Jun 2030 15:00:00 PST", false)]
    [InlineData("noai, noimageai", true)]
    [InlineData("nofollow", false)]
    [InlineData(null, false)]
    public void The_header_may_forbid_use(string? value, bool forbidden) =>
        Assert.Equal(forbidden, RobotsHeader.Read(value, "AtelierBot").ForbidsUse);
}
