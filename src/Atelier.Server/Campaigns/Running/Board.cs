using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>How far a run is, read from its steps and spans.</summary>
internal sealed class Board(NpgsqlDataSource database, TimeProvider clock)
{
    // A step's row is one item; how many there will be is what an earlier step found.
    private const string Steps = """
        select phase, count(*)::int, min(started_at), max(finished_at),
               max(case when name in ('discover', 'choose') then jsonb_array_length(result) end),
               coalesce(sum(case when phase = 'read' and jsonb_typeof(result) = 'number' then result::int end), 0)::int
        from campaigns.steps where run_id = $1 group by phase
        """;

    private const string Working = """
        select distinct on (agent_id, coalesce(parent_agent, id)) agent_id, role, coalesce(subject, ''), operation, started_at
        from (select s.*, case when s.operation = 'invoke_agent' then s.id else s.parent_id end as parent_agent
              from campaigns.spans s where s.run_id = $1 and s.status = 'running' and s.agent_id is not null) s
        order by agent_id, coalesce(parent_agent, id), seq desc
        """;

    private const string Newest = "select coalesce(max(seq), 0) from campaigns.spans where campaign_id = $1";

    private sealed record Tally(int Items, DateTimeOffset Began, DateTimeOffset Ended, int? Found, int Sum);

    public async Task<Progress> ReadAsync(Campaign campaign, CancellationToken cancel)
    {
        var tallies = new Dictionary<CampaignPhase, Tally>();
        var agents = new List<AgentAtWork>();
        if (campaign.RunId is { } run)
        {
            await using var steps = Command(Steps, run);
            await using (var row = await steps.ExecuteReaderAsync(cancel))
                while (await row.ReadAsync(cancel))
                    tallies[StoredState.Read<CampaignPhase>(row.GetString(0))] = new(
                        row.GetInt32(1),
                        row.GetFieldValue<DateTimeOffset>(2),
                        row.GetFieldValue<DateTimeOffset>(3),
                        row.IsDBNull(4) ? null : row.GetInt32(4),
                        row.GetInt32(5)
                    );
            await using var working = Command(Working, run);
            await using (var row = await working.ExecuteReaderAsync(cancel))
                while (await row.ReadAsync(cancel))
                    agents.Add(
                        new(
                            row.GetGuid(0),
                            row.GetString(1),
                            row.GetString(2),
                            row.GetString(3),
                            row.GetFieldValue<DateTimeOffset>(4)
                        )
                    );
        }
        await using var newest = Command(Newest, campaign.Id);
        var seq = (long)(await newest.ExecuteScalarAsync(cancel))!;
        return new(
            PhasesOf(campaign, tallies),
            agents,
            seq,
            tallies.GetValueOrDefault(CampaignPhase.Discover)?.Found ?? 0,
            tallies.GetValueOrDefault(CampaignPhase.Read)?.Sum ?? 0,
            tallies.GetValueOrDefault(CampaignPhase.Choose)?.Found ?? 0,
            SecondsLeft(campaign, tallies)
        );
    }

    private static List<PhaseView> PhasesOf(Campaign campaign, Dictionary<CampaignPhase, Tally> tallies)
    {
        var phases = new List<PhaseView>();
        var isOver = campaign.State is CampaignState.AwaitingReview or CampaignState.Completed;
        foreach (var phase in Enum.GetValues<CampaignPhase>())
        {
            // A draft is reviewed in the step that wrote it.
            var tally = tallies.GetValueOrDefault(phase is CampaignPhase.Review ? CampaignPhase.Draft : phase);
            var total = phase switch
            {
                CampaignPhase.Read => tallies.GetValueOrDefault(CampaignPhase.Discover)?.Found,
                CampaignPhase.Draft or CampaignPhase.Review => tallies.GetValueOrDefault(CampaignPhase.Choose)?.Found,
                _ => 1,
            };
            var isBehind = isOver || campaign.Phase > phase || (phase is CampaignPhase.Review && tally?.Items >= total);
            phases.Add(
                new(
                    phase,
                    isBehind ? PhaseState.Done
                        : campaign.Phase == phase && campaign.State.IsBusy() ? PhaseState.Running
                        : PhaseState.Waiting,
                    tally?.Items ?? 0,
                    total,
                    tally?.Began,
                    isBehind ? tally?.Ended : null
                )
            );
        }
        return phases;
    }

    /// <summary>As fast as the phase at work has been so far.</summary>
    private int? SecondsLeft(Campaign campaign, Dictionary<CampaignPhase, Tally> tallies)
    {
        if (campaign.State is not CampaignState.Running || campaign.Phase is not { } phase)
            return null;
        var total = phase switch
        {
            CampaignPhase.Read => tallies.GetValueOrDefault(CampaignPhase.Discover)?.Found,
            CampaignPhase.Draft => tallies.GetValueOrDefault(CampaignPhase.Choose)?.Found,
            _ => null,
        };
        if (total is not { } all || tallies.GetValueOrDefault(phase) is not { Items: > 0 } tally)
            return null;
        var each = (clock.GetUtcNow() - tally.Began).TotalSeconds / tally.Items;
        return (int)Math.Ceiling(Math.Max(0, all - tally.Items) * each);
    }

    private NpgsqlCommand Command(string sql, Guid id)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return command;
    }
}

/// <param name="Posts">That were read.</param>
/// <param name="Picked">That are to be answered.</param>
internal sealed record Progress(
    IReadOnlyList<PhaseView> Phases,
    IReadOnlyList<AgentAtWork> Agents,
    long Seq,
    int Blogs,
    int Posts,
    int Picked,
    int? SecondsLeft
);
