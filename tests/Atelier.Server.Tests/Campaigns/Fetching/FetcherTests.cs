using System.Text;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Fetching;

/// <summary>One page at a time, from servers that behave and servers that do not.</summary>
public sealed class FetcherTests(CrawlStudio studio) : IClassFixture<CrawlStudio>, IAsyncLifetime
{
    private FakeWeb? _web;

    private FakeWeb Web => _web!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _web = await FakeWeb.StartAsync(studio);

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    [Fact]
    public async Task A_page_is_read_after_robots_txt_by_a_crawler_that_says_who_it_is()
    {
        var person = await studio.RegisterAsync();
        Web.Page("polite.test", "/robots.txt", "User-agent: *\nAllow: /blog\nDisallow: /", "text/plain");
        var page = Web.Page("polite.test", "/blog/one", "<p>Hello</p>");

        var result = await studio.FetchAsync(person, page);

        Assert.Equal((FetchOutcome.Fetched, "<p>Hello</p>"), (result.Outcome, Encoding.UTF8.GetString(result.Body)));
        Assert.Equal(["/robots.txt", "/blog/one"], Web.VisitsTo("polite.test").Select(visit => visit.Path));
        Assert.All(
            Web.Visits,
            visit => Assert.Equal("AtelierBot/1.0 (+https://studio.example.org/bot)", visit.UserAgent)
        );
        var row = await RowAsync(result);
        Assert.Equal((2, "Allow: /blog"), (row.RobotsLine, row.RobotsRule));
        Assert.Contains("5 s are kept", row.Why);
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        var person = await studio.RegisterAsync();
        Web.Page("closed.test", "/robots.txt", "User-agent: AtelierBot\nDisallow: /private", "text/plain");
        var page = Web.Page("closed.test", "/private/one", "secret");

        var result = await studio.FetchAsync(person, page);

        Assert.Equal(FetchOutcome.Robots, result.Outcome);
        Assert.Empty(result.Body);
        Assert.Equal(["/robots.txt"], Web.VisitsTo("closed.test").Select(visit => visit.Path));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(410, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task No_robots_txt_opens_a_site_and_one_that_cannot_be_had_closes_it(int status, bool opens)
    {
        var (person, host) = (await studio.RegisterAsync(), $"robots-{status}.test");
        Web.Status(host, "/robots.txt", status);
        var page = Web.Page(host, "/one", "<p>Hello</p>");

        var result = await studio.FetchAsync(person, page);

        Assert.Equal(opens ? FetchOutcome.Fetched : FetchOutcome.Robots, result.Outcome);
    }

    [Fact]
    public async Task A_redirected_robots_txt_holds_for_the_site_that_was_asked()
    {
        var person = await studio.RegisterAsync();
        Web.Status("moved.test", "/robots.txt", 301, location: $"{Web.At("holder.test", "/rules")}");
        Web.Page("holder.test", "/rules", "User-agent: *\nDisallow: /closed", "text/plain");
        Web.Page("holder.test", "/closed", "<p>Theirs</p>");

        var closed = await studio.FetchAsync(person, Web.Page("moved.test", "/closed", "<p>Ours</p>"));
        var elsewhere = await studio.FetchAsync(person, Web.At("holder.test", "/closed"));

        Assert.Equal((FetchOutcome.Robots, FetchOutcome.Fetched), (closed.Outcome, elsewhere.Outcome));
    }

    [Fact]
    public async Task A_redirect_to_another_host_asks_that_hosts_robots_txt()
    {
        var person = await studio.RegisterAsync();
        Web.Page("strict.test", "/robots.txt", "User-agent: *\nDisallow: /", "text/plain");
        Web.Page("strict.test", "/one", "secret");
        var from = Web.Status("start.test", "/one", 302, location: $"{Web.At("strict.test", "/one")}");

        var result = await studio.FetchAsync(person, from);

        Assert.Equal(FetchOutcome.Robots, result.Outcome);
        Assert.Equal(["/robots.txt"], Web.VisitsTo("strict.test").Select(visit => visit.Path));
    }

    [Fact]
    public async Task A_loop_ends_after_five_redirects_and_one_out_of_the_web_at_once()
    {
        var person = await studio.RegisterAsync();
        var loop = Web.Status("loop.test", "/round", 302, location: "/round");
        var inside = Web.Status("loop.test", "/in", 302, location: "http://169.254.169.254/latest/");
        var file = Web.Status("loop.test", "/file", 302, location: "file:///etc/passwd");

        var results = new List<FetchResult>();
        foreach (var address in (Uri[])[loop, inside, file])
            results.Add(await studio.FetchAsync(person, address));

        Assert.Equal([FetchOutcome.Failed, FetchOutcome.Refused, FetchOutcome.Refused], results.Select(r => r.Outcome));
        Assert.Equal(6, Web.VisitsTo("loop.test").Count(visit => visit.Path == "/round"));
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_again_and_is_still_there()
    {
        var person = await studio.RegisterAsync();
        var page = Web.Page("same.test", "/one", "<p>Hello</p>");

        var first = await studio.FetchAsync(person, page);
        var second = await studio.FetchAsync(person, page);

        Assert.Equal((FetchOutcome.NotModified, 304), (second.Outcome, second.Status));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal([false, false, true], Web.VisitsTo("same.test").Select(visit => visit.Conditional));
        Assert.True((await RowAsync(second)).Conditional);
    }

    [Fact]
    public async Task A_host_that_asks_for_time_gets_it_and_one_that_fails_three_times_is_left_alone()
    {
        var person = await studio.RegisterAsync();
        var page = Web.Status("tired.test", "/one", 503, retryAfter: "100000");
        var down = Web.Status("down.test", "/one", 500);

        var asked = await studio.FetchAsync(person, page);
        var told = await studio.FetchAsync(person, page);
        var failures = new List<FetchResult>();
        for (var i = 0; i < 4; i++)
            failures.Add(await studio.FetchAsync(person, down));
        var others = await studio.FetchAsync(person, Web.Page("fine.test", "/one", "<p>Hello</p>"));

        Assert.Equal((FetchOutcome.Failed, FetchOutcome.Paused), (asked.Outcome, told.Outcome));
        Assert.Equal(
            [FetchOutcome.Failed, FetchOutcome.Failed, FetchOutcome.Failed, FetchOutcome.Paused],
            failures.Select(result => result.Outcome)
        );
        Assert.Equal(3, Web.VisitsTo("down.test").Count(visit => visit.Path == "/one"));
        Assert.Equal(FetchOutcome.Fetched, others.Outcome);
    }

    [Fact]
    public async Task Blocked_hosts_are_not_asked_for_anything_subdomains_included()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await person.PostAsync("blogs/blocks", new { host = $"mine.test:{Web.Port}" });
        await person.PostAsync("blogs/blocks", new { host = "family.test" });
        var page = Web.Page("mine.test", "/one", "<p>Hello</p>");
        var below = Web.Page("blog.family.test", "/one", "<p>Hello</p>");

        Assert.Equal(FetchOutcome.Blocked, (await studio.FetchAsync(person, page)).Outcome);
        Assert.Equal(FetchOutcome.Blocked, (await studio.FetchAsync(person, below)).Outcome);
        Assert.Empty(Web.Visits);
        Assert.Equal(FetchOutcome.Fetched, (await studio.FetchAsync(other, page)).Outcome);
    }

    [Fact]
    public async Task Odd_answers_each_have_their_outcome()
    {
        var person = await studio.RegisterAsync();
        var gone = Web.Status("odd.test", "/gone", 410);
        var picture = Web.Page("odd.test", "/picture", "\u0089PNG\0", "image/png");
        var mislabelled = Web.Page("odd.test", "/binary", "PK\u0003\u0004\0\0\0", "text/html");
        var head = Web.Page("odd.test", "/head", "<p>Hello</p>");

        Assert.Equal(FetchOutcome.Gone, (await studio.FetchAsync(person, gone)).Outcome);
        Assert.Equal(FetchOutcome.WrongType, (await studio.FetchAsync(person, picture)).Outcome);
        Assert.Equal(FetchOutcome.WrongType, (await studio.FetchAsync(person, mislabelled)).Outcome);
        var check = await studio.FetchAsync(person, head, FetchPurpose.Check);
        Assert.Equal((FetchOutcome.Fetched, 0), (check.Outcome, check.Body.Length));
        Assert.Equal("HEAD", Web.VisitsTo("odd.test")[^1].Method);
    }

    [Fact]
    public async Task Of_many_that_want_a_host_at_once_one_has_it()
    {
        var turns = studio.Services.GetRequiredService<HostTurns>();

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => turns.TryTakeAsync("wanted.test", TimeSpan.FromSeconds(5), Cancel))
        );

        Assert.Single(taken, turn => turn.Holder is not null);
    }

    private async Task<Fetch> RowAsync(FetchResult result)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        return await db.Set<Fetch>().AsNoTracking().SingleAsync(fetch => fetch.Id == result.FetchId, Cancel);
    }
}
