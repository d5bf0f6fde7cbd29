using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Blogs;
using Atelier.Reading.Articles;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>Campaigns, posts and drafts put straight into a studio, for tests that are not about how they came there.</summary>
internal static class KnownComments
{
    public static AgentView Agent(string role) =>
        new(
            Guid.Empty,
            role,
            role,
            "Draft.",
            "Be honest.",
            [],
            null,
            new(500, 3, 60),
            1,
            IsOwn: false,
            DateTimeOffset.UnixEpoch
        );

    public static async Task<Guid> CampaignAsync(StudioFactory studio, Person person, bool fourEyes = false)
    {
        var brief = PostMaker.Brief("en");
        var plan = new CampaignPlan(
            "Hand tools",
            brief.Topic,
            "",
            brief.Keywords,
            [],
            "en",
            new("Ada", "warm", "maker", [], false),
            brief.Affiliation,
            brief.Disclosure,
            [],
            brief.Domains,
            5,
            5,
            FollowLinks: false,
            fourEyes
        );
        return await AddAsync(
            studio,
            Campaign.Begin(person.Id, null, plan, studio.Clock.GetUtcNow()),
            campaign => campaign.Id
        );
    }

    /// <summary>A post as it lies there after it was read.</summary>
    public static async Task<Guid> PostAsync(StudioFactory studio, Person person, int number)
    {
        var now = studio.Clock.GetUtcNow();
        var made = new PostMaker(number).Make();
        var home = $"https://{Guid.CreateVersion7(now):n}.example.org/";
        var blog = Blog.Find(person.Id, home, new Uri(home).Host, FoundBy.Seed, from: null, now);
        var news = new PostNews(made.Title, "Sam", now, Comments: 3);
        var post = Post.Announce(blog, home + number, news, now);
        post.Keep(
            new PostReading(
                news,
                "",
                null,
                "en",
                made.Text,
                200,
                [.. made.Keyphrases],
                PostOpenness.Open,
                null,
                null,
                [],
                [],
                0,
                null,
                null
            ),
            200,
            1,
            now
        );
        await AddAsync(studio, blog, _ => blog.Id);
        return await AddAsync(studio, post, _ => post.Id);
    }

    /// <summary>A post as it lies there after this page of it was read.</summary>
    public static Post Read(Blog blog, string url, string? title, ArticlePage page, DateTimeOffset now)
    {
        var news = new PostNews(title ?? page.Title, page.Author, now, Comments: 3);
        var post = Post.Announce(blog, url, news, now);
        var reading = new PostReading(
            news,
            Sha256: "",
            RobotsNote: null,
            Language: "en",
            page.Text,
            Words: 200,
            Keyphrases: [],
            PostOpenness.Open,
            OpennessEvidence: null,
            System: null,
            [.. page.Hidden],
            Links: [],
            SimHash: 0,
            TermsEvidence: null,
            DuplicateOf: null
        );
        post.Keep(reading, 200, 1, now);
        return post;
    }

    /// <returns>A draft, written and judged.</returns>
    public static async Task<Guid> CommentAsync(
        StudioFactory studio,
        Person person,
        bool fourEyes = false,
        int number = 1
    )
    {
        var campaign = await CampaignAsync(studio, person, fourEyes);
        return (await DraftAsync(studio, campaign, await PostAsync(studio, person, number))).CommentId;
    }

    private static async Task<DraftOutcome> DraftAsync(StudioFactory studio, Guid campaign, Guid post)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DraftPost>()
            .RunAsync(
                campaign,
                post,
                AgentTurn.Alone(Agent("writer"), model: null),
                AgentTurn.Alone(Agent("reviewer"), model: null),
                TestContext.Current.CancellationToken
            );
    }

    private static async Task<Guid> AddAsync<T>(StudioFactory studio, T thing, Func<T, Guid> id)
        where T : class
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        db.Add(thing);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id(thing);
    }
}
