using System.Globalization;
using System.Text;

namespace Atelier.Videos.Captions;

/// <summary>Where a text may be cut, and where it is best cut.</summary>
internal static class LineBreaks
{
    public const int WidestLine = 42; // columns

    private const string EndsClause = ",;:.!?—–)…，、；：。！？";
    private const string NeverFirst = ",;:.!?)]}…%’”»，、；：。！？）》」』】";
    private const string NeverLast = "([{‘“«（《「『【";

    private static readonly HashSet<string> StartsClause = new(StringComparer.OrdinalIgnoreCase)
    {
        "and",
        "but",
        "or",
        "so",
        "because",
        "that",
        "which",
        "who",
        "when",
        "while",
        "where",
        "until",
        "before",
        "after",
        "as",
        "if",
    };

    /// <summary>How far a cut at this place is from a good one: 0 between clauses, more in the middle of things.</summary>
    /// <param name="At">The second part begins here, its leading space not yet taken off.</param>
    private readonly record struct Place(int At, double Cost);

    /// <returns>One line or two; null when the text does not fit.</returns>
    public static IReadOnlyList<string>? TwoLines(string text)
    {
        var columns = CaptionText.Columns(text);
        if (columns <= WidestLine)
            return [text];
        if (columns > 2 * WidestLine + 1)
            return null;
        var (best, least) = (default((string, string)?), double.MaxValue);
        foreach (var place in Places(text))
        {
            var (upper, lower) = Cut(text, place.At);
            var (above, below) = (CaptionText.Columns(upper), CaptionText.Columns(lower));
            if (above > WidestLine || below > WidestLine || above == 0 || below == 0)
                continue;
            var cost = Math.Abs(above - below) / (double)columns + 0.5 * place.Cost;
            if (cost < least)
                (best, least) = ((upper, lower), cost);
        }
        return best is { } lines ? [lines.Item1, lines.Item2] : null;
    }

    /// <summary>Two parts of about the same length, cut where a clause ends if one ends near the middle.</summary>
    /// <returns>Null for a text of a single character.</returns>
    public static (string First, string Second)? Halves(string text)
    {
        var columns = CaptionText.Columns(text);
        var (best, least) = (default((string, string)?), double.MaxValue);
        foreach (var place in Places(text))
        {
            var (first, second) = Cut(text, place.At);
            if (first.Length == 0 || second.Length == 0)
                continue;
            var cost = Math.Abs(0.5 - CaptionText.Columns(first) / (double)columns) + 0.45 * place.Cost;
            if (cost < least)
                (best, least) = ((first, second), cost);
        }
        return best;
    }

    private static (string, string) Cut(string text, int at) => (text[..at].TrimEnd(), text[at..].TrimStart());

    private static IEnumerable<Place> Places(string text)
    {
        for (var at = StringInfo.GetNextTextElementLength(text); at < text.Length; )
        {
            var (before, after) = (text[at - 1], text[at]);
            if (before == ' ')
                yield return new(at, CostAt(text, at));
            else if (after != ' ' && !NeverFirst.Contains(after) && !NeverLast.Contains(before))
                if (CaptionText.IsWide(Rune.GetRuneAt(text, at)) || EndsClause.Contains(before) && before > 0x2E80)
                    yield return new(at, EndsClause.Contains(before) ? 0 : 0.6);
                else
                    yield return new(at, 4); // inside a word: only when nothing else helps
            at += StringInfo.GetNextTextElementLength(text, at);
        }
    }

    private static double CostAt(string text, int at)
    {
        if (at >= 2 && EndsClause.Contains(text[at - 2]))
            return 0;
        var end = text.IndexOf(' ', at);
        var next = text[at..(end < 0 ? text.Length : end)];
        if (StartsClause.Contains(next))
            return 0.25;
        var start = text.LastIndexOf(' ', Math.Max(0, at - 2)) + 1;
        return at - 1 - start <= 3 ? 0.9 : 0.6; // not after "the", "of", "a"
    }
}
