namespace Atelier.Campaigns.Comments.Checking;

/// <summary>What a text is about: its words without the small ones, cut to their stems.</summary>
internal static class Stems
{
    public static IEnumerable<string> Of(string text, Lexicon? lexicon) => Of(Wording.Of(text), lexicon);

    public static IEnumerable<string> Of(IEnumerable<FoldedWord> words, Lexicon? lexicon)
    {
        foreach (var word in words)
        {
            var text = WithoutElision(word.Text);
            if (text.Length > 2 && lexicon?.IsFunctionWord(text) is not true && !lexicon.IsFunctionWordOf(word.Text))
                yield return lexicon?.Stem(text) ?? text;
        }
    }

    /// <summary>How alike two texts are by their content words, the frequent ones damped: 0 to 1.</summary>
    public static double Cosine(IReadOnlyDictionary<string, int> a, IReadOnlyDictionary<string, int> b)
    {
        double dot = 0;
        foreach (var (stem, count) in a)
            if (b.TryGetValue(stem, out var there))
                dot += Damped(count) * Damped(there);
        return dot == 0 ? 0 : dot / (Norm(a) * Norm(b));
    }

    public static Dictionary<string, int> Count(IEnumerable<string> stems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in stems)
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        return counts;
    }

    /// <summary>"l'eau" is water, and "j'ai" has no subject of its own.</summary>
    private static string WithoutElision(string word)
    {
        var mark = word.IndexOf('\'');
        return
            mark is 1 or 2 && mark + 1 < word.Length && (mark == 1 || word.StartsWith("qu", StringComparison.Ordinal))
            ? word[(mark + 1)..]
            : word;
    }

    private static bool IsFunctionWordOf(this Lexicon? lexicon, string word) => lexicon?.IsFunctionWord(word) is true;

    private static double Damped(int count) => 1 + Math.Log(count);

    private static double Norm(IReadOnlyDictionary<string, int> counts) =>
        Math.Sqrt(counts.Values.Sum(count => Damped(count) * Damped(count)));
}
