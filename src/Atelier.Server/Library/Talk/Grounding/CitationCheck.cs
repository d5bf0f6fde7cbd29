using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Library.Talk.Grounding;

/// <summary>
/// Checks what an answer cites: that the passage exists, that quoted words stand in it, and that an unquoted claim shares
/// words with it. Where words are quoted, the citation points at exactly those.
/// </summary>
internal static partial class CitationCheck
{
    private const double Shared = 0.2;

    /// <param name="exact">Those whose places are known already.</param>
    public static IReadOnlyList<Citation> Of(
        string answer,
        IReadOnlyList<NumberedPassage> passages,
        IReadOnlyList<Citation> exact
    )
    {
        var citations = new List<Citation>();
        var from = 0;
        foreach (Match mark in Mark().Matches(answer))
        {
            var claim = answer[from..mark.Index];
            var at = Points(answer, mark.Index);
            foreach (var written in mark.Groups[1].Value.Split(','))
            {
                var n = int.Parse(written.Trim(), CultureInfo.InvariantCulture);
                citations.Add(
                    exact.FirstOrDefault(one => one.At == at && one.N == n) is { } known ? known
                    : passages.FirstOrDefault(passage => passage.N == n) is { } passage ? Check(n, at, claim, passage)
                    : new(n, at, null, null, Verified: false)
                );
            }
            from = mark.Index + mark.Length;
        }
        return citations;
    }

    private static Citation Check(int n, int at, string claim, NumberedPassage passage)
    {
        // The last quotation before the mark is what the mark stands for.
        if (Quoted().Matches(claim).LastOrDefault() is { } quoted)
        {
            var words = quoted.Groups.Values.Skip(1).First(group => group.Success).Value;
            return Find(words, passage.Text) is var (start, end)
                ? new(
                    n,
                    at,
                    passage.Start + Points(passage.Text, start),
                    passage.Start + Points(passage.Text, end),
                    true
                )
                : new(n, at, passage.Start, passage.End, Verified: false);
        }
        var claimed = WordMatch.Stems(LastSentence(claim)).ToHashSet(StringComparer.Ordinal);
        var there = WordMatch.Stems(passage.Text).ToHashSet(StringComparer.Ordinal);
        var verified = claimed.Count > 0 && claimed.Count(there.Contains) >= Math.Max(1, claimed.Count * Shared);
        return new(n, at, passage.Start, passage.End, verified);
    }

    /// <summary>Letters and digits only, whatever the case, the marks and the line breaks.</summary>
    private static (int Start, int End)? Find(string words, string text)
    {
        var (wanted, _) = Plain(words);
        var (there, places) = Plain(text);
        var found = wanted.Length == 0 ? -1 : there.IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? null : (places[found], places[found + wanted.Length - 1] + 1);
    }

    private static (string Letters, List<int> Places) Plain(string text)
    {
        var (letters, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
            if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
            {
                letters.Append(char.ToLowerInvariant(text[i]));
                places.Add(i);
            }
        return (letters.ToString(), places);
    }

    private static string LastSentence(string claim)
    {
        var trimmed = claim.TrimEnd().TrimEnd('.', '!', '?');
        var end = trimmed.LastIndexOfAny(['.', '!', '?', '\n']);
        return end < 0 ? trimmed : trimmed[(end + 1)..];
    }

    /// <summary>Code points before a place.</summary>
    public static int Points(string text, int index)
    {
        var points = index;
        for (var i = 0; i < index; i++)
            if (char.IsLowSurrogate(text[i]))
                points--;
        return points;
    }

    [GeneratedRegex(@"\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|„([^“”]+)[“”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
