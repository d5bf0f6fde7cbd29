using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Agents;

/// <summary>Where a span belongs.</summary>
internal sealed record SpanScene(Guid OwnerId, Guid RunId, Guid? CampaignId);

/// <summary>A span that was begun.</summary>
internal sealed record OpenSpan(
    Guid Id,
    SpanScene Scene,
    Dictionary<string, object?> Attributes,
    Activity? Activity,
    DateTimeOffset Since
);

/// <summary>What is known of a span when it ends.</summary>
internal sealed record SpanEnd(
    string? ErrorType = null,
    string? Model = null,
    long? InputTokens = null,
    long? OutputTokens = null,
    decimal? Cost = null,
    double? Score = null,
    string? Label = null
);

/// <summary>
/// Writes down what agents do: once into the database, for people, and once as OpenTelemetry spans, for whoever collects
/// them. All numbers about agents are read from here.
/// </summary>
internal sealed class SpanLog(NpgsqlDataSource database, CampaignStates states, TimeProvider clock)
{
    public const string Interrupted = "interrupted";

    private const string Open = """
        insert into campaigns.spans (id, owner_id, run_id, campaign_id, parent_id, agent_id, role, agent_version, operation, name,
                                     subject, status, attributes, started_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'running', $12, $13)
        """;

    private const string Close = """
        update campaigns.spans set status = case when $2::text is null then 'ok' else 'error' end, error_type = $2, model = $3,
            input_tokens = $4, output_tokens = $5, cost = $6, score = $7, label = $8, attributes = $9, ended_at = $10
        where id = $1 and status = 'running'
        """;

    private const string Sweep = """
        update campaigns.spans set status = 'error', error_type = 'interrupted', ended_at = $2
        where run_id = $1 and status = 'running'
        """;

    public async Task<OpenSpan> BeginAsync(
        SpanScene scene,
        Guid? parent,
        AgentView? agent,
        string operation,
        string name,
        string? subject,
        Dictionary<string, object?> attributes,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        attributes[GenAi.Operation] = operation;
        attributes[GenAi.Conversation] = $"{scene.CampaignId ?? scene.RunId}";
        if (subject is not null)
            attributes[GenAi.Subject] = subject;
        if (agent is not null)
        {
            attributes[GenAi.AgentId] = $"{agent.Id}";
            attributes[GenAi.AgentName] = agent.Role;
            attributes[GenAi.AgentVersion] = $"{agent.Version}";
        }
        await using var open = database.CreateCommand(Open);
        open.Parameters.Add(new() { Value = id });
        open.Parameters.Add(new() { Value = scene.OwnerId });
        open.Parameters.Add(new() { Value = scene.RunId });
        open.Parameters.Add(Optional(scene.CampaignId, NpgsqlDbType.Uuid));
        open.Parameters.Add(Optional(parent, NpgsqlDbType.Uuid));
        open.Parameters.Add(Optional(agent?.Id, NpgsqlDbType.Uuid));
        open.Parameters.Add(Optional(agent?.Role, NpgsqlDbType.Text));
        open.Parameters.Add(Optional(agent?.Version, NpgsqlDbType.Integer));
        open.Parameters.Add(new() { Value = operation });
        open.Parameters.Add(new() { Value = name });
        open.Parameters.Add(Optional(subject, NpgsqlDbType.Text));
        open.Parameters.Add(Json(attributes));
        open.Parameters.Add(new() { Value = now });
        await open.ExecuteNonQueryAsync(cancel);
        Tell(scene);
        return new(id, scene, attributes, GenAi.Begin(operation, name, attributes, now), now);
    }

    public async Task EndAsync(OpenSpan span, SpanEnd end, CancellationToken cancel)
    {
        Note(span, end);
        await using var close = database.CreateCommand(Close);
        close.Parameters.Add(new() { Value = span.Id });
        close.Parameters.Add(Optional(end.ErrorType, NpgsqlDbType.Text));
        close.Parameters.Add(Optional(end.Model, NpgsqlDbType.Text));
        close.Parameters.Add(Optional(end.InputTokens, NpgsqlDbType.Bigint));
        close.Parameters.Add(Optional(end.OutputTokens, NpgsqlDbType.Bigint));
        close.Parameters.Add(Optional(end.Cost, NpgsqlDbType.Numeric));
        close.Parameters.Add(Optional(end.Score, NpgsqlDbType.Double));
        close.Parameters.Add(Optional(end.Label, NpgsqlDbType.Text));
        close.Parameters.Add(Json(span.Attributes));
        close.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await close.ExecuteNonQueryAsync(cancel);
        span.Activity?.Dispose();
        Tell(span.Scene);
    }

    /// <summary>What a process that died left open.</summary>
    public async Task SweepAsync(Guid run, CancellationToken cancel)
    {
        await using var sweep = database.CreateCommand(Sweep);
        sweep.Parameters.Add(new() { Value = run });
        sweep.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await sweep.ExecuteNonQueryAsync(cancel);
    }

    private static void Note(OpenSpan span, SpanEnd end)
    {
        Add(GenAi.ErrorType, end.ErrorType);
        Add(GenAi.ResponseModel, end.Model);
        Add(GenAi.InputTokens, end.InputTokens);
        Add(GenAi.OutputTokens, end.OutputTokens);
        Add(GenAi.Cost, end.Cost is { } cost ? (double)cost : null);
        Add(GenAi.EvaluationScore, end.Score);
        Add(GenAi.EvaluationLabel, end.Label);
        if (end.ErrorType is { } error)
            span.Activity?.SetStatus(ActivityStatusCode.Error, error);

        void Add(string name, object? value)
        {
            if (value is null)
                return;
            span.Attributes[name] = value;
            span.Activity?.SetTag(name, value);
        }
    }

    private void Tell(SpanScene scene)
    {
        if (scene.CampaignId is { } campaign)
            states.Changed(campaign);
    }

    private static NpgsqlParameter Json(Dictionary<string, object?> attributes) =>
        new() { Value = JsonSerializer.Serialize(attributes), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
