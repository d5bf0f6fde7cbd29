using System.Net;
using Atelier.Support;

namespace Atelier.Campaigns.Fetching;

/// <summary>What moderators decide about hosts holds for everybody.</summary>
public sealed class HostsTests(CrawlStudio studio) : IClassFixture<CrawlStudio>
{
    [Fact]
    public async Task A_blocked_or_paused_host_is_not_read_for_anybody_until_a_moderator_lets_it_be()
    {
        var (moderator, person) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync());
        await using var web = await FakeWeb.StartAsync(studio);
        var page = web.Page("noisy.test", "/one", "<p>Hello</p>");
        var host = $"noisy.test:{web.Port}";

        var blocked = await moderator.PostAsync("admin/hosts/block", new { host, reason = "Its owner asked." });
        var whileBlocked = await studio.FetchAsync(person, page);
        await moderator.PostAsync("admin/hosts/unblock", new { host });
        await moderator.PostAsync(
            "admin/hosts/pause",
            new
            {
                host,
                reason = "It is slow.",
                minutes = 90,
            }
        );
        var whilePaused = await studio.FetchAsync(person, page);
        var listed = (await moderator.GetAsync("admin/hosts?state=paused&search=noisy")).Expect(HttpStatusCode.OK);
        await moderator.PostAsync("admin/hosts/resume", new { host });
        var afterwards = await studio.FetchAsync(person, page);

        Assert.True(blocked.Expect(HttpStatusCode.OK)["blocked"]!.GetValue<bool>());
        Assert.Equal((FetchOutcome.Blocked, FetchOutcome.Paused), (whileBlocked.Outcome, whilePaused.Outcome));
        Assert.Contains("Its owner asked.", whileBlocked.Why);
        Assert.Equal(host, $"{Assert.Single(listed.AsArray())!["host"]}");
        Assert.Equal(FetchOutcome.Fetched, afterwards.Outcome);
    }

    [Fact]
    public async Task People_do_not_decide_about_hosts()
    {
        var person = await studio.RegisterAsync();

        (await person.GetAsync("admin/hosts")).Expect(HttpStatusCode.Forbidden);
        (await person.PostAsync("admin/hosts/block", new { host = "x.test", reason = "Because." })).Expect(
            HttpStatusCode.Forbidden
        );
    }
}
