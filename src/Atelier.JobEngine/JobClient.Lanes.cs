using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine;

/// <summary>Whether a lane's jobs are run, everywhere.</summary>
public enum LaneMode
{
    /// <summary>Its jobs run.</summary>
    Open,

    /// <summary>Nothing new begins; what runs goes on to its end.</summary>
    Paused,

    /// <summary>Nothing new begins; what runs stops at its next step and goes back into the queue.</summary>
    Draining,
}

/// <summary>A lane over all nodes.</summary>
/// <param name="Queued">Jobs that wait: for a slot, for their time or for a limit. Counted up to a hundred thousand or so.</param>
/// <param name="Slots">How many the nodes would run at a time.</param>
/// <param name="OldestQueuedSeconds">
/// How long the foremost jobs that could run now have waited, the longest of them; null when none waits.
/// </param>
public sealed record LaneStatus(
    string Name,
    LaneMode Mode,
    int Queued,
    int Running,
    int Slots,
    double? OldestQueuedSeconds
);

public sealed partial class JobClient
{
    private const string SetMode = """
        with u as (update jobs.lane set mode = $2 where name = $1 returning id)
        select case $2 when 0 then pg_notify('atelier_jobs', 'w:' || id) end::text, id from u
        """;

    // Each part reads an index that holds nothing else, and no more of it than a limit.
    internal const string Lanes = """
        with aside as (
            select lane_id, count(*)::int as jobs from (
                (select lane_id from jobs.job where state = 0 limit 50000)
                union all
                (select lane_id from jobs.job where state = 6 and deps = 0 limit 50000)) waiting
            group by lane_id),
        running as (select lane_id, count(*)::int as jobs from jobs.job where state = 2 group by lane_id)
        select l.name, l.mode,
               (select count(*) from (select from jobs.job j where j.state = 1 and j.lane_id = l.id limit 50000) ready)::int
                   + coalesce(aside.jobs, 0),
               coalesce(running.jobs, 0),
               (select coalesce(sum(n.slots[array_position(n.lanes, l.name)]), 0)::int from jobs.node n
                where n.stopped_at is null and n.lost_at is null and not n.draining and n.lease_until > clock_timestamp()),
               (select extract(epoch from clock_timestamp() - min(front.run_at))::float8
                from generate_series(0, 9) p cross join lateral (
                    select j.run_at from jobs.job j where j.state = 1 and j.lane_id = l.id and j.priority = p
                    order by j.vt, j.id limit 100) front)
        from jobs.lane l left join aside on aside.lane_id = l.id left join running on running.lane_id = l.id
        order by l.name
        """;

    /// <summary>Opens, pauses or drains a lane for all nodes, until somebody says otherwise: a restart does not.</summary>
    /// <returns>False when there is no such lane.</returns>
    public async Task<bool> SetLaneModeAsync(string lane, LaneMode mode, CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand(SetMode);
        command.Parameters.Add(new() { Value = lane });
        command.Parameters.Add(new() { Value = (short)mode });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel);
    }

    public async Task<IReadOnlyList<LaneStatus>> LanesAsync(CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand(Lanes);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var lanes = new List<LaneStatus>();
        while (await row.ReadAsync(cancel))
            lanes.Add(
                new LaneStatus(
                    row.GetString(0),
                    (LaneMode)row.GetInt16(1),
                    row.GetInt32(2),
                    row.GetInt32(3),
                    row.GetInt32(4),
                    row.Optional<double>(5)
                )
            );
        return lanes;
    }
}
