using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Comments;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Atelier.Realtime.Contracts;

namespace Atelier.Campaigns;

/// <summary>Campaigns themselves, the agents that work on them, and what they may spend.</summary>
internal static class CrewSetup
{
    /// <summary>A run waits for other people's servers most of its time.</summary>
    private const int AtOnce = 8;

    public static void AddCrew(this IServiceCollection services)
    {
        services.AddScoped<CampaignOwners>();
        services.AddScoped<IPersonalData, CampaignsPersonalData>();
        services.AddSingleton<CampaignStates>();
        services.AddScoped<CampaignRuns>();
        services.AddChannelKind<CampaignChannel>(CampaignStates.Channel);
        services.AddSingleton<SpanOwners>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<Board>();
        services.AddSingleton<CommentCounts>();
        services.AddSingleton<RunSteps>();
        services.AddScoped<Crew>();
        services.AddScoped<IFieldwork, Fieldwork>();
        services.AddJobHandler<RunCampaign, RunCampaignHandler>(lane: CampaignRuns.Lane);
        services.PostConfigure<JobEngineOptions>(jobs => jobs.Lanes.TryAdd(CampaignRuns.Lane, AtOnce));
        AddAgents(services);
        AddMoney(services);
    }

    private static void AddAgents(IServiceCollection services)
    {
        services.AddSingleton<AgentOwners>();
        services.AddSingleton<Roster>();
        services.AddSingleton<SpanLog>();
        services.AddSingleton<KeptCalls>();
        services.AddSingleton<ModelAddress>();
        services.AddScoped<AgentTurns>();
        services.AddSingleton<AgentMetrics>();
        services.AddSingleton<AgentRuns>();
        services.AddJobHandler<RunAgentAlone, RunAgentAloneHandler>(lane: CampaignRuns.Lane);
    }

    private static void AddMoney(IServiceCollection services)
    {
        services.AddSingleton<Ledger>();
        services.AddSingleton<Budgets>();
        services.AddSingleton<Prices>();
        services.AddSingleton<Spending>();
    }

    public static void MapCrew(this IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapPost("/", CreateCampaign.Post).Idempotent().ProducesProblem(400).ProducesProblem(404);
        campaigns.MapGet("/", ListCampaigns.Get).ProducesProblem(400);

        var campaign = campaigns.MapGroup("/{campaignId:guid}").RequireOwner<CampaignOwners>("campaignId", "campaign");
        campaign.MapGet("/", GetCampaign.Get);
        campaign.MapPatch("/", ChangeCampaign.Patch).ProducesProblem(400).ProducesProblem(409);
        campaign.MapDelete("/", DeleteCampaign.Delete).ProducesProblem(409);
        campaign.MapPost("/duplicate", DuplicateCampaign.Post).Idempotent().ProducesProblem(400);
        campaign.MapPost("/start", MoveCampaign.Start).Throttle(ThrottlePolicy.Generate).ProducesProblem(409);
        campaign.MapPost("/resume", MoveCampaign.Resume).Throttle(ThrottlePolicy.Generate).ProducesProblem(409);
        campaign
            .MapPost("/schedule", MoveCampaign.Schedule)
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(409);
        // Whoever looks after other people's drafts may hold what makes them.
        campaigns
            .MapGroup("/{campaignId:guid}/pause")
            .RequireOwner<CampaignOwners>("campaignId", "campaign", orScope: CommentRoutes.ModeratorScope)
            .MapPost("/", MoveCampaign.Pause)
            .ProducesProblem(409);
        api.MapGroup("/admin/campaigns")
            .WithTags("Campaigns")
            .MapGet("/", ListEverybodysCampaigns.Get)
            .ProducesProblem(400);
        campaign.MapPost("/cancel", MoveCampaign.Cancel).ProducesProblem(409);
        campaign.MapGet("/board", GetBoard.Get);
        campaign.MapGet("/timeline", ListSpans.Get).ProducesProblem(400);
        campaign.MapGroup("/spans/{spanId:guid}").RequireOwner<SpanOwners>("spanId", "span").MapGet("/", GetSpan.Get);
        campaign.MapGet("/fetches", ListFetches.Get).ProducesProblem(400);
        campaign
            .MapGet("/export", ExportCampaign.Get)
            .Produces<Stream>(200, "text/markdown", "text/csv", "application/x-ndjson")
            .ProducesProblem(400);
        campaign.MapGet("/spend", BudgetEndpoints.GetSpend);
        campaign.MapGet("/budget", BudgetEndpoints.GetCampaigns);
        campaign.MapPut("/budget", BudgetEndpoints.PutCampaigns).ProducesProblem(400);
        MapAgents(api);
        MapMoney(api);
    }

    private static void MapAgents(IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("/", AgentEndpoints.List);
        var agent = agents.MapGroup("/{agentId:guid}").RequireOwner<AgentOwners>("agentId", "agent");
        agent.MapGet("/", AgentEndpoints.Get);
        agent.MapPatch("/", AgentEndpoints.Patch).ProducesProblem(400).ProducesProblem(409);
        agent.MapGet("/versions", AgentEndpoints.Versions).ProducesProblem(400);
        agent.MapGet("/status", AgentNumbers.Status);
        agent.MapGet("/metrics", AgentNumbers.Metrics).ProducesProblem(400);
        agent.MapGet("/runs", ListAgentRuns.Get).ProducesProblem(400);
        agent
            .MapPost("/run", RunAgent.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(409);
        agent.MapGroup("/runs/{runId:guid}").RequireOwner<AgentRuns>("runId", "run").MapGet("/", GetAgentRun.Get);
    }

    private static void MapMoney(IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/budgets/me").WithTags("Budgets");
        mine.MapGet("/", BudgetEndpoints.GetMine);
        mine.MapPut("/", BudgetEndpoints.PutMine).ProducesProblem(400);
        var admin = api.MapGroup("/admin").WithTags("Budgets");
        admin.MapGet("/budgets/{userId:guid}", BudgetEndpoints.GetTheirs).ProducesProblem(404);
        admin.MapPut("/budgets/{userId:guid}", BudgetEndpoints.PutTheirs).ProducesProblem(400).ProducesProblem(404);
        admin.MapGet("/prices", PriceEndpoints.Get);
        admin.MapPut("/prices", PriceEndpoints.Put).ProducesProblem(400);
    }
}
