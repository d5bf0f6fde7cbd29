using System.Net;
using Atelier.Support;

namespace Atelier.Campaigns;

public sealed class CampaignTests(CampaignStudio studio) : IClassFixture<CampaignStudio>
{
    [Fact]
    public async Task A_campaign_is_created_changed_copied_and_deleted_and_is_nobody_elses()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var id = await CampaignStudio.CreateAsync(person, new { hard = new { usd = 2.5 }, soft = new { calls = 10 } });

        var change = new
        {
            topic = "Rye bread",
            fourEyes = true,
            version = 1,
        };
        var changed = (await person.PatchAsync($"campaigns/{id}", change)).Expect(HttpStatusCode.OK);
        Assert.Equal("Rye bread", $"{changed["topic"]}");
        Assert.Equal(2, (int)changed["version"]!);
        (await person.PatchAsync($"campaigns/{id}", change)).ExpectProblem(HttpStatusCode.Conflict, "campaign_changed");
        var copy = (await person.PostAsync($"campaigns/{id}/duplicate", new { })).Expect(HttpStatusCode.Created);
        Assert.Equal("Bread (copy)", $"{copy["name"]}");
        Assert.Equal("draft", $"{copy["state"]}");
        var budget = (await person.GetAsync($"campaigns/{copy["id"]}/budget")).Expect(HttpStatusCode.OK);
        Assert.Equal(2.5m, (decimal)budget["caps"]!["hard"]!["usd"]!);

        Assert.Empty((await other.GetAsync("campaigns")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        foreach (var path in (string[])["", "/board", "/timeline", "/spend", "/fetches", "/budget"])
            (await other.GetAsync($"campaigns/{id}{path}")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.PostAsync($"campaigns/{id}/start")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"campaigns/{id}")).Status);
        (await person.GetAsync($"campaigns/{id}")).ExpectProblem(HttpStatusCode.NotFound, "campaign_not_found");
    }

    [Fact]
    public async Task What_people_ask_of_a_campaign_is_on_record_and_a_moderator_may_hold_it_but_not_begin_it()
    {
        var (person, other, moderator, admin) = (
            await studio.RegisterAsync(),
            await studio.RegisterAsync(),
            await studio.RegisterAsync("moderator"),
            await studio.RegisterAsync("admin")
        );
        var id = await CampaignStudio.CreateAsync(person);
        var day = new { startsAt = studio.Clock.GetUtcNow().AddDays(3) };
        (await person.PostAsync($"campaigns/{id}/schedule", day)).Expect(HttpStatusCode.OK);

        (await other.PostAsync($"campaigns/{id}/pause")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await moderator.PostAsync($"campaigns/{id}/start")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await moderator.PostAsync($"campaigns/{id}/pause")).ExpectProblem(HttpStatusCode.Conflict, "campaign_state");
        var planned = (await moderator.GetAsync("admin/campaigns?state=scheduled")).Expect(HttpStatusCode.OK)["items"]!;
        var found = planned.AsArray().Single(one => $"{one!["id"]}" == $"{id}")!;
        Assert.Equal(($"{person.Id}", false), ($"{found["ownerId"]}", (bool)found["mayPause"]!));
        var own = (await person.GetAsync("campaigns?state=awaitingReview")).Expect(HttpStatusCode.OK)["items"]!;
        Assert.Empty(own.AsArray());
        (await person.GetAsync("campaigns?state=3")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        (await person.PostAsync($"campaigns/{id}/schedule", new { startsAt = (string?)null })).Expect(
            HttpStatusCode.OK
        );

        var lines = (await admin.GetAsync($"admin/audit?subject={id}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(
            ["campaign.unscheduled", "campaign.scheduled"],
            lines
                .Select(line => $"{line!["action"]}")
                .Where(action => action.StartsWith("campaign.", StringComparison.Ordinal))
        );
        Assert.All(
            lines.Where(line => $"{line!["action"]}" != "access.denied"),
            line => Assert.Equal($"{person.Id}", $"{line!["actorId"]}")
        );
    }

    [Theory]
    [InlineData("seeds", "javascript:alert(1)")]
    [InlineData("seeds", "https://me:secret@example.org/")]
    [InlineData("allowedLinks", "example.org")]
    [InlineData("campaignDomains", "https://example.org")]
    public async Task What_is_no_address_is_refused_by_its_field(string field, string value)
    {
        var person = await studio.RegisterAsync();
        var plan = System.Text.Json.JsonSerializer.SerializeToNode(CampaignStudio.Plan())!;
        plan[field] = new System.Text.Json.Nodes.JsonArray(value);

        var errors = (await person.PostAsync("campaigns", plan)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.Equal([field], errors.Select(error => error.Key));
    }
}
