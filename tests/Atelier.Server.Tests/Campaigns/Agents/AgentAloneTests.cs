using System.Net;

namespace Atelier.Campaigns.Agents;

/// <summary>One agent with a task of its own, and how agents do by what they left behind.</summary>
public sealed class AgentAloneTests(CampaignStudio studio) : IClassFixture<CampaignStudio>
{
    [Fact]
    public async Task An_agent_does_a_task_alone_and_shows_its_steps()
    {
        var person = await studio.RegisterAsync();
        var agent = await CampaignStudio.AgentAsync(person, AgentRoles.Analyst);
        (await person.PostAsync($"agents/{agent}/run", new { })).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        var begun = (await person.PostAsync($"agents/{agent}/run", new { task = "Bread" })).Expect(
            HttpStatusCode.Accepted
        );
        await studio.ReachAsync(begun["jobId"]!.GetValue<Guid>(), "succeeded", "failed");

        var run = (await person.GetAsync($"agents/{agent}/runs/{begun["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal("succeeded", $"{run["run"]!["state"]}");
        Assert.Equal(["invoke_agent", "execute_tool"], run["spans"]!.AsArray().Select(span => $"{span!["operation"]}"));
        var runs = (await person.GetAsync($"agents/{agent}/runs")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Single(runs);
        var numbers = (await person.GetAsync($"agents/{agent}/metrics?window=7d")).Expect(HttpStatusCode.OK);
        Assert.Equal((1, 1, 1.0), ((int)numbers["runs"]!, (int)numbers["toolCalls"]!, (double)numbers["successRate"]!));
        var status = (await person.GetAsync($"agents/{agent}/status")).Expect(HttpStatusCode.OK);
        Assert.Equal("idle", $"{status["state"]}");
        (await person.GetAsync($"agents/{agent}/metrics?window=1y")).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        var other = await studio.RegisterAsync();
        (await other.GetAsync($"agents/{agent}/metrics")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }
}
