using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>A lane's connection while the lane is busy. Statements are prepared once for each physical connection.</summary>
/// <param name="durable">Whether its commits wait for the disk.</param>
[SuppressMessage("Design", "CA1001", Justification = "Closed by the one loop that uses it, on every way out.")]
internal sealed class LaneLink(NpgsqlDataSource database, Silence silence, bool durable)
{
    // Arrays of changing length would make the planner plan anew in every pass; and a plan of the first minute, when
    // all tables were small, would go on to read them from end to end.
    private const string Set =
        $"select set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false), {Bounds.Session}";

    private const string NotDurable = Set + ", set_config('synchronous_commit', 'off', false)";

    private NpgsqlConnection? _connection;
    private int _trusted;

    public bool IsOpen => _connection is not null;

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        if (_trusted != silence.Times)
            await BreakAsync();
        if (_connection is not null)
            return _connection;
        _trusted = silence.Times;
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var set = durable ? Set : NotDurable;
            await using var mode = new NpgsqlCommand(set, connection) { CommandTimeout = Bounds.Seconds };
            await mode.ExecuteNonQueryAsync(cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        return _connection = connection;
    }

    public async ValueTask BreakAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
