using System.Net;
using System.Text.Json.Nodes;
using Atelier.Campaigns.Blogs;
using Atelier.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>What people do with drafts: read, edit, decide, export; and what nobody can do.</summary>
public sealed class CommentTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_written_judged_approved_and_exported()
    {
        var person = await studio.RegisterAsync();
        var id = await KnownComments.CommentAsync(studio, person);

        var draft = (await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK);
        Assert.Contains($"{draft["state"]}", (string[])["ready", "needsWork"]);
        Assert.True(draft["isStartingPoint"]!.GetValue<bool>());
        Assert.Equal(10, draft["assessment"]!["gates"]!.AsArray().Count);
        var excerpt = $"{draft["post"]!["excerpt"]}";
        foreach (var anchor in draft["anchors"]!.AsArray().Where(one => one!["verified"]!.GetValue<bool>()))
        {
            var (start, end) = (
                anchor!["inPost"]!["start"]!.GetValue<int>(),
                anchor["inPost"]!["end"]!.GetValue<int>()
            );
            Assert.Equal($"{anchor["text"]}", excerpt[start..end], ignoreCase: true);
        }

        var approved = (await person.PostAsync($"comments/{id}/approve", new { version = 1 })).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal("approved", $"{approved["state"]}");
        Assert.Equal($"{person.Id}", $"{approved["decision"]!["by"]}");
        (await person.PostAsync($"comments/{id}/approve", new { version = 1 })).ExpectProblem(
            HttpStatusCode.Conflict,
            "comment_not_approvable"
        );

        foreach (var format in (string[])["md", "csv", "jsonl"])
        {
            var file = await person.Http.GetStringAsync(
                new Uri($"/api/v1/comments/export?campaignId={draft["campaignId"]}&format={format}", UriKind.Relative),
                Cancel
            );
            Assert.Contains($"{draft["post"]!["url"]}", file);
            Assert.Contains("Fieldnote Tools", file);
        }
        Assert.True((await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK)["exported"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_edit_makes_a_version_with_its_difference_and_withdraws_an_approval()
    {
        var person = await studio.RegisterAsync();
        var id = await KnownComments.CommentAsync(studio, person);
        var text = $"{(await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK)["text"]}";
        (await person.PostAsync($"comments/{id}/approve", new { version = 1 })).Expect(HttpStatusCode.OK);

        var edited = await EditAsync(person, id, text.Replace("I ", "I still ", StringComparison.Ordinal), 1);
        Assert.NotEqual("approved", $"{edited.Expect(HttpStatusCode.OK)["state"]}");
        Assert.Null(edited.Body!["decision"]);
        (await EditAsync(person, id, text, 1)).ExpectProblem(HttpStatusCode.Conflict, "comment_changed");

        var versions = (await person.GetAsync($"comments/{id}/versions")).Expect(HttpStatusCode.OK).AsArray();
        Assert.Equal(["person", "writer"], versions.Select(version => $"{version!["by"]}"));
        Assert.Contains(versions[0]!["diff"]!.AsArray(), piece => $"{piece!["kind"]}" == "added");
    }

    [Fact]
    public async Task Nothing_is_approved_past_a_gate_that_fails_now()
    {
        var person = await studio.RegisterAsync();
        var id = await KnownComments.CommentAsync(studio, person);
        var text = $"{(await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK)["text"]}";
        var linked = (await EditAsync(person, id, text + " See https://fieldnote.example/shop now.", 1)).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal("blocked", $"{linked["state"]}");
        (await person.PostAsync($"comments/{id}/approve", new { version = 2 })).ExpectProblem(
            HttpStatusCode.Conflict,
            "gates_failed"
        );

        (await EditAsync(person, id, text, 2)).Expect(HttpStatusCode.OK);
        await OnPostAsync(id, post => post.SetProperty(p => p.FetchedAt, studio.Clock.GetUtcNow().AddHours(-25)));
        (await person.PostAsync($"comments/{id}/approve", new { version = 3 })).ExpectProblem(
            HttpStatusCode.Conflict,
            "gates_failed"
        );
        Assert.Equal("blocked", $"{(await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK)["state"]}");

        await OnPostAsync(id, post => post.SetProperty(p => p.FetchedAt, studio.Clock.GetUtcNow()));
        Assert.NotEqual(
            "blocked",
            $"{(await person.PostAsync($"comments/{id}/review")).Expect(HttpStatusCode.OK)["state"]}"
        );
        (await person.PostAsync($"comments/{id}/approve", new { version = 3 })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_four_eyes_the_author_waits_for_a_moderator_and_both_are_on_record()
    {
        var (author, moderator, admin) = (
            await studio.RegisterAsync(),
            await studio.RegisterAsync("moderator"),
            await studio.RegisterAsync("admin")
        );
        var id = await KnownComments.CommentAsync(studio, author, fourEyes: true);
        (await author.PostAsync($"comments/{id}/approve", new { version = 1 })).ExpectProblem(
            HttpStatusCode.Forbidden,
            "four_eyes"
        );
        var queue = (await moderator.GetAsync("comments/queue?limit=100")).Expect(HttpStatusCode.OK)[
            "items"
        ]!.AsArray();
        var waiting = queue.Single(item => $"{item!["id"]}" == $"{id}")!;
        Assert.Equal(("Hand tools", "draft"), ($"{waiting["campaignName"]}", $"{waiting["campaignState"]}"));

        (await moderator.PostAsync($"comments/{id}/approve", new { version = 1 })).Expect(HttpStatusCode.OK);

        var lines = (await admin.GetAsync($"admin/audit?subject={id}&action=comment.approved")).Expect(
            HttpStatusCode.OK
        )["items"]!.AsArray();
        var line = Assert.Single(lines)!;
        Assert.Equal($"{moderator.Id}", $"{line["actorId"]}");
        Assert.Equal("moderator", $"{line["details"]!["role"]}");
        Assert.Equal("Approved", $"{line["details"]!["to"]}");
        Assert.NotNull(line["details"]!["textAfter"]);
    }

    [Fact]
    public async Task A_rejected_draft_keeps_its_reason_and_can_be_written_anew()
    {
        var person = await studio.RegisterAsync();
        var id = await KnownComments.CommentAsync(studio, person);
        var rejected = (await person.PostAsync($"comments/{id}/reject", new { reason = "Too general." })).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal("Too general.", $"{rejected["decision"]!["reason"]}");
        (await EditAsync(person, id, "Something else.", 1)).ExpectProblem(HttpStatusCode.Conflict, "comment_rejected");
        Assert.Equal(
            "drafting",
            $"{(await person.PostAsync($"comments/{id}/regenerate", new { })).Expect(HttpStatusCode.Accepted)["state"]}"
        );
        Assert.Equal(2, (await WrittenAsync(person, id))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_campaign_has_one_draft_for_a_post_however_often_it_is_asked_for()
    {
        var person = await studio.RegisterAsync();
        var order = new
        {
            campaignId = await KnownComments.CampaignAsync(studio, person),
            postId = await KnownComments.PostAsync(studio, person, 3),
        };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => person.PostAsync("comments/generate", order))
        );
        var id = Assert.Single(answers.Select(answer => $"{answer.Expect(HttpStatusCode.Accepted)["id"]}").Distinct());
        Assert.Equal(1, (await WrittenAsync(person, Guid.Parse(id)))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Another_person_neither_sees_nor_touches_a_draft()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var id = await KnownComments.CommentAsync(studio, person);
        (await other.GetAsync($"comments/{id}")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.PostAsync($"comments/{id}/approve", new { version = 1 })).ExpectProblem(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        Assert.Empty((await other.GetAsync("comments")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        Assert.Empty((await other.GetAsync("comments/queue")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        var campaign = (await person.GetAsync($"comments/{id}")).Body!["campaignId"];
        (await other.GetAsync($"comments/export?campaignId={campaign}")).ExpectProblem(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
    }

    [Fact]
    public async Task The_rubric_is_there_for_everybody()
    {
        var rubric = (await (await studio.RegisterAsync()).GetAsync("comments/rubric")).Expect(HttpStatusCode.OK);
        Assert.False(rubric["calibrated"]!.GetValue<bool>());
        Assert.Equal(12, rubric["spam"]!.AsArray().Count);
    }

    private static Task<Answer> EditAsync(Person person, Guid id, string text, int version) =>
        person.PatchAsync($"comments/{id}", new { text, version });

    /// <summary>When the job is done.</summary>
    private static async Task<JsonNode> WrittenAsync(Person person, Guid id)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var comment = (await person.GetAsync($"comments/{id}")).Expect(HttpStatusCode.OK);
            if ($"{comment["state"]}" != "drafting")
                return comment;
            await Task.Delay(50, Cancel);
        }
        throw new TimeoutException("The draft was never written.");
    }

    private async Task OnPostAsync(
        Guid comment,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Post>> change
    )
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var post = await db.Set<Comment>().Where(c => c.Id == comment).Select(c => c.PostId).SingleAsync(Cancel);
        await db.Set<Post>().Where(p => p.Id == post).ExecuteUpdateAsync(change, Cancel);
    }
}
