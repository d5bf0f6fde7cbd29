using System.Globalization;
using Atelier.Language;

namespace Atelier.Library.Talk.Grounding;

/// <summary>How well texts answer a question, by the words they share: BM25 over stems.</summary>
internal static class WordMatch
{
    private const double K = 1.2;
    private const double B = 0.75;

    private static readonly HashSet<string> Empty = new(
        (
            "a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is "
            + "it its let may me might more most must my no not of on or our out over shall she should so some such than that "
            + "the their them then there these they this those to too up us very was we were what when where which who whom "
            + "why will with would you your about tell think know say said am any all one"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static IReadOnlyList<string> Stems(string text) =>
        [
            .. Tokenizer
                .Words(text)
                .Select(word => word.Text.ToLower(CultureInfo.InvariantCulture).Replace('’', '\''))
                .Where(word => word.Length > 1 && !Empty.Contains(word))
                .Select(Stem),
        ];

    /// <returns>Those that share anything with the question, the best first; ties in their own order.</returns>
    public static IReadOnlyList<(T Item, double Score)> Rank<T>(
        string question,
        IReadOnlyList<T> items,
        Func<T, string> text
    )
    {
        var asked = Stems(question).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0 || items.Count == 0)
            return [];
        var bags = items.Select(item => Stems(text(item))).ToList();
        var average = Math.Max(1, bags.Average(bag => bag.Count));
        var holding = asked.ToDictionary(
            term => term,
            term => bags.Count(bag => bag.Contains(term)),
            StringComparer.Ordinal
        );
        return
        [
            .. items
                .Select((item, i) => (Item: item, Score: ScoreOf(bags[i])))
                .Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score),
        ];

        double ScoreOf(IReadOnlyList<string> bag)
        {
            var score = 0.0;
            foreach (var term in asked)
            {
                var times = bag.Count(word => word == term);
                if (times == 0)
                    continue;
                var rare = Math.Log(1 + (items.Count - holding[term] + 0.5) / (holding[term] + 0.5));
                score += rare * times * (K + 1) / (times + K * (1 - B + B * bag.Count / average));
            }
            return score;
        }
    }

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["'s", "ing", "ed", "ies", "es", "s", "ly"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }
}
