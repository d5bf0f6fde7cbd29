using Atelier.Reading.Articles;
using static Atelier.Benchmarks.Reading.ReadingBenchmark;

namespace Atelier.Benchmarks.Reading;

/// <summary>Whether readers may write under a page: what was read against what people saw in the page's markup.</summary>
internal static class OpennessReport
{
    private const string Labels = "bench/reading/openness-labels.tsv";

    public static void Write(IReadOnlyList<SavedPage> saved, List<(ArticlePage? Page, double Milliseconds)> ours)
    {
        var found = saved.Select((page, i) => (page.Name, Openness: ours[i].Page?.Openness)).ToDictionary(p => p.Name);
        var pages = File.ReadLines(Labels)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => found.ContainsKey(cells[0]))
            .Select(cells =>
                (Name: cells[0], Want: Enum.Parse<OpennessState>(cells[1], ignoreCase: true), found[cells[0]].Openness)
            )
            .ToList();
        Line($"## Whether comments are open, on {pages.Count} of these pages\n");
        Line(
            $"""
            The labels are our own: one engineer read the markup of every saved page that is a page of the web and no test of markup, and wrote
            down a state and what shows it ([openness-labels.tsv](../reading/openness-labels.tsv)), before the reader was asked. A service
            that wants an account counts as open with a login, one that has ended as none. No page says that comments are
            held for approval, and one is closed: of those states this says little or nothing. F1 is of each state, the macro F1 their mean.
            Asked for the first time, the reader had a macro F1 of 0.489. Services it did not know, settings and ways to say "log in" were then
            added with these pages in view, so a higher score here says less about other pages. No label was changed afterwards, not
            even that of keep-images, which looks wrong now.

            """
        );
        Line($"| state | pages | read so | of these right | F1 |\n|---|---|---|---|---|");
        var scores = new List<double>();
        foreach (var state in pages.Select(page => page.Want).Distinct().Order())
        {
            var (labelled, read) = (pages.Count(p => p.Want == state), pages.Count(p => p.Openness?.State == state));
            var right = pages.Count(p => p.Want == state && p.Openness?.State == state);
            scores.Add(2.0 * right / (labelled + read));
            Line($"| {state} | {labelled} | {read} | {right} | {scores[^1]:0.000} |");
        }
        Line($"\nMacro F1 over {scores.Count} states: **{scores.Average():0.000}**. Read otherwise:\n");
        Line($"| page | label | read as | because of |\n|---|---|---|---|");
        foreach (var (name, want, openness) in pages.Where(page => page.Want != page.Openness?.State))
            Line($"| {name} | {want} | {openness?.State} | {Cell(openness?.Evidence)} |");
        Line($"");
    }

    private static string Cell(string? evidence)
    {
        var line = (evidence ?? "").ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return $"`{(line.Length > 80 ? line[..80] : line).Replace('`', '\'')}`";
    }
}
