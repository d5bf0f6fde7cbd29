using Atelier.Language.Cast;

namespace Atelier.Benchmarks.Language;

/// <summary>Counts over any number of texts.</summary>
internal sealed class Score
{
    public int Gold { get; private set; }

    public int Found { get; private set; }

    public int Right { get; private set; }

    public int Extra { get; private set; }

    public int Speakers { get; private set; }

    public int SpeakersFound { get; private set; }

    public Dictionary<QuotationKind, (int All, int Right)> ByKind { get; } = [];

    /// <summary>By what the annotators call explicit, anaphoric or implicit.</summary>
    public Dictionary<string, (int All, int Right)> ByGoldKind { get; } = [];

    public Dictionary<Tier, (int All, int Right)> ByTier { get; } = [];

    public Dictionary<string, (int All, int Right)> ByRule { get; } = [];

    public List<(double Confidence, bool Right, string Rule)> Confidences { get; } = [];

    public List<string> Misses { get; } = [];

    /// <returns>Which person of the report stands for which speaker.</returns>
    public Dictionary<string, int> Add(
        string name,
        string text,
        CastReport report,
        IReadOnlyList<GoldQuote> gold,
        Func<string, IReadOnlyList<string>> namesOf
    )
    {
        var pairs = Pair(report, gold);
        var matched = Matching.Of(report, pairs, namesOf);
        foreach (var (quote, found) in pairs)
        {
            Gold++;
            if (found is null)
            {
                Count(ByGoldKind, quote.Kind ?? "", false);
                Misses.Add($"{name}\tnot found\t{quote.Speaker}\t{text[quote.Span.Start..quote.Span.End]}");
                continue;
            }
            Found++;
            var right =
                found.Speaker is { } speaker && matched.TryGetValue(quote.Speaker, out var person) && person == speaker;
            Right += right ? 1 : 0;
            Count(ByGoldKind, quote.Kind ?? "", right);
            Count(ByKind, found.Kind, right);
            Count(ByTier, found.Tier, right);
            Count(ByRule, found.Rule, right);
            Confidences.Add((found.Confidence, right, found.Rule));
            if (!right)
                Misses.Add(
                    $"{name}\t{found.Rule} {found.Confidence:0.00}\t{quote.Speaker} <> {(found.Speaker is { } id ? report.People[id].Name : "-")}\t{text[quote.Span.Start..quote.Span.End]}"
                );
        }
        if (gold.Count > 0)
        {
            var (from, to) = (gold[0].Span.Start, gold[^1].Span.End);
            Extra += report.Quotations.Count(q =>
                q.Span.Start >= from && q.Span.End <= to && !gold.Any(g => g.Span.Overlaps(q.Span))
            );
        }
        var speakers = gold.Select(g => g.Speaker).Distinct().ToList();
        Speakers += speakers.Count;
        SpeakersFound += speakers.Count(speaker =>
            matched.ContainsKey(speaker) || report.People.Any(person => Matching.Fit(namesOf(speaker), person) > 0)
        );
        return matched;
    }

    private static List<(GoldQuote Gold, Quotation? Found)> Pair(CastReport report, IReadOnlyList<GoldQuote> gold)
    {
        var pairs = new List<(GoldQuote, Quotation?)>();
        var at = 0;
        foreach (var quote in gold)
        {
            while (at < report.Quotations.Count && report.Quotations[at].Span.End <= quote.Span.Start)
                at++;
            Quotation? best = null;
            var most = 0;
            for (var i = at; i < report.Quotations.Count && report.Quotations[i].Span.Start < quote.Span.End; i++)
            {
                var span = report.Quotations[i].Span;
                var shared = Math.Min(span.End, quote.Span.End) - Math.Max(span.Start, quote.Span.Start);
                if (shared > most)
                    (best, most) = (report.Quotations[i], shared);
            }
            pairs.Add((quote, most * 2 > quote.Span.Length ? best : null));
        }
        return pairs;
    }

    private static void Count<T>(Dictionary<T, (int All, int Right)> into, T key, bool right)
        where T : notnull
    {
        var (all, good) = into.GetValueOrDefault(key);
        into[key] = (all + 1, good + (right ? 1 : 0));
    }
}
