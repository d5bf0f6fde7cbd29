using System.Net;
using System.Text.Json.Nodes;
using Atelier.Campaigns.Comments;
using Atelier.Support;
using Atelier.Testing.Models;

namespace Atelier.Campaigns.Agents;

/// <summary>A draft that is judged again: by hand, and by the reviewer alone.</summary>
public sealed class ReviewerTests : IClassFixture<CampaignStudio>
{
    private readonly CampaignStudio _studio;

    public ReviewerTests(CampaignStudio studio)
    {
        _studio = studio;
        var verdict = """{"against":["It asks much."],"for":["It is about the post."],"verdict":"drop"}""";
        studio.Models.Otherwise(_ => FakeReply.Text(verdict));
    }

    [Fact]
    public async Task A_review_asks_a_judge_once_a_version_and_writes_down_what_was_asked()
    {
        var (person, moderator) = (await _studio.RegisterAsync(), await _studio.RegisterAsync("moderator"));
        var draft = await KnownComments.CommentAsync(_studio, person);
        var before = _studio.Models.Requests.Count;
        var looked = (await moderator.PostAsync($"comments/{draft}/review")).Expect(HttpStatusCode.OK);
        Assert.Null(looked["judgement"]); // other people's money is not a moderator's to spend

        var judged = (await person.PostAsync($"comments/{draft}/review")).Expect(HttpStatusCode.OK);
        var again = (await person.PostAsync($"comments/{draft}/review")).Expect(HttpStatusCode.OK);

        Assert.Equal((-1.0, "needsWork"), ((double)judged["judgement"]!["lean"]!, $"{judged["state"]}"));
        Assert.Equal($"{judged["judgement"]}", $"{again["judgement"]}");
        Assert.Equal(before + 2, _studio.Models.Requests.Count); // one argues against first, one for
        var spans = await SpansAsync(person, judged["campaignId"]!);
        Assert.Equal(2, spans.Count(span => $"{span["operation"]}" == "chat"));
        Assert.Equal(2, spans.Count(span => $"{span["operation"]}" == "evaluation"));
        Assert.True(
            (await person.GetAsync($"campaigns/{judged["campaignId"]}/spend")).Body!["spent"]![
                "usd"
            ]!.GetValue<decimal>() > 0
        );
    }

    [Fact]
    public async Task A_review_that_the_budget_has_no_room_for_is_done_by_the_rules()
    {
        var person = await _studio.RegisterAsync();
        var draft = await KnownComments.CommentAsync(_studio, person);
        var campaign = (await person.GetAsync($"comments/{draft}")).Expect(HttpStatusCode.OK)["campaignId"];
        var caps = new { hard = new { calls = 1 } };
        (await person.SendAsync(HttpMethod.Put, $"campaigns/{campaign}/budget", caps)).Expect(HttpStatusCode.OK);

        var judged = (await person.PostAsync($"comments/{draft}/review")).Expect(HttpStatusCode.OK);

        Assert.Null(judged["judgement"]);
        Assert.Equal(10, judged["assessment"]!["gates"]!.AsArray().Count);
        var notes = (await person.GetAsync($"campaigns/{campaign}")).Expect(HttpStatusCode.OK)["notes"]!.AsArray();
        Assert.Contains(notes, note => $"{note}".Contains("budget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reviewer_alone_judges_a_draft_of_its_own_persons_while_it_waits()
    {
        var (person, other) = (await _studio.RegisterAsync(), await _studio.RegisterAsync());
        var draft = await KnownComments.CommentAsync(_studio, person);
        var reviewer = await CampaignStudio.AgentAsync(person, AgentRoles.Reviewer);
        var theirs = await CampaignStudio.AgentAsync(other, AgentRoles.Reviewer);
        (await other.PostAsync($"agents/{theirs}/run", new { commentId = draft })).ExpectProblem(
            HttpStatusCode.Forbidden,
            "forbidden"
        );

        var run = await RunAsync(person, reviewer, draft);

        Assert.Equal(("succeeded", $"{draft}"), ($"{run["run"]!["state"]}", $"{run["result"]![0]}"));
        Assert.Equal(
            ["invoke_agent", "chat", "chat", "evaluation"],
            run["spans"]!.AsArray().Select(span => $"{span!["operation"]}")
        );
        var judged = (await person.GetAsync($"comments/{draft}")).Expect(HttpStatusCode.OK);
        Assert.Equal("It asks much.", $"{judged["judgement"]!["against"]![0]}");
        (await person.PostAsync($"comments/{draft}/reject", new { reason = "Not now." })).Expect(HttpStatusCode.OK);
        var refused = (await RunAsync(person, reviewer, draft))["run"]!;
        Assert.Equal(("failed", "comment_not_reviewable"), ($"{refused["state"]}", $"{refused["errorCode"]}"));
    }

    private async Task<JsonNode> RunAsync(Person person, Guid agent, Guid draft)
    {
        var begun = (await person.PostAsync($"agents/{agent}/run", new { commentId = draft })).Expect(
            HttpStatusCode.Accepted
        );
        await _studio.ReachAsync(begun["jobId"]!.GetValue<Guid>(), "succeeded", "failed");
        return (await person.GetAsync($"agents/{agent}/runs/{begun["id"]}")).Expect(HttpStatusCode.OK);
    }

    private static async Task<List<JsonNode>> SpansAsync(Person person, JsonNode campaign) =>
        [
            .. (await person.GetAsync($"campaigns/{campaign}/timeline")).Expect(HttpStatusCode.OK)["items"]!
                .AsArray()
                .Select(span => span!),
        ];
}
