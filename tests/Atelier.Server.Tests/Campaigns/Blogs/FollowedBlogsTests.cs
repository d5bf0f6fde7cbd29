using System.Net;
using Atelier.Campaigns.Blogs.Following;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Atelier.Campaigns.Blogs;

/// <summary>Blogs that are read by themselves when they are due.</summary>
public sealed class FollowedBlogsTests(CrawlStudio studio) : IClassFixture<CrawlStudio>, IAsyncLifetime
{
    private FakeWeb? _web;

    private FakeWeb Web => _web!;

    private BlogWatch Watch => studio.Services.GetServices<IHostedService>().OfType<BlogWatch>().Single();

    private DueBlogs Due => studio.Services.GetRequiredService<DueBlogs>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _web = await FakeWeb.StartAsync(studio);

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    [Fact]
    public async Task A_blog_that_is_followed_is_read_when_it_is_due_and_asked_only_for_what_changed()
    {
        var person = await studio.RegisterAsync();
        var blog = await FindAsync(person, "followed.test", "tea", "Green tea", "Black tea");
        await FindAsync(person, "let-go.test", "coffee", "Mocha", "Latte");
        await FollowAsync(person, blog, true);
        Assert.Empty(await Due.OfAsync(person.Id, 10, Cancel));
        Web.Visits.Clear();

        studio.Clock.Advance(TimeSpan.FromDays(2.01)); // half of the four days between its posts
        person = await ReadDueAsync(person);

        var feed = Assert.Single(Web.VisitsTo("followed.test"), visit => visit.Path == "/feed");
        Assert.Equal((true, 304), (feed.Conditional, feed.Status));
        Assert.Empty(Web.VisitsTo("let-go.test"));
        var read = (await person.GetAsync($"blogs/{blog}")).Expect(HttpStatusCode.OK);
        Assert.True(read["nextPollAt"]!.GetValue<DateTimeOffset>() > studio.Clock.GetUtcNow());
        Assert.Empty(await Due.OfAsync(person.Id, 10, Cancel));
    }

