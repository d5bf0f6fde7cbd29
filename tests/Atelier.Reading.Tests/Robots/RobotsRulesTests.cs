using System.Text;

namespace Atelier.Reading.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /a")]
    [InlineData("User-agent: *\r\nDisallow: /a\r\n")]
    [InlineData("User-agent: *\rDisallow: /a\rAllow: /b\r")]
    [InlineData("User-agent: *\n\r\nDisallow: /a")]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a")]
    [InlineData("User-agent: *\n\uFEFFAllow: /a\nDisallow: /a")]
    [InlineData("\0User-agent: *\0\nDisallow: /a\0")]
    public void Lines_end_in_every_way_and_a_mark_stands_only_in_front(string file) =>
        Assert.False(Allows(Encoding.UTF8.GetBytes(file), "/a"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_mark_may_be_cut_off(int length) =>
        Assert.False(Allows([.. "\uFEFF"u8[..length], .. "User-agent: *\nDisallow: /a"u8], "/a"));

    [Fact]
    public void A_line_that_is_too_long_counts_as_far_as_it_is_read()
    {
        var path = "/" + new string('a', 20_000);
        var file = Encoding.ASCII.GetBytes($"User-agent: *\nDisallow: {path}/end\nDisallow: /b");
        Assert.False(Allows(file, path + "/other"));
        Assert.True(Allows(file, path[..16_000]));
        Assert.False(Allows(file, "/b"));
    }

    [Fact]
    public void Of_a_file_that_is_too_long_whole_lines_are_read()
    {
        var lines = new StringBuilder("User-agent: *\nDisallow: /early\n");
        while (lines.Length < (512 * 1024) - 12)
            lines.Append("# padding\n");
        lines.Length = (512 * 1024) - 12;
        lines.Append("\nDisallow: /late\n");
        var file = Encoding.ASCII.GetBytes(lines.ToString());
        Assert.False(Allows(file, "/early"));
        Assert.True(Allows(file, "/"));
        Assert.True(Allows(file, "/late"));
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
            "Sitemap: https://x.org/a.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow:\nUser-agent: b\nCrawl-delay: soon\nSite-map: /b.xml\nSitemap: ftp://x.org/c.xml\nSitemap:"u8,
            new("https://x.org/robots.txt")
        );
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.DelayFor("AtelierBot"));
        Assert.Null(rules.DelayFor("B"));
        Assert.Equal(["https://x.org/a.xml", "https://x.org/b.xml"], rules.Sitemaps.Select(one => one.AbsoluteUri));
    }

    [Theory]
    [InlineData("10", 10.0)]
    [InlineData("10 # seconds", 10.0)]
    [InlineData("10s", 10.0)]
    [InlineData(".5", 0.5)]
    [InlineData("99999999999", 86_400 * 30.0)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    public void A_delay_is_read_however_it_is_written(string written, double? seconds) =>
        Assert.Equal(
            seconds,
            RobotsRules
                .Read(Encoding.ASCII.GetBytes($"User-agent: *\nCrawl-delay: {written}\nDisallow:"))
                .DelayFor("AtelierBot")
                ?.TotalSeconds
        );

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

    private static bool Allows(byte[] file, string path) =>
        RobotsRules.Read(file).Ask("AtelierBot", new("https://x.org" + path)).Allowed;
}
