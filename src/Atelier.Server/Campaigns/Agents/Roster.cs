using System.Text.Json;
using Atelier.Generation;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Agents;

/// <summary>An agent as the studio brings it.</summary>
internal sealed record BuiltInAgent(
    string Role,
    string Name,
    string Goal,
    string Instructions,
    IReadOnlyList<string> Tools,
    AgentLimits Limits
);

internal static class AgentRoles
{
    public const string Researcher = "researcher";
    public const string Analyst = "analyst";
    public const string Writer = "writer";
    public const string Reviewer = "reviewer";
}

/// <summary>The agents of a person: those of the studio, until the person writes versions of their own.</summary>
internal sealed class Roster(NpgsqlDataSource database, GenerationModels models, TimeProvider clock)
{
    private const string Select = """
        select a.id, a.role, a.version, v.goal, v.instructions, v.limits::text, v.created_at, a.owner_id
        from campaigns.agents a join campaigns.agent_versions v on v.agent_id = a.id and v.version = a.version
        """;

    // Version 1 is written with the agent; a person who comes twice at once gets one of each.
    private const string Engage = """
        with a as (
            insert into campaigns.agents (id, owner_id, role, version, updated_at) values ($1, $2, $3, 1, $4)
            on conflict (owner_id, role) do nothing
            returning id)
        insert into campaigns.agent_versions (agent_id, version, goal, instructions, limits, created_at)
        select id, 1, $5, $6, $7, $4 from a
        """;

    private const string Revise = """
        with a as (
            update campaigns.agents set version = $2, updated_at = $7
            where id = $1 and version = $2 - 1
            returning id)
        insert into campaigns.agent_versions (agent_id, version, goal, instructions, limits, note, created_at)
        select id, $2, $3, $4, $5, $6, $7 from a
        """;

    public static IReadOnlyList<BuiltInAgent> BuiltIn { get; } = Load();

    public static bool IsKnown(string role) => BuiltIn.Any(agent => agent.Role == role);

    /// <summary>All of a person's, in the order in which they work.</summary>
    public async Task<IReadOnlyList<AgentView>> OfAsync(Guid owner, CancellationToken cancel)
    {
        var agents = await FindAsync("where a.owner_id = $1", owner, cancel);
        if (agents.Count < BuiltIn.Count)
        {
            foreach (var agent in BuiltIn)
                await EngageAsync(owner, agent, cancel);
            agents = await FindAsync("where a.owner_id = $1", owner, cancel);
        }
        return [.. BuiltIn.Select(builtIn => agents.Single(agent => agent.Role == builtIn.Role))];
    }

    public async Task<AgentView> OfAsync(Guid owner, string role, CancellationToken cancel) =>
        (await OfAsync(owner, cancel)).Single(agent => agent.Role == role);

    /// <summary>Those that the person wrote versions of.</summary>
    public async Task<IReadOnlyList<AgentView>> OwnAsync(Guid owner, CancellationToken cancel) =>
        await FindAsync("where a.owner_id = $1 and a.version > 1", owner, cancel);

    public async Task<AgentView?> FindAsync(Guid agent, CancellationToken cancel) =>
        (await FindAsync("where a.id = $1", agent, cancel)).SingleOrDefault();

    /// <returns>False when somebody else made that version first.</returns>
    public async Task<bool> ReviseAsync(
        Guid agent,
        int version,
        string goal,
        string instructions,
        AgentLimits limits,
        string? note,
        CancellationToken cancel
    )
    {
        await using var revise = database.CreateCommand(Revise);
        revise.Parameters.Add(new() { Value = agent });
        revise.Parameters.Add(new() { Value = version });
        revise.Parameters.Add(new() { Value = goal });
        revise.Parameters.Add(new() { Value = instructions });
        revise.Parameters.Add(Json(limits));
        revise.Parameters.Add(new() { Value = (object?)note ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        revise.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await revise.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<AgentVersionView>> VersionsAsync(
        Guid agent,
        int? before,
        int most,
        CancellationToken cancel
    )
    {
        await using var list = database.CreateCommand(
            """
            select version, goal, instructions, limits::text, note, created_at from campaigns.agent_versions
            where agent_id = $1 and ($2::int is null or version < $2) order by version desc limit $3
            """
        );
        list.Parameters.Add(new() { Value = agent });
        list.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        list.Parameters.Add(new() { Value = most });
        var versions = new List<AgentVersionView>();
        await using var row = await list.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            versions.Add(
                new(
                    row.GetInt32(0),
                    row.GetString(1),
                    row.GetString(2),
                    Limits(row.GetString(3)),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.GetFieldValue<DateTimeOffset>(5)
                )
            );
        return versions;
    }

    private async Task<List<AgentView>> FindAsync(string where, Guid id, CancellationToken cancel)
    {
        await using var find = database.CreateCommand($"{Select} {where}");
        find.Parameters.Add(new() { Value = id });
        var agents = new List<AgentView>();
        await using var row = await find.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var builtIn = BuiltIn.Single(agent => agent.Role == row.GetString(1));
            agents.Add(
                new(
                    row.GetGuid(0),
                    builtIn.Role,
                    builtIn.Name,
                    row.GetString(3),
                    row.GetString(4),
                    builtIn.Tools,
                    models.Chat?.Name,
                    Limits(row.GetString(5)),
                    row.GetInt32(2),
                    row.GetInt32(2) > 1,
                    row.GetFieldValue<DateTimeOffset>(6)
                )
            );
        }
        return agents;
    }

    private async Task EngageAsync(Guid owner, BuiltInAgent agent, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var engage = database.CreateCommand(Engage);
        engage.Parameters.Add(new() { Value = Guid.CreateVersion7(now) });
        engage.Parameters.Add(new() { Value = owner });
        engage.Parameters.Add(new() { Value = agent.Role });
        engage.Parameters.Add(new() { Value = now });
        engage.Parameters.Add(new() { Value = agent.Goal });
        engage.Parameters.Add(new() { Value = agent.Instructions });
        engage.Parameters.Add(Json(agent.Limits));
        await engage.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlParameter Json(AgentLimits limits) =>
        new()
        {
            Value = JsonSerializer.Serialize(limits, JsonSerializerOptions.Web),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        };

    private static AgentLimits Limits(string json) =>
        JsonSerializer.Deserialize<AgentLimits>(json, JsonSerializerOptions.Web)!;

    private static List<BuiltInAgent> Load()
    {
        using var stream = typeof(Roster).Assembly.GetManifestResourceStream("campaigns.roster.json")!;
        return JsonSerializer.Deserialize<List<BuiltInAgent>>(stream, JsonSerializerOptions.Web)!;
    }
}
