using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Nodes;

/// <summary>Writes the newest progress of this node's jobs, all in one statement, at most ten times a second.</summary>
internal sealed class ProgressWriter(NpgsqlDataSource database, Notices notices, TimeProvider time)
{
    private const string Write = """
        with p as (select * from unnest($2::bigint[], $3::int[], $4::real[], $5::text[]) as p (id, fence, fraction, note)),
        held as materialized (
            select j.id from jobs.job j where j.id = any ($2) and j.node_id = $1 order by j.id for update),
        u as (
            update jobs.job j set progress = p.fraction, progress_note = p.note, event_seq = event_seq + 1
            from held join p on p.id = held.id
            where j.id = held.id and j.fence = p.fence
            returning j.id, j.event_seq, j.progress, j.progress_note),
        e as (
            insert into jobs.job_event (job_id, seq, type, data)
            select id, event_seq, 3, json_build_object('fraction', progress, 'message', progress_note) from u)
        select id, event_seq from u
        """;

    // Progress lost in a crash of the database is told anew by the job that goes on: nobody waits for the disk.
    private const string Hastily = "select set_config('synchronous_commit', 'off', true)";

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Bell _bell = new(time);
    private Dictionary<JobRun, (float Fraction, string Note)> _newest = [];
    private Dictionary<JobRun, (float Fraction, string Note)> _leaving = []; // on their way to the database

    public void Report(JobRun run, float fraction, string note)
    {
        lock (_lock)
            _newest[run] = (fraction, note);
        _bell.Ring();
    }

    /// <summary>
    /// What was reported and may not be written yet; a run that ends writes it together with its end, since what is still
    /// on its way then comes too late.
    /// </summary>
    public (float Fraction, string Note)? Take(JobRun run)
    {
        lock (_lock)
            return _newest.Remove(run, out var progress) || _leaving.TryGetValue(run, out progress) ? progress : null;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await _bell.WaitAsync(TimeSpan.FromHours(1), cancel);
            try
            {
                await WriteAsync(cancel);
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // The next report of the job carries the newer value.
            }
            await Task.Delay(Apart, time, cancel);
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        lock (_lock)
            (_leaving, _newest) = (_newest, []);
        foreach (var node in _leaving.GroupBy(one => one.Key.Claim.NodeId))
        {
            await using var both = database.CreateBatch();
            both.Timeout = Bounds.Seconds;
            both.BatchCommands.Add(new NpgsqlBatchCommand(Hastily));
            var command = new NpgsqlBatchCommand(Write);
            both.BatchCommands.Add(command);
            command.Parameters.Add(new() { Value = node.Key });
            command.Parameters.Add(Sql.Array(node.Select(one => one.Key.Id), NpgsqlDbType.Bigint));
            command.Parameters.Add(Sql.Array(node.Select(one => one.Key.Claim.Fence), NpgsqlDbType.Integer));
            command.Parameters.Add(Sql.Array(node.Select(one => one.Value.Fraction), NpgsqlDbType.Real));
            command.Parameters.Add(Sql.Array(node.Select(one => one.Value.Note), NpgsqlDbType.Text));
            await using var row = await both.ExecuteReaderAsync(cancel);
            await row.NextResultAsync(cancel);
            var written = new List<(long Job, int Seq)>();
            while (await row.ReadAsync(cancel))
                written.Add((row.GetInt64(0), row.GetInt32(1)));
            notices.Events(written); // together: what is told after the first notice waits for the next
        }
    }
}
