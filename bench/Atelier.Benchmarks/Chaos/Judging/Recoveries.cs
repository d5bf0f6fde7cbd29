using Atelier.Benchmarks.Chaos.Faults;
using Npgsql;

namespace Atelier.Benchmarks.Chaos.Judging;

/// <param name="Pause">
/// The longest time without a finished job that began, or went on, within 10 s of the fault, while the database was there.
/// </param>
/// <param name="Rescues">From the fault to each job of the process that was hit being taken over.</param>
internal sealed record Recovery(Happened Happened, TimeSpan Pause, IReadOnlyList<TimeSpan> Rescues);

/// <summary>How soon work went on after each fault, by the times the database wrote down.</summary>
internal sealed record Recoveries(IReadOnlyList<Recovery> All)
{
    /// <summary>The pause that is too long, and how long after a fault it is looked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const string Ends = "select at from jobs.job_event where outcome = 0 order by at";

    private const string Taken = """
        select e.at from jobs.job_event e join jobs.node n on n.id = e.node_id
        where e.outcome = 5 and n.name like '%:' || $1 and e.at between $2 and $2 + interval '30 s' and e.started_at < $2
        """;

    public Check Check
    {
        get
        {
            var late = All.Where(one => one.Pause > Longest).ToList();
            var first = late.Count == 0 ? null : $"{late[0].Happened.Fault}: {late[0].Pause}";
            return new Check("no job finished for 10 s after a fault", late.Count, first);
        }
    }

    public static async Task<Recoveries> MeasureAsync(
        ChaosDatabase database,
        IReadOnlyList<Happened> faults,
        IReadOnlyList<Outage> outages
    )
    {
        var ends = await TimesAsync(database.Source.CreateCommand(Ends));
        var all = new List<Recovery>();
        foreach (var fault in faults)
        {
            var rescues = new List<TimeSpan>();
            if (fault.Fault.Kind is FaultKind.Kill or FaultKind.LongFreeze)
            {
                var taken = database.Source.CreateCommand(Taken);
                taken.Parameters.Add(new() { Value = fault.Process.ToString(provider: null) });
                taken.Parameters.Add(new() { Value = fault.At });
                rescues = [.. (await TimesAsync(taken)).Select(at => at - fault.At)];
            }
            all.Add(new Recovery(fault, LongestPause(ends, fault.At, outages), rescues));
        }
        return new Recoveries(all);
    }

    private static TimeSpan LongestPause(List<DateTimeOffset> ends, DateTimeOffset from, IReadOnlyList<Outage> outages)
    {
        var next = ends.BinarySearch(from) is var found && found < 0 ? ~found : found;
        var (last, longest) = (from, TimeSpan.Zero);
        for (; last < from + Longest; next++)
        {
            if (next == ends.Count)
                return from == last ? TimeSpan.MaxValue : longest; // the run was over
            var pause = ends[next] - last;
            foreach (var outage in outages)
                pause -= Both(outage, last, ends[next]);
            longest = pause > longest ? pause : longest;
            last = ends[next];
        }
        return longest;
    }

    private static TimeSpan Both(Outage outage, DateTimeOffset from, DateTimeOffset to)
    {
        var both = (outage.To < to ? outage.To : to) - (outage.From > from ? outage.From : from);
        return both > TimeSpan.Zero ? both : TimeSpan.Zero;
    }

    private static async Task<List<DateTimeOffset>> TimesAsync(NpgsqlCommand command)
    {
        await using var _ = command;
        var times = new List<DateTimeOffset>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            times.Add(row.GetFieldValue<DateTimeOffset>(0));
        return times;
    }
}
