using System.Globalization;
using Atelier.Support;

namespace Atelier.Campaigns.Fetching;

/// <summary>A crawl of two hundred hosts, on real connections and the real tables; only the waiting passes at once.</summary>
public sealed class PolitenessTests(CrawlStudio studio) : IClassFixture<CrawlStudio>
{
    private const int Hosts = 200;
    private const int Workers = 8;

    // PostgreSQL keeps microseconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromMicroseconds(2);

    /// <summary>Seconds that a host asks for; every tenth asks for more than anybody waits.</summary>
    private static int DelayOf(int host) =>
        host % 10 == 9 ? 3600
        : host % 3 == 0 ? 20
        : 0;

    [Fact]
    public async Task No_rule_is_broken_no_pause_cut_short_and_what_did_not_change_is_not_sent_again()
    {
        var person = await studio.RegisterAsync();
        await using var web = await FakeWeb.StartAsync(studio);
        foreach (var host in Enumerable.Range(0, Hosts))
            Publish(web, host);
        string[] paths = ["/", "/post", "/private/diary"];

        await CrawlAsync(
            web,
            person,
            paths.SelectMany(path => Enumerable.Range(0, Hosts).Select(host => (host, path)))
        );
        var first = web.Visits.Count;
        studio.Clock.Advance(TimeSpan.FromHours(13));
        await CrawlAsync(web, person, Enumerable.Range(0, Hosts).Select(host => (host, "/")));

        Assert.DoesNotContain(web.Visits, visit => visit.Path.StartsWith("/private", StringComparison.Ordinal));
        var again = web.Visits.Skip(first).ToList();
        Assert.Equal(Hosts * 9 / 10, again.Count);
        Assert.All(again, visit => Assert.Equal(304, visit.Status));
        foreach (var host in Enumerable.Range(0, Hosts))
        {
            var visits = web.VisitsTo(NameOf(host));
            Assert.Equal(DelayOf(host) > 60 ? 1 : 4, visits.Count);
            var least = TimeSpan.FromSeconds(Math.Max(5, DelayOf(host))) - Rounding;
            Assert.All(
                visits.Zip(visits.Skip(1)),
                pair => Assert.InRange(pair.Second.Asked - pair.First.Answered, least, TimeSpan.MaxValue)
            );
        }
    }

    private static void Publish(FakeWeb web, int host)
    {
        var delay = DelayOf(host) is > 0 and var seconds ? $"Crawl-delay: {seconds}\n" : "";
        web.Page(NameOf(host), "/robots.txt", $"User-agent: *\n{delay}Disallow: /private/\n", "text/plain");
        foreach (var path in (string[])["/", "/post", "/private/diary"])
            web.Page(NameOf(host), path, $"<p>{path} of {host}</p>");
    }

    private static string NameOf(int host) => string.Create(CultureInfo.InvariantCulture, $"blog-{host}.test");

    private Task CrawlAsync(FakeWeb web, Person person, IEnumerable<(int Host, string Path)> pages) =>
        Parallel.ForEachAsync(
            pages,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Workers,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (page, _) => await studio.FetchAsync(person, web.At(NameOf(page.Host), page.Path))
        );
}
