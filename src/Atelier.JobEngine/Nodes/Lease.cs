using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Keeps a node's lease: one small write per beat, which also brings the jobs to cancel. The node stops trusting the
/// lease by its own monotonic clock before anybody else may take its jobs.
/// </summary>
internal sealed class Lease(NodeSession node)
{
    private const string Renew = """
        with beat as (
            update jobs.node set beat_at = clock_timestamp(), lease_until = clock_timestamp() + $2, load = $3
            where id = $1 and lease_until > clock_timestamp() returning id)
        select exists (select from beat),
               array (select id from jobs.job where state = 2 and node_id = $1 and cancel_at is not null),
               array (select id from jobs.lane where mode = 2)
        """;

    private readonly ProcessorLoad _load = new(node.Time);

    public async Task KeepAsync(CancellationToken stop)
    {
        var trust = node.Options.Lease * 0.8;
        var renewed = node.Time.GetTimestamp();
        NpgsqlConnection? connection = null; // its own, so that a drained pool cannot cost the lease
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var sent = node.Time.GetTimestamp();
                try
                {
                    var left = trust - node.Time.GetElapsedTime(renewed);
                    var longest = node.Options.Lease * 0.3;
                    using var limit = new CancellationTokenSource(
                        left > longest || left < node.Options.Beat ? longest : left,
                        node.Time
                    );
                    connection ??= await node.Database.OpenConnectionAsync(limit.Token);
                    if (!await BeatAsync(connection, limit.Token))
                    {
                        node.LoseLease();
                        return;
                    }
                    renewed = sent;
                }
                catch (Exception problem) when (!stop.IsCancellationRequested)
                {
                    node.Silence.Suspect(problem);
                    node.Log.LogDebug(problem, "A beat of node {Node} was missed.", node.Id);
                    if (connection is not null)
                        await connection.DisposeAsync();
                    connection = null;
                }
                if (node.Time.GetElapsedTime(renewed) > trust)
                {
                    node.LoseLease();
                    return;
                }
                await Task.Delay(renewed == sent ? node.Options.Beat : node.Options.Beat / 4, node.Time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        finally
        {
            if (connection is not null)
                await connection.DisposeAsync();
        }
    }

    private async Task<bool> BeatAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Renew, connection)
        {
            Parameters =
            {
                new() { Value = node.Id },
                new() { Value = node.Options.Lease },
                new() { Value = _load.Take() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        if (!row.GetBoolean(0))
            return false;
        foreach (var job in row.GetFieldValue<long[]>(1))
            node.CancelRun(job);
        node.Drain(row.GetFieldValue<short[]>(2));
        return true;
    }
}
