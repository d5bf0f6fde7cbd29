using System.Text.RegularExpressions;

namespace Atelier.Benchmarks.Reading;

/// <summary>
/// How much of a text was found, and how much of what was found belongs: by runs of four words, each counted as often as
/// it stands there. The metric of the article extraction benchmark by Zyte.
/// </summary>
internal readonly partial record struct ShingleScore(double Precision, double Recall)
{
    private const int Size = 4;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static ShingleScore Of(string expected, string found)
    {
        var (wanted, had) = (Shingles(expected), Shingles(found));
        double both = 0,
            tooMany = 0,
            missing = 0;
        foreach (var shingle in wanted.Keys.Union(had.Keys))
        {
            var (a, b) = (wanted.GetValueOrDefault(shingle), had.GetValueOrDefault(shingle));
            both += Math.Min(a, b);
            tooMany += Math.Max(0, b - a);
            missing += Math.Max(0, a - b);
        }
        if (tooMany == 0 && missing == 0)
            return new(1, 1);
        return new(both == 0 ? 0 : both / (both + tooMany), both == 0 ? 0 : both / (both + missing));
    }

    /// <summary>Means of precision and recall over pages; the F1 of these two.</summary>
    public static ShingleScore Mean(IReadOnlyCollection<ShingleScore> pages) =>
        new(pages.Average(page => page.Precision), pages.Average(page => page.Recall));

    /// <summary>How far the mean would stray with other pages of the same kind, by drawing them a thousand times.</summary>
    public static double Spread(IReadOnlyList<ShingleScore> pages)
    {
        var draw = new Random(1);
        var means = new List<double>();
        for (var i = 0; i < 1000; i++)
            means.Add(Mean([.. pages.Select(_ => pages[draw.Next(pages.Count)])]).F1);
        var middle = means.Average();
        return Math.Sqrt(means.Average(mean => (mean - middle) * (mean - middle)));
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Count > 0 && i < Math.Max(1, words.Count - Size + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Size));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
