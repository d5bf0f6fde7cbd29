using Atelier.Language;
using Atelier.Library.Documents;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>The sentences of excerpts, each with its place in the whole text.</summary>
internal static class Lines
{
    private const int Shortest = 25;
    private const int Longest = 420;

    public static IReadOnlyList<Line> Of(IEnumerable<Excerpt> excerpts) =>
        [.. excerpts.SelectMany(Of).DistinctBy(line => line.Start)];

    private static IEnumerable<Line> Of(Excerpt excerpt)
    {
        var (at, points) = (0, 0);
        string? before = null;
        foreach (var sentence in Sentences.Split(excerpt.Body))
        {
            var gap = excerpt.Body.AsSpan(at, sentence.Start - at);
            points += Points(gap);
            if (gap.Count('\n') > 1)
                before = null;
            var text = excerpt.Body.Substring(sentence.Start, sentence.Length);
            var (start, length) = (excerpt.Start + points, Points(text));
            (at, points) = (sentence.Start + sentence.Length, points + length);
            if (text.Length is >= Shortest and <= Longest && IsWhole(text))
                yield return new(text.ReplaceLineEndings(" "), start, start + length, excerpt.Chapter, before);
            before = text;
        }
    }

    /// <summary>Begins like a sentence and ends like one, and no quotation is torn open.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text) =>
        char.IsUpper(text[0])
        && text[^1] is '.' or '!' or '?' or '…'
        && text.Count('“') == text.Count('”')
        && text.Count('"') % 2 == 0;

    private static int Points(ReadOnlySpan<char> text)
    {
        var points = text.Length;
        foreach (var c in text)
            if (char.IsLowSurrogate(c))
                points--;
        return points;
    }
}
