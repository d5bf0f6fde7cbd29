using System.Globalization;
using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine.Board;

/// <summary>
/// Writes the statement for a <see cref="JobQuery"/>. Whatever is asked, it reads at most <see cref="Window"/> jobs: those
/// of an index in the order of the list, of which the ones that answer the query are kept.
/// </summary>
internal sealed class JobSearch
{
    /// <summary>How many jobs one search looks at.</summary>
    public const int Window = 10_000;

    private const string Waiting = "state in (0, 1, 6)";
    private const string Running = "state = 2";

    private readonly NpgsqlCommand _command;
    private readonly JobQuery _query;

    public JobSearch(NpgsqlCommand command, JobQuery query) => (_command, _query) = (command, query);

    /// <summary>The few rows of an index that holds nothing else; null when the state has none.</summary>
    public static string? LiveRows(JobState? state) =>
        state switch
        {
            JobState.Queued => Waiting,
            JobState.Running => Running,
            _ => null,
        };

    /// <summary>Whether there are so many that a walk in the list's order finds them soon.</summary>
    public static string CountLive(string rows, bool ofOwner) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"select count(*) from (select from jobs.job where {rows}{(ofOwner ? " and owner_id = $1" : "")} limit {Window}) x"
        );

    /// <param name="few">All rows in this state are read and sorted: they are fewer than a window.</param>
    public void Write(bool few)
    {
        var walked = new List<string>();
        var kept = new List<string>();
        Add(walked, "public_id <", Earlier(_query.Before, IdAt(_query.To)));
        Add(walked, "public_id >=", IdAt(_query.From));
        Add(walked, "owner_id =", _query.OwnerId);
        Add(kept, "j.kind_id = (select id from jobs.kind where name =", _query.Kind, ")");
        Add(kept, "j.lane_id = (select id from jobs.lane where name =", _query.Lane, ")");
        const string words = "concat_ws(' ', k.name, d.subject, d.error ->> 'code', d.error ->> 'message')";
        Add(kept, $"strpos(lower({words}), lower(", _query.Text, ")) > 0");
        // What ended badly has an index of its own in this order, but not for each owner.
        var ends = _query is { OwnerId: null, State: JobState.Failed or JobState.Cancelled };
        switch (_query.State)
        {
            case JobState.Failed or JobState.Cancelled when ends:
                walked.Add(_query.State is JobState.Failed ? "state = 5" : "state = 4");
                break;
            case { } state when !few:
                kept.Add($"j.state in ({string.Join(", ", StoredState.Stored(state))})");
                break;
        }
        var window = kept.Count > 0 ? Window : _query.Limit;
        var rows =
            few ? "live"
            : ends ? "jobs.job"
            : "(select job_id as id, public_id, owner_id from jobs.job_data) all_jobs";
        _command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            with {(
                few
                    ? $"live as materialized (select * from jobs.job where {LiveRows(_query.State)}{OfOwner(walked)}), "
                    : ""
            )}
            w as materialized (
                select id, public_id from {rows}{All(" where ", walked)}
                order by public_id desc limit {window})
            select found.*, stop.public_id
            from (select case when count(*) = {window} then (array_agg(public_id order by public_id))[1] end as public_id from w) stop
            left join (
                {JobClient.SummaryColumns}
                from w
                join jobs.job j on j.id = w.id
                join jobs.job_data d on d.job_id = w.id
                join jobs.kind k on k.id = j.kind_id
                join jobs.lane l on l.id = j.lane_id{All(" where ", kept)}
                order by w.public_id desc limit {_query.Limit}) found on true
            order by found.public_id desc
            """
        );
    }

    private static string All(string word, List<string> conditions) =>
        conditions.Count > 0 ? word + string.Join(" and ", conditions) : "";

    private static string OfOwner(List<string> walked) =>
        walked.Find(condition => condition.StartsWith("owner_id", StringComparison.Ordinal)) is { } owner
            ? " and " + owner
            : "";

    private void Add(List<string> conditions, string before, object? value, string after = "")
    {
        if (value is null)
            return;
        _command.Parameters.Add(new() { Value = value });
        conditions.Add(string.Create(CultureInfo.InvariantCulture, $"{before} ${_command.Parameters.Count}{after}"));
    }

    /// <summary>The first id (UUIDv7) of a millisecond.</summary>
    private static Guid? IdAt(DateTimeOffset? moment)
    {
        if (moment is not { } at)
            return null;
        var hex = Math.Max(at.ToUnixTimeMilliseconds(), 0).ToString("x12", CultureInfo.InvariantCulture);
        return Guid.ParseExact(hex.PadRight(32, '0'), "N");
    }

    // As PostgreSQL compares them: byte by byte, as they are written.
    private static Guid? Earlier(Guid? one, Guid? other) =>
        one is null || other is null ? one ?? other
        : string.CompareOrdinal($"{one}", $"{other}") < 0 ? one
        : other;
}
