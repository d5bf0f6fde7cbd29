using System.Runtime.CompilerServices;
using Npgsql;

namespace Atelier.JobEngine;

public sealed partial class JobClient
{
    private const string CancelAllSql = CancelWhere + "owner_id" + CancelAndTell;

    private const string DeleteAllSql = """
        with owned as materialized (select job_id from jobs.job_data where owner_id = $1),
        gone as (delete from jobs.job where id in (select job_id from owned) and state in (3, 4, 5) returning id),
        e as (delete from jobs.job_event where job_id in (select id from gone)),
        s as (delete from jobs.job_step where job_id in (select id from gone)),
        d as (delete from jobs.job_data where job_id in (select id from gone))
        select count(*)::int from jobs.job where id in (select job_id from owned) and state in (0, 1, 2, 6)
        """;

    private const string FindInStepsSql = """
        select found[1] from jobs.job_step s join jobs.job j on j.id = s.job_id
        cross join lateral regexp_matches(s.result::text, $1, 'g') found
        where j.state <> 3 or j.finished_at > $2
        """;

    /// <summary>Cancels all of an owner's jobs, when the caller's transaction commits.</summary>
    public static async Task CancelAllAsync(
        NpgsqlTransaction transaction,
        Guid owner,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await using var command = new NpgsqlCommand(CancelAllSql, transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = owner });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Removes all of an owner's finished jobs with their steps, attempts and events.</summary>
    /// <returns>How many have not finished yet, and stay.</returns>
    public async Task<int> DeleteAllAsync(Guid owner, CancellationToken cancel = default) =>
        (int)(await ScalarAsync(DeleteAllSql, owner, cancel))!;

    /// <summary>
    /// Every match of a regular expression in the stored results of steps, of all jobs but those that succeeded longer
    /// than <paramref name="recent"/> ago: what a job that goes on, or is queued again, may still need.
    /// </summary>
    public async IAsyncEnumerable<string> FindInStepsAsync(
        string pattern,
        TimeSpan recent,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var command = _database.CreateCommand(FindInStepsSql);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = pattern });
        command.Parameters.Add(new() { Value = (_time.GetUtcNow() - recent).ToUniversalTime() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            yield return rows.GetString(0);
    }
}
