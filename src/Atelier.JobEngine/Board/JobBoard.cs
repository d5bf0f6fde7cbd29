using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Atelier.JobEngine.Board;

/// <summary>What those see who look after all jobs. Every question is answered from indexes and at a bounded price.</summary>
public sealed partial class JobBoard
{
    private readonly NpgsqlDataSource _database;

    internal JobBoard(NpgsqlDataSource database) => _database = database;

    /// <summary>
    /// Newest first. With a rare thing to look for it may stop early, with few jobs or none: go on from
    /// <see cref="JobFindings.Stop"/>.
    /// </summary>
    public async Task<JobFindings> FindAsync(JobQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var few = JobSearch.LiveRows(query.State) is { } live && await AreFewAsync(live, query.OwnerId, cancel);
        await using var command = _database.CreateCommand();
        new JobSearch(command, query).Write(few);
        var jobs = new List<JobSummary>();
        Guid? stop = null;
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            stop = row.IsDBNull(JobClient.SummaryWidth) ? null : row.GetGuid(JobClient.SummaryWidth);
            if (!row.IsDBNull(0))
                jobs.Add(JobClient.Summary(row));
        }
        return new JobFindings(jobs, jobs.Count < query.Limit ? stop : null);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Written from constants.")]
    private async Task<bool> AreFewAsync(string live, Guid? owner, CancellationToken cancel)
    {
        await using var count = _database.CreateCommand(JobSearch.CountLive(live, owner is not null));
        if (owner is { } id)
            count.Parameters.Add(new() { Value = id });
        return await count.ExecuteScalarAsync(cancel) is < (long)JobSearch.Window;
    }
}
