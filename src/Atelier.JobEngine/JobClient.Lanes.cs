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
/// <param name="Queued">Jobs that wait: for a slot, for their time or for a limit.</param>
public sealed record LaneStatus(string Name, LaneMode Mode, int Queued, int Running);

public sealed partial class JobClient
{
    private const string SetMode = """
        with u as (update jobs.lane set mode = $2 where name = $1 returning id)
        select case $2 when 0 then pg_notify('atelier_jobs', 'w:' || id) end::text, id from u
        """;

    private const string Lanes = """
        select l.name, l.mode,
               (select count(*) from jobs.job j where j.lane_id = l.id and j.state in (0, 1, 6))::int,
               (select count(*) from jobs.job j where j.lane_id = l.id and j.state = 2)::int
        from jobs.lane l order by l.name
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
            lanes.Add(new LaneStatus(row.GetString(0), (LaneMode)row.GetInt16(1), row.GetInt32(2), row.GetInt32(3)));
        return lanes;
    }
}
