using Atelier.Reading.Articles;
using static Atelier.Benchmarks.Reading.ReadingBenchmark;

namespace Atelier.Benchmarks.Reading;

internal static class PagesReport
{
    private const int Worst = 8;

    public static void Write(
        IReadOnlyList<SavedPage> saved,
        List<(ArticlePage? Page, double Milliseconds)> ours,
        Dictionary<string, (string Text, double Milliseconds)> peer
    )
    {
        var own = saved.Select((page, i) => ShingleScore.Of(page.Expected, ours[i].Page?.Text ?? "")).ToList();
        var other = saved.Select(page => ShingleScore.Of(page.Expected, peer[page.Name].Text)).ToList();
        Line($"## Main text of {saved.Count} pages\n");
        Line($"| reader | F1 | precision | recall | median | p95 | slowest |\n|---|---|---|---|---|---|---|");
        Row("Atelier.Reading", own, ours.Select(one => one.Milliseconds));
        Row("@mozilla/readability 0.6.0, jsdom 26.1.0", other, peer.Values.Select(one => one.Milliseconds));
        Line($"\nAims: F1 at least 0.95, p95 at most 40 ms. Pages that score lowest:\n");
        Line($"| page | F1 | precision | recall | Readability's F1 |\n|---|---|---|---|---|");
        foreach (var (page, i) in saved.Select((page, i) => (page, i)).OrderBy(one => own[one.i].F1).Take(Worst))
            Line(
                $"| {page.Name} | {own[i].F1:0.000} | {own[i].Precision:0.000} | {own[i].Recall:0.000} | {other[i].F1:0.000} |"
            );
        WriteFacts(saved, ours);
    }

    private static void Row(string name, List<ShingleScore> scores, IEnumerable<double> milliseconds)
    {
        var (mean, times) = (ShingleScore.Mean(scores), milliseconds.Order().ToList());
        Line(
            $"| {name} | **{mean.F1:0.000}** ± {ShingleScore.Spread(scores):0.000} | {mean.Precision:0.000} | {mean.Recall:0.000} | {times[times.Count / 2]:0.0} ms | {times[(int)(times.Count * 0.95)]:0.0} ms | {times[^1]:0.0} ms |"
        );
    }

    private static void WriteFacts(IReadOnlyList<SavedPage> saved, List<(ArticlePage? Page, double Milliseconds)> ours)
    {
        Line($"\n## Facts about these pages\n");
        Line(
            $"As Readability's tests expect them: where it finds a date line for an author, that counts against us.\n"
        );
        Line($"| fact | pages that have it | found |\n|---|---|---|");
        Share("title, letter by letter", one => one.Title, page => page.Title, (a, b) => a == b);
        Share("author, or part of the line", one => one.Author, page => page.Author, Alike);
        Share("language", one => one.Language, page => page.Language, (a, b) => a == b);
        Share(
            "moment of publication, to the second",
            one => one.Published,
            page => page.Published,
            (a, b) => (a - b)?.Duration() < TimeSpan.FromSeconds(1)
        );
        Line($"");

        void Share<T>(string fact, Func<SavedFacts, T?> expected, Func<ArticlePage, T?> found, Func<T, T, bool> same)
        {
            var pairs = saved
                .Select((page, i) => (Want: expected(page.Facts), Page: ours[i].Page))
                .Where(pair => pair.Want is not null)
                .ToList();
            var right = pairs.Count(pair => pair.Page is { } page && found(page) is { } had && same(pair.Want!, had));
            Line($"| {fact} | {pairs.Count} | {100.0 * right / Math.Max(1, pairs.Count):0.0} % |");
        }
    }

    private static bool Alike(string a, string b) =>
        a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);
}
