using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// How far a lane has come in the order of turns: written down now and then for those who queue, and remembered here to
/// step over what is dead behind it but kept in the index by somebody's old snapshot.
/// </summary>
internal sealed class LaneTurns(NodeSession node, short lane)
{
    private const string Write = """
        update jobs.lane set floor = array (
            select greatest(stored, claimed) from unnest(floor, $2) with ordinality as u (stored, claimed, p) order by p)
        where id = $1
        """;

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastApart = TimeSpan.FromMilliseconds(250);

    private readonly long[] _reached = new long[10];
    private bool _changed;
    private long _written = node.Time.GetTimestamp() - node.Time.TimestampFrequency;
    private ClaimMark? _mark;
    private TimeSpan _fullLook;
    private long _looked;

    /// <summary>The place to claim behind, while an old snapshot makes a look from the start dear; else null.</summary>
    public ClaimMark? Behind() => UntilFullLook > TimeSpan.Zero ? _mark : null;

    /// <summary>What came in before the mark waits so long; zero where every look is a full one.</summary>
    public TimeSpan UntilFullLook
    {
        get
        {
            if (!node.SeesOldSnapshot || _mark is null)
                return TimeSpan.Zero;
            // Four a second, or a tenth of the time where they are slow.
            var apart = _fullLook * 10 > LeastApart ? _fullLook * 10 : LeastApart;
            var left = apart - node.Time.GetElapsedTime(_looked);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Claimed(ClaimMark[] places, int asked, TimeSpan took, bool full)
    {
        foreach (var place in places)
            if (place.Turn > _reached[place.Priority])
                (_reached[place.Priority], _changed) = (place.Turn, true);
        if (full)
            (_fullLook, _looked) = (took, node.Time.GetTimestamp());
        // All that was asked for, from the front: there may be more between here and the old mark.
        if (
            places.Length > 0
            && (_mark is null || (full && places.Length == asked) || places[^1].IsBehind(_mark.Value))
        )
            _mark = places[^1];
    }

    public async ValueTask WriteAsync(LaneLink link)
    {
        if (!_changed || node.Time.GetElapsedTime(_written) < Apart)
            return;
        var connection = await link.OpenAsync(node.Lost);
        await using var command = new NpgsqlCommand(Write, connection)
        {
            CommandTimeout = Bounds.Seconds,
            Parameters =
            {
                new() { Value = lane },
                Sql.Array(_reached, NpgsqlDbType.Bigint),
            },
        };
        await command.ExecuteNonQueryAsync(node.Lost);
        (_changed, _written) = (false, node.Time.GetTimestamp());
    }
}
