using System.Text.Json;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Atelier.Campaigns.Agents;

/// <param name="IsAlone">Somebody gave this agent a task of its own; otherwise it was part of a campaign.</param>
/// <param name="State">queued, running, succeeded, failed or cancelled.</param>
public sealed record AgentRunView(
    Guid Id,
    Guid? CampaignId,
    bool IsAlone,
    string State,
    Guid? JobId,
    string? ErrorCode,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Spans,
    decimal CostUsd
);

/// <param name="Result">What a task alone came to: ids of blogs, posts or a draft.</param>
public sealed record AgentRunDetail(AgentRunView Run, IReadOnlyList<Guid> Result, IReadOnlyList<SpanView> Spans);

/// <summary>What agents did, by run.</summary>
internal sealed class AgentRuns(NpgsqlDataSource database, Timeline timeline, JobClient jobs) : IOwnerLookup
{
    private const int MostSpans = 200;

    private const string Select = """
        select r.id, r.campaign_id, r.agent_id is not null, r.state, r.job_id, r.error_code, r.started_at, r.finished_at,
               (select count(*)::int from campaigns.spans s where s.run_id = r.id),
               (select coalesce(sum(c.cost), 0) from campaigns.calls c where c.run_id = r.id), coalesce(r.result, '[]')::text
        from campaigns.runs r
        """;

    private const string OfAgent = """
         where (r.agent_id = $1 or r.id in (select s.run_id from campaigns.spans s where s.agent_id = $1))
           and ($2::uuid is null or r.id < $2)
        order by r.id desc limit $3
        """;

    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel)
    {
        await using var find = database.CreateCommand("select owner_id from campaigns.runs where id = $1");
        find.Parameters.Add(new() { Value = id });
        return await find.ExecuteScalarAsync(cancel) as Guid?;
    }

    /// <summary>Newest first.</summary>
    public async Task<List<AgentRunView>> OfAgentAsync(Guid agent, Guid? before, int most, CancellationToken cancel)
    {
        await using var list = database.CreateCommand(Select + OfAgent);
        list.Parameters.Add(new() { Value = agent });
        list.Parameters.Add(
            new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }
        );
        list.Parameters.Add(new() { Value = most });
        var runs = new List<AgentRunView>();
        await using var row = await list.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            runs.Add(ViewAt(row));
        return runs;
    }

    public async Task<AgentRunDetail?> FindAsync(Guid run, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(Select + " where r.id = $1");
        find.Parameters.Add(new() { Value = run });
        AgentRunView view;
        List<Guid> result;
        await using (var row = await find.ExecuteReaderAsync(cancel))
        {
            if (!await row.ReadAsync(cancel))
                return null;
            view = ViewAt(row);
            result = JsonSerializer.Deserialize<List<Guid>>(row.GetString(10))!;
        }
        return new(await SettledAsync(view, cancel), result, await timeline.OfRunAsync(run, MostSpans, cancel));
    }

    /// <summary>A task whose job ended without a word is as its job is.</summary>
    private async Task<AgentRunView> SettledAsync(AgentRunView run, CancellationToken cancel)
    {
        if (!run.IsAlone || run.State is not ("queued" or "running") || run.JobId is not { } job)
            return run;
        return (await jobs.GetAsync(job, cancel))?.Job.State switch
        {
            JobState.Failed => run with { State = "failed", ErrorCode = "run_failed" },
            JobState.Cancelled => run with { State = "cancelled" },
            _ => run,
        };
    }

    private static AgentRunView ViewAt(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.IsDBNull(1) ? null : row.GetGuid(1),
            row.GetBoolean(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetGuid(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
            row.GetInt32(8),
            Budgets.Trimmed(row.GetDecimal(9))
        );
}

internal static class ListAgentRuns
{
    /// <summary>What the agent was part of, newest first.</summary>
    public static async Task<Results<Ok<Page<AgentRunView>>, ProblemHttpResult>> Get(
        Guid agentId,
        [AsParameters] PageRequest page,
        AgentRuns runs,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var before) is { } refusal)
            return refusal.ToHttp();
        return TypedResults.Ok(page.Of(await runs.OfAgentAsync(agentId, before, page.Take, ct), run => run.Id));
    }
}

internal static class GetAgentRun
{
    /// <summary>A run with its first two hundred steps; a campaign's timeline has all of them.</summary>
    public static async Task<Results<Ok<AgentRunDetail>, ProblemHttpResult>> Get(
        Guid agentId,
        Guid runId,
        AgentRuns runs,
        CancellationToken ct
    ) =>
        await runs.FindAsync(runId, ct) is { } run
            ? TypedResults.Ok(run)
            : Problem.NotFound("run_not_found", "There is no such run.").ToHttp();
}
