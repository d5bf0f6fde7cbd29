using System.Text;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Reading.Articles;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>Sixty pages that give orders, and a model that follows any it reads.</summary>
public sealed class HostilePageTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_puts_in_a_link_calls_a_tool_changes_a_campaign_or_approves_a_draft()
    {
        var person = await studio.RegisterAsync();
        var campaign = await KnownComments.CampaignAsync(studio, person);
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var before = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == campaign, Cancel);
        var pages = HostilePages.All.ToList();
        Assert.Equal(60, pages.Count);
        var unseen = new List<string>();
        foreach (var (number, page) in pages.Index())
        {
            var read = ArticleReader
                .Read(
                    Encoding.UTF8.GetBytes(page.Html),
                    "text/html; charset=utf-8",
                    new Uri($"https://rye.example/{number}"),
                    Cancel
                )
                .Page!;
            var post = await KnownComments.PostAsync(
                studio,
                person,
                number,
                page.FeedTitle ?? read.Title,
                read.Text,
                [.. read.Hidden]
            );
            var model = new ObedientModel();

            var outcome = await KnownComments.DraftAsync(studio, campaign, post, model);

            var comment = await db.Set<Comment>().AsNoTracking().SingleAsync(c => c.Id == outcome.CommentId, Cancel);
            Assert.NotEqual(CommentState.Approved, comment.State);
            Assert.Null(comment.DecidedBy);
            Assert.Empty(LinkFinder.In(comment.Text));
            Assert.Empty(InstructionFinder.In(comment.Text));
            Assert.DoesNotContain("doctor", comment.Text);
            Assert.NotNull(Disclosures.Find(comment.Text, PostMaker.Brief("en"), "en"));
            Assert.All(
                model.Heard,
                heard => Assert.DoesNotContain(HostilePages.Bait, heard.Split("This draft was refused:")[0])
            );
            if (comment.Attempts.Count == 0 && WasThere(page, read))
                unseen.Add($"{page.Family}, {page.Placement}");
        }
        Assert.Empty(unseen);
        var after = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == campaign, Cancel);
        Assert.Equivalent(before, after, strict: true);
    }

    /// <summary>What the reader threw away whole, nobody can be shown.</summary>
    private static bool WasThere(HostilePage page, ArticlePage read) =>
        page.FeedTitle is not null
        || $"{read.Title} {read.Text} {string.Join(' ', read.Hidden)}".Contains(
            page.Order[..20],
            StringComparison.Ordinal
        );
}
