using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Campaigns.Agents;

public sealed record MetricBucket(DateTimeOffset From, int Steps, int Errors, long Tokens, decimal CostUsd);

/// <param name="Runs">Turns: one agent at one thing.</param>
/// <param name="Steps">Calls to models and tools within them.</param>
/// <param name="SuccessRate">Of the turns that ended, without those that were stopped.</param>
/// <param name="P50Milliseconds">Of a call to a model.</param>
/// <param name="MeanScore">Of what it judged, or of what was judged of it.</param>
/// <param name="RevisionRate">Of the drafts, those that were written more than once.</param>
/// <param name="HumanAcceptRate">Of the drafts that people decided about, those they approved.</param>
/// <param name="Retries">Calls that were made again.</param>
/// <param name="Series">By the hour for 24h, by the day otherwise.</param>
public sealed record AgentMetricsView(
    string Window,
    int Runs,
    int Steps,
    int ModelCalls,
    int ToolCalls,
    long InputTokens,
    long OutputTokens,
    decimal CostUsd,
    double? SuccessRate,
    int? P50Milliseconds,
    int? P95Milliseconds,
    double? MeanScore,
    double? RevisionRate,
    double? HumanAcceptRate,
    int Retries,
    IReadOnlyList<MetricBucket> Series
);

/// <param name="State">working or idle.</param>
public sealed record AgentStatusView(string State, IReadOnlyList<AgentAtWork> Work, DateTimeOffset? LastSeenAt);

public sealed record MetricsRequest(
    [property:
        AllowedValues("24h", "7d", "30d", ErrorMessage = "The window is one of 24h, 7d and 30d."),
        DefaultValue("24h"),
        Description("24h, 7d or 30d.")
    ]
        string Window = "24h"
);

/// <summary>How an agent does, read from the spans it left and from what people decided. Nothing is counted twice.</summary>
internal sealed class AgentMetrics(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Totals = """
        select count(*) filter (where operation = 'invoke_agent')::int,
               count(*) filter (where operation in ('chat', 'execute_tool'))::int,
               count(*) filter (where operation = 'chat')::int,
               count(*) filter (where operation = 'execute_tool')::int,
               coalesce(sum(input_tokens), 0)::bigint, coalesce(sum(output_tokens), 0)::bigint, coalesce(sum(cost), 0),
               avg((status = 'ok')::int) filter (where operation = 'invoke_agent' and status <> 'running'
                   and error_type is distinct from 'stopped')::float8,
               (percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at))
                   filter (where operation = 'chat' and ended_at is not null) * 1000)::float8,
               (percentile_cont(0.95) within group (order by extract(epoch from ended_at - started_at))
                   filter (where operation = 'chat' and ended_at is not null) * 1000)::float8,
               avg(score) filter (where operation = 'evaluation')::float8,
               count(*) filter (where operation = 'chat' and (attributes ->> 'atelier.attempt')::int > 1)::int
        from campaigns.spans where agent_id = $1 and started_at >= $2
        """;

    private const string Decisions = """
        select avg((versions > 1)::int)::float8,
               avg((state = 'approved')::int) filter (where state in ('approved', 'rejected') and decided_at is not null)::float8
        from campaigns.comments where owner_id = (select owner_id from campaigns.agents where id = $1)
          and versions > 0 and coalesce(decided_at, updated_at) >= $2
        """;

    private const string Buckets = """
        select date_trunc($3, started_at, 'UTC'), count(*)::int, count(*) filter (where status = 'error')::int,
               coalesce(sum(input_tokens + output_tokens), 0)::bigint, coalesce(sum(cost), 0)
        from campaigns.spans
        where agent_id = $1 and started_at >= $2 and operation in ('chat', 'execute_tool')
        group by 1 order by 1
        """;

    private const string Working = """
        select role, coalesce(subject, ''), operation, started_at from campaigns.spans
        where agent_id = $1 and status = 'running' and started_at >= $2 order by seq desc limit 50
        """;

    private const string LastSeen = "select max(started_at) from campaigns.spans where agent_id = $1";

    /// <summary>What is open longer than this was left by a process that died.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    public async Task<AgentMetricsView> ReadAsync(Guid agent, string window, CancellationToken cancel)
    {
        var days = window switch
        {
            "24h" => 1,
            "7d" => 7,
            _ => 30,
        };
        var since = clock.GetUtcNow().AddDays(-days);
        var series = await SeriesAsync(agent, since, days == 1 ? "hour" : "day", cancel);
        var (revised, accepted) = await DecisionsAsync(agent, since, cancel);
        await using var totals = Command(Totals, agent, since);
        await using var row = await totals.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new(
            window,
            row.GetInt32(0),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetInt64(4),
            row.GetInt64(5),
            Budgets.Trimmed(row.GetDecimal(6)),
            Optional(row, 7),
            (int?)Optional(row, 8),
            (int?)Optional(row, 9),
            Optional(row, 10),
            revised,
            accepted,
            row.GetInt32(11),
            series
        );
    }

    public async Task<AgentStatusView> StatusAsync(Guid agent, CancellationToken cancel)
    {
        var work = new List<AgentAtWork>();
        await using var working = Command(Working, agent, clock.GetUtcNow() - Forgotten);
        await using (var row = await working.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                work.Add(
                    new(
                        agent,
                        row.GetString(0),
                        row.GetString(1),
                        row.GetString(2),
                        row.GetFieldValue<DateTimeOffset>(3)
                    )
                );
        await using var last = database.CreateCommand(LastSeen);
        last.Parameters.Add(new() { Value = agent });
        var seen = await last.ExecuteScalarAsync(cancel) is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : (DateTimeOffset?)null;
        return new(work.Count > 0 ? "working" : "idle", work, seen);
    }

    private async Task<List<MetricBucket>> SeriesAsync(
        Guid agent,
        DateTimeOffset since,
        string unit,
        CancellationToken cancel
    )
    {
        await using var buckets = Command(Buckets, agent, since);
        buckets.Parameters.Add(new() { Value = unit });
        var series = new List<MetricBucket>();
        await using var row = await buckets.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            series.Add(
                new(
                    row.GetFieldValue<DateTimeOffset>(0),
                    row.GetInt32(1),
                    row.GetInt32(2),
                    row.GetInt64(3),
                    Budgets.Trimmed(row.GetDecimal(4))
                )
            );
        return series;
    }

    private async Task<(double? Revised, double? Accepted)> DecisionsAsync(
        Guid agent,
        DateTimeOffset since,
        CancellationToken cancel
    )
    {
        await using var decisions = Command(Decisions, agent, since);
        await using var row = await decisions.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (Optional(row, 0), Optional(row, 1));
    }

    private NpgsqlCommand Command(string sql, Guid agent, DateTimeOffset since)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = agent });
        command.Parameters.Add(new() { Value = since });
        return command;
    }

    private static double? Optional(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDouble(column);
}

internal static class AgentNumbers
{
    public static async Task<Ok<AgentStatusView>> Status(Guid agentId, AgentMetrics metrics, CancellationToken ct) =>
        TypedResults.Ok(await metrics.StatusAsync(agentId, ct));

    public static async Task<Results<Ok<AgentMetricsView>, ProblemHttpResult>> Metrics(
        Guid agentId,
        [AsParameters] MetricsRequest request,
        AgentMetrics metrics,
        CancellationToken ct
    ) => TypedResults.Ok(await metrics.ReadAsync(agentId, request.Window, ct));
}
