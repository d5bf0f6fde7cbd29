using Atelier.JobEngine.Nodes;

namespace Atelier.JobEngine.Board;

public sealed partial class JobBoard
{
    private const string Nodes = """
        with running as (
            select node_id, lane_id, count(*)::int as jobs from jobs.job where state = 2 group by node_id, lane_id)
        select n.id, n.name, n.version, n.role,
               case when n.lost_at is not null or n.lease_until < clock_timestamp() then 2 when n.draining then 1 else 0 end,
               n.lanes, n.slots,
               array (
                   select coalesce(r.jobs, 0)
                   from unnest(n.lanes) with ordinality as own (name, place)
                   left join jobs.lane l on l.name = own.name
                   left join running r on r.node_id = n.id and r.lane_id = l.id
                   order by own.place),
               n.load, n.started_at, n.beat_at,
               n.swept_at is not null and n.swept_at = (
                   select max(o.swept_at) from jobs.node o
                   where o.stopped_at is null and o.lost_at is null and o.lease_until > clock_timestamp())
        from jobs.node n
        where n.stopped_at is null and coalesce(n.lost_at > clock_timestamp() - interval '1 hour', true)
        order by n.id desc limit 1000
        """;

    /// <summary>The processes that take part, the newest first, and those that were lost within the last hour.</summary>
    public async Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand(Nodes);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var nodes = new List<NodeStatus>();
        while (await row.ReadAsync(cancel))
        {
            var slots = row.GetFieldValue<int[]>(6);
            var running = row.GetFieldValue<int[]>(7);
            var lanes = row.GetFieldValue<string[]>(5)
                .Select((name, i) => new NodeLane(name, slots.ElementAtOrDefault(i), running[i]));
            nodes.Add(
                new NodeStatus(
                    row.GetInt32(0),
                    row.GetString(1),
                    row.Text(2),
                    row.Text(3),
                    (NodeState)row.GetInt32(4),
                    [.. lanes],
                    row.Optional<float>(8) is { } load ? Math.Round(load, 3) : null,
                    row.GetFieldValue<DateTimeOffset>(9),
                    row.GetFieldValue<DateTimeOffset>(10),
                    row.GetBoolean(11)
                )
            );
        }
        return nodes;
    }
}
