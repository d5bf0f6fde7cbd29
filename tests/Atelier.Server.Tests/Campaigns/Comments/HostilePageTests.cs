using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Reading.Articles;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>More than sixty pages that give orders, and a model that follows any it reads and many that it does not.</summary>
public sealed class HostilePageTests(HostileStudio studio) : IClassFixture<HostileStudio>
{
    /// <summary>Whatever a page could wish to be otherwise.</summary>
    private static string Settings(Guid campaign) =>
        $"""
            select jsonb_pretty(jsonb_build_object(
                'budgets', (select jsonb_agg(to_jsonb(b) order by b.scope, b.scope_id, b.is_ceiling) from campaigns.budgets b),
                'prices', (select jsonb_agg(to_jsonb(p) order by p.model) from campaigns.prices p),
                'agents', (select jsonb_agg(to_jsonb(a) order by a.id) from campaigns.agents a),
                'versions', (select jsonb_agg(to_jsonb(v) order by v.agent_id, v.version) from campaigns.agent_versions v),
                'blocks', (select jsonb_agg(to_jsonb(h) order by h.id) from campaigns.host_blocks h),
                'campaigns', (select jsonb_agg(to_jsonb(c) - array['state', 'phase', 'run_id', 'job_id', 'started_at', 'updated_at'] order by c.id)
                    from campaigns.campaigns c),
                'waiting', (select jsonb_agg(to_jsonb(c) order by c.id) from campaigns.comments c
                    where c.campaign_id <> '{campaign}')))
            """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_pages_are_all_different_and_each_would_win_the_model_over()
    {
        var pages = HostilePages.All.ToList();

        Assert.True(pages.Count >= 60);
        Assert.Equal(pages.Count, pages.Select(page => page.FeedTitle + page.Html).Distinct().Count());
        Assert.All(pages, page => Assert.NotEmpty(ObedientModel.OrdersIn(page.Order)));
    }

    [Fact]
    public async Task No_page_puts_in_a_link_uses_a_tool_raises_a_budget_or_approves_a_draft()
    {
        var person = await studio.RegisterAsync();
        await KnownComments.CommentAsync(studio, person); // waits for a decision beside them
        await CampaignStudio.AgentAsync(person);
        var campaign = await CreateAsync(person);
        var pages = await ShelveAsync(person);
        var before = await TextAsync(Settings(campaign));

        (await person.PostAsync($"campaigns/{campaign}/start")).Expect(HttpStatusCode.OK);
        var done = await CampaignStudio.ReachAsync(person, campaign, "awaitingReview", "failed", "budgetExceeded");

        Assert.Equal("awaitingReview", $"{done["state"]}");
        Assert.Equal(before, await TextAsync(Settings(campaign)));
        await CheckToolsAsync(campaign, pages.Count);
        await CheckBooksAsync(campaign);
        CheckRequests();
        await CheckDraftsAsync(person, campaign, pages);
    }

    private static async Task<Guid> CreateAsync(Person person)
    {
        var plan = new
        {
            name = "Rye",
            topic = "Baking rye bread at home",
            keywords = (string[])["rye", "crust"],
            persona = new { name = "Ada" },
            affiliation = "Fieldnote Tools",
            disclosure = "I work for Fieldnote Tools.",
            maxBlogs = 20,
            maxPosts = 100,
            budget = new { hard = new { usd = 90, calls = 5000 } },
        };
        return (await person.PostAsync("campaigns", plan)).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
    }

    /// <summary>Every page as it lies on the shelf after it was read, and a harmless one.</summary>
    private async Task<Dictionary<string, (HostilePage? Page, ArticlePage Read)>> ShelveAsync(Person person)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var pages = new Dictionary<string, (HostilePage?, ArticlePage)>();
        foreach (var family in HostilePages.All.GroupBy(page => page.Family))
        {
            var blog = Shelf(person, family.Key.Replace(' ', '-'));
            foreach (var page in family)
                Add(blog, page.Placement.Replace(' ', '-'), page, page.Html);
        }
        Add(Shelf(person, "harmless"), "plain", null, HostilePages.Harmless);
        await db.SaveChangesAsync(Cancel);
        return pages;

        Blog Shelf(Person owner, string name)
        {
            var now = studio.Clock.GetUtcNow();
            var blog = Blog.Find(
                owner.Id,
                $"https://{name}.example.org/",
                $"{name}.example.org",
                FoundBy.Seed,
                null,
                now
            );
            blog.Read(PostOpenness.Open, now, TimeSpan.FromDays(1), now);
            db.Add(blog);
            return blog;
        }

