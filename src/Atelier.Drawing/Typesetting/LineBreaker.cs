namespace Atelier.Drawing.Typesetting;

/// <summary>
/// Fewest lines first, then the best shape: lines as even as can be, phrases kept together where a small unevenness
/// buys it, and no single word alone on the last line. Dynamic programming over all breaks.
/// </summary>
internal static class LineBreaker
{
    private const double LoneWord = 0.30;
    private const double WeakEnd = 0.012;
    private const double PhraseEnd = -0.016;
    private const double SentenceStart = 0.030; // its first word left behind at a line's end
    private const double SentenceEnd = 0.022; // its last word alone at a line's start

    private static readonly HashSet<string> Weak = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "and",
        "but",
        "or",
        "I",
        "my",
        "his",
        "her",
        "its",
        "their",
        "very",
        "so",
    };

    public static IReadOnlyList<string> Break(IReadOnlyList<Word> words, LineMeasure measure, double maxWidth)
    {
        if (words.Count == 0)
            return [];
        var space = measure.Width(" ");
        var reach = new double[words.Count + 1]; // reach[i]: width of the first i words set in one line
        for (var i = 0; i < words.Count; i++)
            reach[i + 1] = reach[i] + measure.Width(words[i].Text) + (words[i].SpaceBefore ? space : 0);

        double Width(int from, int to) => reach[to] - reach[from] - (words[from].SpaceBefore ? space : 0);

        var count = FewestLines(words.Count, Width, maxWidth);
        var target = Math.Min(maxWidth, reach[words.Count] / count);
        // cost[k][j]: best cost of the first j words in k lines.
        var cost = new double[count + 1, words.Count + 1];
        var from = new int[count + 1, words.Count + 1];
        for (var line = 0; line <= count; line++)
        for (var j = 0; j <= words.Count; j++)
            cost[line, j] = line == 0 && j == 0 ? 0 : double.PositiveInfinity;
        for (var line = 1; line <= count; line++)
        for (var j = line; j <= words.Count; j++)
        {
            // A break here must leave neither more than fits before it nor more than fits after it.
            if (reach[j] > line * (maxWidth + space) || reach[^1] - reach[j] > (count - line) * (maxWidth + space))
                continue;
            for (var i = j - 1; i >= line - 1; i--)
            {
                var width = Width(i, j);
                if (width > maxWidth && j - i > 1)
                    break;
                var off = (width - target) / maxWidth;
                var here = cost[line - 1, i] + off * off + EndCost(words, i, j);
                if (here < cost[line, j])
                    (cost[line, j], from[line, j]) = (here, i);
            }
        }

        var lines = new string[count];
        for (var (line, end) = (count, words.Count); line > 0; line--)
        {
            var start = from[line, end];
            lines[line - 1] = Join(words, start, end);
            end = start;
        }

        return lines;
    }

    private static int FewestLines(int words, Func<int, int, double> width, double maxWidth)
    {
        var lines = 1;
        for (var (start, end) = (0, 1); end <= words; end++)
            if (width(start, end) > maxWidth && end - start > 1)
                (lines, start) = (lines + 1, end - 1);
        return lines;
    }

    private static double EndCost(IReadOnlyList<Word> words, int start, int end)
    {
        if (end == words.Count)
            return end - start == 1 && start > 0 ? LoneWord : 0;
        var last = words[end - 1].Text;
        var cost =
            last[^1] is '.' or ',' or '!' or '?' or ';' or ':' or '—' or '…' or '”' or '"' ? PhraseEnd
            : Weak.Contains(last) ? WeakEnd
            : 0;
        if (end - start > 1 && EndsSentence(words[end - 2].Text) && !EndsSentence(last))
            cost += SentenceStart;
        if (EndsSentence(words[end].Text))
            cost += SentenceEnd;
        return cost;
    }

    private static bool EndsSentence(string word) => word.TrimEnd('”', '"', '’') is [.., '.' or '!' or '?' or '…'];

    private static string Join(IReadOnlyList<Word> words, int start, int end) =>
        string.Concat(
            Enumerable
                .Range(start, end - start)
                .Select(i => (i > start && words[i].SpaceBefore ? " " : "") + words[i].Text)
        );
}
