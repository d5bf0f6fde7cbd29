using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Campaigns.Agents;

/// <summary>What is absent stays as it is.</summary>
/// <param name="Note">Why, for yourself.</param>
/// <param name="Restore">The number of a version whose words become the newest again; 1 is the built-in one.</param>
public sealed record ChangeAgentRequest(
    [property: StringLength(500, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string? Goal = null,
    [property: StringLength(6000, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)]
        string? Instructions = null,
    AgentLimits? Limits = null,
    [property: StringLength(200)] string? Note = null,
    [property: Range(1, int.MaxValue)] int? Restore = null
);

internal sealed class AgentOwners(NpgsqlDataSource database) : IOwnerLookup
{
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel)
    {
        await using var find = database.CreateCommand("select owner_id from campaigns.agents where id = $1");
        find.Parameters.Add(new() { Value = id });
        return await find.ExecuteScalarAsync(cancel) as Guid?;
    }
}

internal static class AgentEndpoints
{
    /// <summary>Your four agents, in the order in which they work.</summary>
    public static async Task<Ok<AgentList>> List(CurrentUser user, Roster roster, CancellationToken ct) =>
        TypedResults.Ok(new AgentList(await roster.OfAsync(user.Id, ct)));

    public static async Task<Results<Ok<AgentView>, ProblemHttpResult>> Get(
        Guid agentId,
        Roster roster,
        CancellationToken ct
    ) => await roster.FindAsync(agentId, ct) is { } agent ? TypedResults.Ok(agent) : Gone.ToHttp();

    /// <summary>Makes a new version; work that is under way ends with the one it began with.</summary>
    public static async Task<Results<Ok<AgentView>, ProblemHttpResult>> Patch(
        Guid agentId,
        ChangeAgentRequest request,
        Roster roster,
        CancellationToken ct
    )
    {
        if (await roster.FindAsync(agentId, ct) is not { } agent)
            return Gone.ToHttp();
        var (goal, instructions, limits) = (agent.Goal, agent.Instructions, agent.Limits);
        if (request.Restore is { } number)
        {
            var older = await roster.VersionsAsync(agentId, number + 1, most: 1, ct);
            if (older is not [{ } version] || version.Version != number)
                return Problem.NotFound("version_not_found", "The agent has no such version.").ToHttp();
            (goal, instructions, limits) = (version.Goal, version.Instructions, version.Limits);
        }
        var isMade = await roster.ReviseAsync(
            agentId,
            agent.Version + 1,
            request.Goal?.Trim() ?? goal,
            request.Instructions?.Trim() ?? instructions,
            request.Limits ?? limits,
            request.Note?.Trim(),
            ct
        );
        if (!isMade)
            return Problem.Conflict("agent_changed", "The agent was changed at the same moment. Look again.").ToHttp();
        return TypedResults.Ok((await roster.FindAsync(agentId, ct))!);
    }

    /// <summary>Newest first.</summary>
    public static async Task<Results<Ok<Page<AgentVersionView>>, ProblemHttpResult>> Versions(
        Guid agentId,
        [AsParameters] PageRequest page,
        Roster roster,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<int>(out var before) is { } refusal)
            return refusal.ToHttp();
        var versions = await roster.VersionsAsync(agentId, before, page.Take, ct);
        return TypedResults.Ok(page.Of(versions, version => version.Version));
    }

    public static Problem Gone => Problem.NotFound("agent_not_found", "There is no such agent.");
}