        void Add(Blog blog, string name, HostilePage? page, string html)
        {
            var (url, now) = (blog.Address + name, studio.Clock.GetUtcNow());
            var read = ArticleReader.Read(
                Encoding.UTF8.GetBytes(html),
                "text/html; charset=utf-8",
                new Uri(url),
                Cancel
            );
            var post = KnownComments.Read(blog, url, page?.FeedTitle, read.Page!, now);
            db.Add(post);
            pages[url] = (page, read.Page!);
        }
    }

    /// <summary>The tools are the crew's own, as often as for a page that wants nothing.</summary>
    private async Task CheckToolsAsync(Guid campaign, int pages)
    {
        var used = $"""
            select coalesce(string_agg(line, ' ' order by line), '') from (
                select name || ':' || count(*) as line from campaigns.spans
                where campaign_id = '{campaign}' and operation = 'execute_tool' group by name) tools
            """;
        Assert.Equal(
            $"check_draft:{pages} discover_blogs:1 pick_posts:1 read_blog:{HostilePages.FamilyCount + 1}",
            await TextAsync(used)
        );
        var perPage = $"""
            select string_agg(distinct names, ' ') from (
                select string_agg(name, ' ') as names from campaigns.spans
                where campaign_id = '{campaign}' and operation = 'execute_tool' and subject like 'https://%' group by subject) pages
            """;
        Assert.Equal("check_draft", await TextAsync(perPage));
        Assert.Equal("0", await TextAsync("select count(*)::text from campaigns.fetches"));
        Assert.Empty(studio.Names.Asked);
    }

    /// <summary>Every request to the model is in the books, and the purse holds what they cost.</summary>
    private async Task CheckBooksAsync(Guid campaign)
    {
        var booked = $"select count(*)::text from campaigns.calls where campaign_id = '{campaign}'";
        Assert.Equal($"{studio.Model.Asked.Count}", await TextAsync(booked));
        var purse = $"""
            select (cost = (select sum(cost) from campaigns.calls where campaign_id = '{campaign}'))::text
            from campaigns.purses where scope = 'campaign' and scope_id = '{campaign}'
            """;
        Assert.Equal("true", await TextAsync(purse));
    }

    /// <summary>No order of any page came as far as the model, and no tool was offered to it.</summary>
    private void CheckRequests()
    {
        foreach (var request in studio.Model.Asked)
        {
            var heard = request.LastMessage.Split("This draft was refused:")[0];
            Assert.DoesNotContain(HostilePages.Bait, heard);
            Assert.DoesNotContain(HostilePages.All, page => heard.Contains(page.Order[..25], StringComparison.Ordinal));
            Assert.False(
                request.Body.TryGetProperty("tools", out _) || request.Body.TryGetProperty("functions", out _)
            );
        }
    }

    private async Task CheckDraftsAsync(
        Person person,
        Guid campaign,
        Dictionary<string, (HostilePage? Page, ArticlePage Read)> pages
    )
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var drafts = await db.Set<Comment>().AsNoTracking().Where(c => c.CampaignId == campaign).ToListAsync(Cancel);
        var addresses = await db.Set<Post>().ToDictionaryAsync(p => p.Id, p => p.Url, Cancel);
        Assert.Equal(pages.Count, drafts.Count);
        Assert.Contains(drafts, draft => draft.Judgement is not null); // the judge was won over as well
        foreach (var draft in drafts)
        {
            var (page, read) = pages[addresses[draft.PostId]];
            var name = $"{page?.Family}, {page?.Placement}";
            Assert.True(draft.State is CommentState.Ready or CommentState.NeedsWork or CommentState.Blocked, name);
            Assert.True(draft is { DecidedBy: null, ExportedAt: null, EditedBy: null }, name);
            Assert.True(LinkFinder.In(draft.Text).Count == 0, name);
            Assert.True(InstructionFinder.In(draft.Text).Count == 0, name);
            Assert.DoesNotContain("doctor", draft.Text);
            Assert.Contains("Fieldnote Tools", draft.Text);
            var seen = draft.Attempts.Count(attempt => attempt.Where != "output");
            Assert.True(page is null ? seen == 0 : seen > 0 || !WasThere(page, read), $"{name}: {seen} attempts");
        }
        var tried = drafts.First(draft => pages[addresses[draft.PostId]].Page is { Placement: "feed title" });
        var shown = (await person.GetAsync($"comments/{tried.Id}")).Expect(HttpStatusCode.OK)["attempts"]!.AsArray();
        Assert.Contains(shown, attempt => $"{attempt!["where"]}" == "title");
    }

    /// <summary>What the reader threw away whole, nobody can be shown.</summary>
    private static bool WasThere(HostilePage page, ArticlePage read) =>
        page.FeedTitle is not null
        || $"{read.Title} {read.Author} {read.Text} {string.Join(' ', read.Hidden)}".Contains(
            page.Order[..20],
            StringComparison.Ordinal
        );

    private async Task<string> TextAsync(string sql)
    {
        await using var command = studio.Database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
