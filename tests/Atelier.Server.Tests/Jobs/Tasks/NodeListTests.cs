using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Jobs.Tasks;

public sealed class NodeListTests(JobStudio studio) : IClassFixture<JobStudio>
{
    [Fact]
    public async Task Moderators_and_admins_see_every_process_with_its_role_and_version()
    {
        await studio.OtherNodeAsync();
        var (staff, person) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync());

        var nodes = await LiveAsync(staff, "all", "web");

        Assert.All(nodes, node => Assert.Matches(@"^\d+\.\d+\.\d+$", node["version"]!.GetValue<string>()));
        var working = nodes.First(node => node["role"]!.GetValue<string>() == "all");
        Assert.Contains(working["lanes"]!.AsArray(), lane => lane!["name"]!.GetValue<string>() == "errands");
        (await person.GetAsync("nodes")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
    }

    [Fact]
    public async Task Which_machine_ran_a_task_is_told_to_those_who_look_after_machines()
    {
        var (staff, person) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        var id = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(id, "succeeded");

        var theirs = (await staff.GetAsync($"tasks/{id}")).Expect(HttpStatusCode.OK);
        var mine = (await person.GetAsync($"tasks/{id}")).Expect(HttpStatusCode.OK);
        var job = (await person.GetAsync($"jobs/{id}")).Expect(HttpStatusCode.OK);

        Assert.NotNull(theirs["attempts"]![0]!["node"]);
        Assert.Null(mine["attempts"]![0]!["node"]);
        Assert.Null(job["attempts"]![0]!["node"]);
    }

    /// <summary>A process shows up a moment after it answers its first request.</summary>
    private static async Task<List<JsonNode>> LiveAsync(Person staff, params string[] roles)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var all = (await staff.GetAsync("nodes")).Expect(HttpStatusCode.OK).AsArray();
            var live = all.OfType<JsonNode>().Where(node => node["state"]!.GetValue<string>() == "live").ToList();
            if (live.Select(node => node["role"]!.GetValue<string>()).Distinct().Order().SequenceEqual(roles))
                return live;
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
