using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Campaigns.Comments;
using Atelier.Campaigns.Running;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Agents;

/// <summary>A small task for one agent: what it needs depends on who it is.</summary>
/// <param name="Task">The analyst's topic.</param>
/// <param name="Seeds">Where the researcher begins.</param>
/// <param name="Keywords">What the researcher and the analyst look for.</param>
/// <param name="CampaignId">For which the writer drafts.</param>
/// <param name="PostId">What the writer answers.</param>
/// <param name="CommentId">The draft that the reviewer judges.</param>
public sealed record RunAgentRequest(
    [property: StringLength(400)] string? Task = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Seeds = null,
    [property: MaxLength(30)] IReadOnlyList<string>? Keywords = null,
    Guid? CampaignId = null,
    Guid? PostId = null,
    Guid? CommentId = null
);

/// <summary>Lets one agent do its task.</summary>
internal sealed record RunAgentAlone(Guid RunId) : IJobPayload
{
    public static string Kind => "campaigns.run_agent.v1";
}

internal static class RunAgent
{
    private const string Insert = """
        insert into campaigns.runs (id, owner_id, agent_id, state, task, job_id, started_at) values ($1, $2, $3, 'queued', $4, $5, $6)
        """;

    /// <summary>One agent alone: follow its job, then look at the run.</summary>
    public static async Task<Results<Accepted<AgentRunView>, ProblemHttpResult>> Post(
        Guid agentId,
        RunAgentRequest request,
        CurrentUser user,
        Roster roster,
        AgentRuns runs,
        CampaignOwners campaigns,
        Blogs.PostOwners posts,
        CommentOwners comments,
        CampaignsDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await roster.FindAsync(agentId, ct) is not { } agent)
            return AgentEndpoints.Gone.ToHttp();
        if (Missing(agent.Role, request) is { } field)
            return Problem.Invalid(field, $"The {agent.Role} needs this.").ToHttp();
        if (request.CampaignId is { } campaign)
            if (Ownership.Judge(await campaigns.OwnerOfAsync(campaign, ct), user.Id, "campaign") is { } notTheirs)
                return notTheirs.ToHttp();
        if (request.PostId is { } post)
            if (Ownership.Judge(await posts.OwnerOfAsync(post, ct), user.Id, "post") is { } notTheirPost)
                return notTheirPost.ToHttp();
        if (request.CommentId is { } comment)
            if (Ownership.Judge(await comments.OwnerOfAsync(comment, ct), user.Id, "comment") is { } notTheirDraft)
                return notTheirDraft.ToHttp();
        var now = clock.GetUtcNow();
        var run = Guid.CreateVersion7(now);
        var ticket = await db.InTransactionAsync(
            async transaction =>
            {
                var queued = await jobs.EnqueueAsync(
                    transaction,
                    new RunAgentAlone(run),
                    new JobOptions(user.Id, MaxAttempts: 2, Lane: CampaignRuns.Lane, Subject: $"agent:{agentId}"),
                    ct
                );
                if (queued.Refusal is not null)
                    return queued;
                await using var insert = new NpgsqlCommand(Insert, transaction.Connection, transaction);
                insert.Parameters.Add(new() { Value = run });
                insert.Parameters.Add(new() { Value = user.Id });
                insert.Parameters.Add(new() { Value = agentId });
                insert.Parameters.Add(
                    new()
                    {
                        Value = JsonSerializer.Serialize(request, JsonSerializerOptions.Web),
                        NpgsqlDbType = NpgsqlDbType.Jsonb,
                    }
                );
                insert.Parameters.Add(new() { Value = queued.PublicId });
                insert.Parameters.Add(new() { Value = now });
                await insert.ExecuteNonQueryAsync(ct);
                return queued;
            },
            ct
        );
        if (ticket.Refusal is { } full)
            return Problem.Conflict(full.Code, full.Message).ToHttp();
        return TypedResults.Accepted($"/api/v1/agents/{agentId}/runs/{run}", (await runs.FindAsync(run, ct))!.Run);
    }

    private static string? Missing(string role, RunAgentRequest request) =>
        role switch
        {
            AgentRoles.Researcher => request.Seeds is { Count: > 0 } || request.Keywords is { Count: > 0 }
                ? null
                : "seeds",
            AgentRoles.Analyst => string.IsNullOrWhiteSpace(request.Task) ? "task" : null,
            // A draft that is there, or one to be written first.
            AgentRoles.Reviewer when request.CommentId is not null => null,
            AgentRoles.Reviewer when request.CampaignId is null && request.PostId is null => "commentId",
            _ => request.CampaignId is null ? "campaignId"
            : request.PostId is null ? "postId"
            : null,
        };
}
