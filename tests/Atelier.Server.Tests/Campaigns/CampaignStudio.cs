using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Running;
using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns;

/// <summary>A studio whose campaigns are worked on with a fake model and scripted fieldwork.</summary>
public sealed class CampaignStudio : StudioFactory
{
    private static readonly ConcurrentDictionary<Guid, Guid> CampaignOf = [];

    internal FakeModelServer Models { get; } = FakeModelServer.StartAsync().GetAwaiter().GetResult();

    internal ScriptedFieldwork Field { get; } = new();

    public static object Plan(string name = "Bread", object? budget = null) =>
        new
        {
            name,
            topic = "Baking bread at home",
            audience = "People who bake",
            keywords = (string[])["sourdough", "rye"],
            seeds = (string[])["https://bread.example.org/"],
            persona = new { name = "Ada", experience = (string[])["I bake every week."] },
            affiliation = "works for a mill",
            disclosure = "I work for a mill.",
            maxPosts = 4,
            budget,
        };

    public static async Task<Guid> CreateAsync(Person person, object? budget = null) =>
        (await person.PostAsync("campaigns", Plan(budget: budget))).Expect(HttpStatusCode.Created)[
            "id"
        ]!.GetValue<Guid>();

    /// <summary>A step of the person's campaign; of a new one if there is none.</summary>
    internal static async Task<Guid> SpanAsync(StudioFactory studio, Person person)
    {
        var mine = (await person.GetAsync("campaigns")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var campaign = mine.Count > 0 ? mine[0]!["id"]!.GetValue<Guid>() : await CreateAsync(person);
        await using (await TurnAsync(studio, campaign)) { }
        var page = (await person.GetAsync($"campaigns/{campaign}/timeline")).Expect(HttpStatusCode.OK);
        var span = page["items"]![0]!["id"]!.GetValue<Guid>();
        CampaignOf[span] = campaign;
        return span;
    }

    public static string PathOfSpan(Guid span) => $"campaigns/{CampaignOf[span]}/spans/{span}";

    public static async Task<Guid> AgentAsync(Person person, string role = AgentRoles.Writer)
    {
        var agents = (await person.GetAsync("agents")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        return agents.Single(agent => $"{agent!["role"]}" == role)!["id"]!.GetValue<Guid>();
    }

    /// <summary>A task for the analyst alone.</summary>
    public static async Task<Guid> RunAsync(Person person)
    {
        var agent = await AgentAsync(person, AgentRoles.Analyst);
        var run = (await person.PostAsync($"agents/{agent}/run", new { task = "Bread" })).Expect(
            HttpStatusCode.Accepted
        );
        var id = run["id"]!.GetValue<Guid>();
        CampaignOf[id] = agent;
        return id;
    }

    public static string PathOfRun(Guid run) => $"agents/{CampaignOf[run]}/runs/{run}";

    internal static async Task<AgentTurn> TurnAsync(
        StudioFactory studio,
        Guid campaign,
        string role = AgentRoles.Writer
    )
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var turns = scope.ServiceProvider.GetRequiredService<AgentTurns>();
        return await turns.ForCampaignAsync(campaign, role, "a test", TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the campaign is in one of these states.</summary>
    public static async Task<JsonNode> ReachAsync(Person person, Guid campaign, params string[] states)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var now = (await person.GetAsync($"campaigns/{campaign}")).Expect(HttpStatusCode.OK);
            if (states.Contains($"{now["state"]}"))
                return now;
            await Task.Delay(30, patience.Token); // another job's work: it is looked at as a page would
        }
    }

    internal override void Adjust(WebApplicationBuilder builder)
    {
        builder.Configuration["Atelier:Generation:Chat:Endpoint"] = $"{Models.Endpoint}";
        builder.Configuration["Atelier:Generation:Chat:Model"] = FakeModelServer.Model;
        builder.Configuration["Atelier:Generation:Chat:ApiKey"] = FakeModelServer.Key;
        builder.Configuration["Atelier:Generation:Chat:PricePerMillionInputTokens"] = "2";
        builder.Configuration["Atelier:Generation:Chat:PricePerMillionOutputTokens"] = "10";
        builder.Services.AddScoped<IFieldwork>(_ => Field);
    }
}

/// <summary>Fieldwork without the web: so many blogs, so many posts, and drafts that ask the model one question each.</summary>
internal sealed class ScriptedFieldwork : IFieldwork
{
    public Func<Guid, CancellationToken, Task> OnDraft { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<Guid> Drafted { get; } = [];

    public Task<IReadOnlyList<Guid>> DiscoverAsync(
        Campaign campaign,
        IReadOnlyList<string> keywords,
        CancellationToken cancel
    ) => Task.FromResult<IReadOnlyList<Guid>>([.. Enumerable.Range(1, 2).Select(n => Numbered(campaign, n))]);

    public Task<(string Address, int Posts)> ReadAsync(Campaign campaign, Guid blog, CancellationToken cancel) =>
        Task.FromResult(("https://bread.example.org/", 3));

    public Task<IReadOnlyList<ChosenPost>> ChooseAsync(
        Campaign campaign,
        IReadOnlyList<Guid> blogs,
        CancellationToken cancel
    ) =>
        Task.FromResult<IReadOnlyList<ChosenPost>>([
            .. Enumerable.Range(10, 6).Select(n => new ChosenPost(Numbered(campaign, n), blogs[0], 0.5, $"Post {n}")),
        ]);

    public async Task<DraftedComment> DraftAsync(
        Campaign campaign,
        ChosenPost post,
        AgentTurn writer,
        AgentTurn reviewer,
        CancellationToken cancel
    )
    {
        await OnDraft(post.PostId, cancel);
        var answer = await writer.AskAsync($"write {post.PostId}", CampaignQuestions.Word, cancel);
        reviewer.Evaluation("score", answer.Value is null ? 61 : 84, answer.Value is null ? "revise" : "ready", null);
        Drafted.Enqueue(post.PostId);
        return new(post.PostId, answer.Value is null ? "needs_work" : "ready", 84, 1);
    }

    public Task<int> UndecidedAsync(Guid campaign, CancellationToken cancel) => Task.FromResult(1);

    private static Guid Numbered(Campaign campaign, int number)
    {
        var bytes = campaign.Id.ToByteArray();
        bytes[^1] = (byte)number;
        return new(bytes);
    }
}
