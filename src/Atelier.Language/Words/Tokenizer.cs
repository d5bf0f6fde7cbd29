namespace Atelier.Language;

/// <summary>Finds words: runs of letters and digits, with the apostrophes, hyphens and points that belong inside.</summary>
public static class Tokenizer
{
    public static IReadOnlyList<Token> Words(string text)
    {
        var words = new List<Token>(text.Length / 5);
        for (var i = 0; i < text.Length; i++)
        {
            if (!InWord(text, i))
                continue;
            var start = i;
            while (i < text.Length && (InWord(text, i) || Joins(text, i)))
                i++;
            // The point of "a.m." and "Mr." belongs to the word.
            if (i < text.Length && text[i] == '.' && Abbreviations.OwnsItsPoint(text.AsSpan(start, i - start)))
                i++;
            words.Add(new Token(text[start..i], start));
        }
        return words;
    }

    private static bool InWord(string text, int at) =>
        char.IsLetterOrDigit(text, at)
        || char.IsLowSurrogate(text[at]) && at > 0 && char.IsLetter(text, at - 1)
        || at > 0 && char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool Joins(string text, int at)
    {
        if (at + 1 >= text.Length || at == 0 || !char.IsLetterOrDigit(text, at + 1))
            return false;
        return text[at] switch
        {
            '\'' or '’' or '-' or '‐' or '‑' => true,
            '.' => char.IsDigit(text[at - 1]) == char.IsDigit(text[at + 1])
                && (char.IsDigit(text[at + 1]) || Initial(text, at)),
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }

    /// <summary>A point between single letters, as in "U.S.A.".</summary>
    private static bool Initial(string text, int point) =>
        (point < 2 || !char.IsLetterOrDigit(text[point - 2]))
        && (point + 2 >= text.Length || !char.IsLetterOrDigit(text[point + 2]));
}
