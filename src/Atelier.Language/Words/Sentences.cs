using System.Buffers;

namespace Atelier.Language;

/// <summary>
/// Cuts text into sentences. A blank line always ends one. A point, question or exclamation mark ends one unless it
/// belongs to an abbreviation or initial, or a speech tag follows: “Stop!” cried Pip. is one sentence. An ellipsis ends
/// one only when a capital follows.
/// </summary>
public static class Sentences
{
    private static readonly HashSet<string> SpeechVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "said",
        "says",
        "asked",
        "asks",
        "cried",
        "cries",
        "called",
        "whispered",
        "shouted",
        "replied",
        "answered",
        "yelled",
        "laughed",
        "giggled",
        "sighed",
        "sang",
        "murmured",
        "mumbled",
        "added",
        "agreed",
        "thought",
        "wondered",
        "begged",
        "gasped",
        "roared",
        "squeaked",
        "chirped",
        "hooted",
        "growled",
        "grumbled",
        "exclaimed",
        "announced",
        "declared",
        "told",
        "continued",
        "snapped",
    };

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…。！？");
    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("\"”’»)");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \n\r\t\u00A0\u2003\u3000");

    public static IReadOnlyList<Sentence> Split(string text)
    {
        var words = Tokenizer.Words(text);
        var sentences = new List<Sentence>();
        var (first, before) = (0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Start : text.Length;
            var gap = text.AsSpan(words[i].End, next - words[i].End);
            if (i + 1 < words.Count && !Ends(words, i, gap))
                continue;
            var end = words[i].End + ClosingLength(gap);
            var start = words[first].Start - OpeningLength(text, words[first].Start, before);
            sentences.Add(new Sentence(start, end - start, [.. words.Skip(first).Take(i + 1 - first)]));
            before = end;
            first = i + 1;
        }
        return sentences;
    }

    private static bool Ends(IReadOnlyList<Token> words, int i, ReadOnlySpan<char> gap)
    {
        if (HasBlankLine(gap))
            return true;
        var (word, next) = (words[i], words[i + 1]);
        var mark = gap.IndexOfAny(Marks);
        if (mark < 0)
            return word.Text[^1] == '.' && EndsAfterAbbreviation(word, next, gap);
        var tail = gap[mark..];
        var space = tail.IndexOfAny(Spaces);
        var close = tail.IndexOfAny(ClosingQuotes);
        if (space < 0 && close < 0 && tail[0] < 128)
            return false; // nothing stands between, as in "file.txt"
        if (tail[0] == '.' && word.Text.Length == 1 && word.IsCapitalised && word.Text != "I")
            return false; // an initial: "J. Smith"
        var quoted = close >= 0 && (space < 0 || close < space);
        if (quoted && (tail.IndexOfAny('“', '«') > 0 || tail.Count('"') > 1))
            return true; // another speaker begins
        if (quoted)
            return StartsAnew(next) && !IsSpeechTag(words, i + 1);
        return tail[0] == '…' || tail.StartsWith("..") ? StartsAnew(next) && !IsI(next) : StartsAnew(next);
    }

    private static bool StartsAnew(Token next) => !char.IsLower(next.Text[0]);

    /// <summary>"I" is a capital anywhere and says nothing about where a sentence starts.</summary>
    private static bool IsI(Token word) =>
        word.Text == "I" || word.Text.Length > 1 && word.Text[0] == 'I' && (word.Text[1] is '\'' or '’');

    private static bool EndsAfterAbbreviation(Token word, Token next, ReadOnlySpan<char> gap) =>
        !Abbreviations.IsTitle(word.Text) && next.IsCapitalised && !gap.ContainsAny(",;:") && word.Text.Length > 2;

    /// <summary>“Stop!” Pip said: a name of up to two words and a verb of speaking.</summary>
    private static bool IsSpeechTag(IReadOnlyList<Token> words, int at)
    {
        for (var i = at + 1; i <= at + 2 && i < words.Count; i++)
            if (SpeechVerbs.Contains(words[i].Text))
                return true;
        return false;
    }

    private static bool HasBlankLine(ReadOnlySpan<char> gap)
    {
        var breaks = 0;
        foreach (var c in gap)
            if (c is '\n' or '\u2029')
                breaks += c == '\n' ? 1 : 2;
        return breaks > 1;
    }

    private static int ClosingLength(ReadOnlySpan<char> gap)
    {
        var length = 0;
        while (length < gap.Length && !char.IsWhiteSpace(gap[length]))
            length++;
        return length;
    }

    private static int OpeningLength(string text, int word, int least)
    {
        var length = 0;
        while (word - length > least && !char.IsWhiteSpace(text[word - length - 1]))
            length++;
        return length;
    }
}
