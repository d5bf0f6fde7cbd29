using Atelier.Language.Cast;
using static Atelier.Benchmarks.Language.LanguageBenchmark;

namespace Atelier.Benchmarks.Language;

internal static class LanguageReport
{
    public static void Write(string title, Score score)
    {
        Line($"## {title}\n");
        Line($"| measure | value |\n|---|---|");
        Line($"| annotated quotations | {score.Gold} |");
        Line($"| found | {Share(score.Found, score.Gold)} |");
        Line($"| marked by the reader, not by the annotators, in between | {score.Extra} |");
        Line($"| right speaker, of all | **{Share(score.Right, score.Gold)}** |");
        foreach (var (kind, count) in score.ByKind.OrderBy(one => one.Key))
            Line($"| {kind.ToString().ToLowerInvariant()} | {Share(count.Right, count.All)} of {count.All} |");
        foreach (
            var (kind, count) in score.ByGoldKind.Where(one => one.Key is not ("" or "nan")).OrderBy(one => one.Key)
        )
            Line($"| {kind}, say the annotators | {Share(count.Right, count.All)} of {count.All} |");
        foreach (var (tier, count) in score.ByTier.OrderBy(one => one.Key))
            Line(
                $"| tier {tier.ToString().ToLowerInvariant()} | {Share(count.Right, count.All)}, covers {Share(count.All, score.Gold)} |"
            );
        Line($"| annotated speakers in the cast | {Share(score.SpeakersFound, score.Speakers)} of {score.Speakers} |");
        Line($"\n| rule | quotations | right |\n|---|---|---|");
        foreach (var (rule, count) in score.ByRule.OrderByDescending(one => one.Value.All))
            Line($"| {rule} | {count.All} | {Share(count.Right, count.All)} |");
        Line($"\n| stated confidence | quotations | right |\n|---|---|---|");
        foreach (
            var bin in score.Confidences.GroupBy(one => Math.Min(9, (int)(one.Confidence * 10))).OrderBy(bin => bin.Key)
        )
            Line(
                $"| {bin.Key / 10.0:0.0} to {(bin.Key + 1) / 10.0:0.0} | {bin.Count()} | {Share(bin.Count(one => one.Right), bin.Count())} |"
            );
        Line($"");
    }

    public static void Write(CastScore score)
    {
        Line($"| people | value |\n|---|---|");
        foreach (var (rank, count) in score.ByRank.OrderBy(one => one.Key))
            Line(
                $"| {rank.ToString().ToLowerInvariant()} characters found | {Share(count.Found, count.All)} of {count.All} |"
            );
        foreach (var (top, count) in score.ByTop.OrderBy(one => one.Key))
        {
            Line($"| of the novel's people among the first {top} | {Share(count.Known, count.All)} of {count.All} |");
            Line($"| and none of them twice | {Share(count.Right, count.All)} of {count.All} |");
        }
        Line($"");
        foreach (var miss in score.Misses)
            Line($"- {miss}");
        Line($"");
    }

    private static string Share(int part, int whole) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0} %");
}
