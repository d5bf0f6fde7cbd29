using System.Globalization;
using System.Text;
using Atelier.Benchmarks.Chaos.Faults;
using Atelier.Benchmarks.Chaos.Judging;
using Atelier.Benchmarks.Chaos.Nodes;
using Atelier.Benchmarks.Chaos.Writing;

namespace Atelier.Benchmarks.Chaos;

internal sealed record ChaosReport(
    int Seed,
    TimeSpan Length,
    TimeSpan Drained,
    IReadOnlyList<Outage> Outages,
    IReadOnlyList<Ledger> Ledgers,
    Sampler Sampler,
    IReadOnlyList<Check> Checks,
    Recoveries Recoveries
)
{
    public bool IsClean => Checks.All(check => check.Found == 0);

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            # Chaos

            `./atelier bench chaos --minutes {Length.TotalMinutes} --seed {Seed}`: {Cluster.Size} nodes and {Ledgers.Count} writers on one
            PostgreSQL, {Environment.ProcessorCount} cores, load average at the end {load}. The seed gives the faults and their times; which statement a fault hits
            is up to the machine.

            {Ledgers.Sum(one => one.Queued)} jobs queued, {Ledgers.Sum(one => one.Cancelled)} cancelled, {Ledgers.Sum(one =>
                one.Retried
            )} retried; {Ledgers.Sum(one => one.Broken)} times a writer saw its connection break. {Recoveries.All.Count} faults. Everything
            was done {Drained.TotalSeconds:F1} s after the last of them.

            | must not be | found | such as |
            |---|---|---|
            """
        );
        foreach (var check in Checks)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {check.Name} | {check.Found} | {check.Example} |");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"""

            Limits were looked at {Sampler.Samples} times. The database took {Outages
                .Select(one => (one.To - one.From).TotalSeconds)
                .DefaultIfEmpty()
                .Max():F1} s at most from being struck down until it took connections again; that
            time is not counted as a pause.

            | fault | times | pause without a finished job: median, longest | jobs taken over | after: median, longest |
            |---|---|---|---|---|
            """
        );
        foreach (var kind in Recoveries.All.GroupBy(one => one.Happened.Fault.Kind).OrderBy(kind => kind.Key))
        {
            var work = Spread([.. kind.Select(one => one.Pause)]);
            var rescues = kind.SelectMany(one => one.Rescues).ToList();
            var taken = rescues.Count > 0 ? Spread(rescues) : "";
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {work} | {rescues.Count} | {taken} |"
            );
        }
        return text.ToString();
    }

    private static string Spread(List<TimeSpan> times)
    {
        times.Sort();
        return times.Count == 0
            ? "never"
            : FormattableString.Invariant($"{times[times.Count / 2].TotalSeconds:F2} s, {times[^1].TotalSeconds:F2} s");
    }
}
