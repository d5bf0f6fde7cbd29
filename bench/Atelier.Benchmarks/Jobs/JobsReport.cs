using System.Globalization;
using System.Text;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Medians of the rounds with the least and the most, and how we stand against each peer.</summary>
internal static class JobsReport
{
    public static string ToMarkdown(JobsPlan plan, IReadOnlyList<Measurement> all)
    {
        var text = new StringBuilder();
        Line(
            text,
            $"{plan.Count:N0} jobs that do nothing, rounds: {plan.Rounds}. Medians, with the least and the most."
        );
        foreach (var what in all.GroupBy(one => one.What))
        {
            Line(text, $"");
            Line(text, $"| {what.Key} | median | range |");
            Line(text, $"|---|---:|---:|");
            foreach (var engine in what.GroupBy(one => one.Engine))
            {
                var values = Sorted(engine);
                Line(
                    text,
                    $"| {engine.Key} | {Number(Median(values))} | {Number(values[0])} to {Number(values[^1])} |"
                );
            }
        }
        Aims.Write(text, all);
        var foreign = all.Select(one => one.Foreign).OfType<double>().Order().ToList();
        if (foreign.Count > 0)
        {
            Line(text, $"");
            Line(
                text,
                $"Of the machine's {Environment.ProcessorCount} cores, other work took {Median(foreign):F2} (at most {foreign[^1]:F2})."
            );
        }
        return text.ToString();
    }

    public static double? Of(IEnumerable<Measurement> all, string engine, string what)
    {
        var values = Sorted(all.Where(one => one.Engine == engine && one.What == what));
        return values.Count == 0 ? null : Median(values);
    }

    public static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private static List<double> Sorted(IEnumerable<Measurement> some) => [.. some.Select(one => one.Value).Order()];

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    private static string Number(double value) =>
        value.ToString(
            value >= 100 ? "N0"
                : value >= 10 ? "N1"
                : "N2",
            CultureInfo.InvariantCulture
        );
}