    [Fact]
    public async Task What_is_new_there_is_read_and_who_lets_it_go_hears_no_more()
    {
        var person = await studio.RegisterAsync();
        var blog = await FindAsync(person, "newer.test", "jam", "Plum", "Pear");
        await FollowAsync(person, blog, true);
        SmallBlog.Publish(Web, "newer.test", "jam", ["Plum", "Pear", "Quince"]);

        studio.Clock.Advance(TimeSpan.FromDays(2.01));
        person = await ReadDueAsync(person);
        var posts = (await person.GetAsync($"blogs/{blog}/posts")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        await FollowAsync(person, blog, false);
        studio.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(["Pear", "Plum", "Quince"], posts.Select(post => $"{post!["title"]}").Order());
        Assert.All(posts, post => Assert.NotNull(post!["fetchedAt"]));
        Assert.Empty(await Due.OfAsync(person.Id, 10, Cancel));
    }

    [Fact]
    public async Task A_blog_that_cannot_be_asked_is_left_alone_as_long_again_as_nothing_came()
    {
        var person = await studio.RegisterAsync();
        var blog = await FindAsync(person, "down.test", "rain", "Drizzle", "Hail");
        await FollowAsync(person, blog, true);
        Web.Status("down.test", "/feed", 500);

        studio.Clock.Advance(TimeSpan.FromDays(3));
        person = await ReadDueAsync(person);

        var next = (await person.GetAsync($"blogs/{blog}")).Expect(HttpStatusCode.OK)["nextPollAt"]!;
        Assert.Equal(3, (next.GetValue<DateTimeOffset>() - studio.Clock.GetUtcNow()).TotalDays, 0.1);
    }

    [Fact]
    public async Task A_blog_without_a_feed_is_asked_by_its_pages()
    {
        var person = await studio.RegisterAsync();
        var home = Web.Page(
            "plain.test",
            "/",
            SmallBlog.Post("Home", "clay", "<p><a href='/first-pot'>First pot</a></p>")
        );
        Web.Page("plain.test", "/first-pot", SmallBlog.Post("First pot", "clay"));
        var blog = await DiscoverAsync(person, home);
        await FollowAsync(person, blog, true);
        Web.Page("plain.test", "/", SmallBlog.Post("Home", "clay", "<p><a href='/second-pot'>Second pot</a></p>"));
        Web.Page("plain.test", "/second-pot", SmallBlog.Post("Second pot", "clay"));

        studio.Clock.Advance(TimeSpan.FromDays(1.01));
        person = await ReadDueAsync(person);

        var posts = (await person.GetAsync($"blogs/{blog}/posts")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(["First pot", "Second pot"], posts.Select(post => $"{post!["title"]}").Order());
    }

    [Fact]
    public async Task The_blogs_of_a_campaign_at_work_are_due_without_being_followed()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var blog = await KnownBlogs.BlogAsync(studio, person);
        await KnownBlogs.BlogAsync(studio, other);
        await ExecuteAsync(
            "update campaigns.blogs set state = 'ready', next_poll_at = $1 where owner_id in ($2, $3)",
            studio.Clock.GetUtcNow(),
            person.Id,
            other.Id
        );
        var campaign = (await person.PostAsync("campaigns", CampaignStudio.Plan())).Expect(HttpStatusCode.Created);
        var (id, run) = (campaign["id"]!.GetValue<Guid>(), Guid.CreateVersion7(studio.Clock.GetUtcNow()));
        await ExecuteAsync(
            """
            with run as (insert into campaigns.runs (id, owner_id, campaign_id, state, started_at) values ($2, $3, $1, 'running', now()) returning id),
            step as (insert into campaigns.steps (run_id, name, phase, started_at, finished_at) select id, 'read ' || $4, 'read', now(), now() from run)
            update campaigns.campaigns set run_id = $2, state = 'running' where id = $1
            """,
            id,
            run,
            person.Id,
            $"{blog}"
        );

        var atWork = await Due.OfAsync(person.Id, 10, Cancel);
        await ExecuteAsync("update campaigns.campaigns set state = 'completed' where id = $1", id);

        Assert.Equal([blog], atWork);
        Assert.Empty(await Due.OfAsync(person.Id, 10, Cancel));
        Assert.Empty(await Due.OfAsync(other.Id, 10, Cancel));
    }

    [Fact]
    public async Task Nobody_follows_for_another_and_what_wants_no_machines_is_not_followed()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var (blog, unwelcoming) = (
            await KnownBlogs.BlogAsync(studio, person),
            await KnownBlogs.BlogAsync(studio, person)
        );
        await ExecuteAsync("update campaigns.blogs set terms_flag = true where id = $1", unwelcoming);

        var refused = await other.PatchAsync($"blogs/{blog}", new { follow = true });
        var empty = await person.PatchAsync($"blogs/{blog}", new { });
        var flagged = await person.PatchAsync($"blogs/{unwelcoming}", new { follow = true });

        refused.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Contains("follow", empty.ExpectProblem(HttpStatusCode.BadRequest, "invalid"));
        flagged.ExpectProblem(HttpStatusCode.Conflict, "blog_not_followed");
    }

    /// <returns>The person, whose token has run out meanwhile.</returns>
    private async Task<Person> ReadDueAsync(Person person)
    {
        person = await studio.SignInAgainAsync(person);
        await Watch.LookAsync(Cancel);
        var jobs = (await person.GetAsync("jobs")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var job = jobs.First(job => $"{job!["kind"]}" == ReadDueBlogs.Kind)!;
        await studio.ReachAsync(job["id"]!.GetValue<Guid>(), "succeeded");
        return person;
    }

    private async Task<Guid> FindAsync(Person person, string host, string about, params string[] posts) =>
        await DiscoverAsync(person, SmallBlog.Publish(Web, host, about, posts));

    private async Task<Guid> DiscoverAsync(Person person, Uri home) =>
        (
            await studio
                .Services.GetRequiredService<BlogScout>()
                .DiscoverAsync(new(person.Id, null, [$"{home}"], [], 1, FollowLinks: false), null, Cancel)
        ).Single();

    private static async Task FollowAsync(Person person, Guid blog, bool follow) =>
        Assert.Equal(
            follow,
            (await person.PatchAsync($"blogs/{blog}", new { follow })).Expect(HttpStatusCode.OK)[
                "followed"
            ]!.GetValue<bool>()
        );

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = studio.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value is DateTimeOffset at ? at.ToUniversalTime() : value });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
