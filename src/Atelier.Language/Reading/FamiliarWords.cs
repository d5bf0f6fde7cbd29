namespace Atelier.Language;

/// <summary>A list of words young readers know. Regular inflections of a listed word count as listed.</summary>
internal sealed class FamiliarWords(WordTable list)
{
    private static readonly string[] Contractions = ["n't", "'ll", "'re", "'ve", "'d", "'m", "'s", "s'"];

    /// <param name="word">Folded to lower case.</param>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (list.Contains(word) || HasListedBase(word))
            return true;
        foreach (var ending in Contractions)
            if (word.EndsWith(ending) && word.Length > ending.Length)
            {
                var stem = ending == "s'" ? word[..^1] : word[..^ending.Length];
                if (list.Contains(stem) || HasListedBase(stem) || stem is "ca" or "wo" or "ai" or "sha")
                    return true;
            }
        return false;
    }

    private bool HasListedBase(ReadOnlySpan<char> word)
    {
        if (word.Length < 4)
            return word.Length == 3 && word[^1] == 's' && word[^2] != 's' && list.Contains(word[..^1]);
        if (word[^1] == 's' && word[^2] != 's')
        {
            if (list.Contains(word[..^1]))
                return true;
            if (word.EndsWith("ies") && WithEnding(word[..^3], 'y'))
                return true;
            if (
                word.EndsWith("ves")
                && (WithEnding(word[..^3], 'f') || word.Length > 4 && WithEnding(word[..^3], 'f', 'e'))
            )
                return true;
            return word.EndsWith("es") && word[^3] is 's' or 'x' or 'z' or 'h' or 'o' && list.Contains(word[..^2]);
        }
        return Suffixed(word, "ed") || Suffixed(word, "ing") || Suffixed(word, "er") || Suffixed(word, "est");
    }

    /// <summary>walk-ed, lik(e)-ed, stop-p-ed, cr(y)ied, happ(y)ier.</summary>
    private bool Suffixed(ReadOnlySpan<char> word, string suffix)
    {
        if (!word.EndsWith(suffix) || word.Length < suffix.Length + 2)
            return false;
        var stem = word[..^suffix.Length];
        return stem.Length > 1
            && (
                list.Contains(stem)
                || WithEnding(stem, 'e')
                || stem.Length > 2 && stem[^1] == stem[^2] && list.Contains(stem[..^1])
                || suffix != "ing" && stem[^1] == 'i' && WithEnding(stem[..^1], 'y')
            );
    }

    private bool WithEnding(ReadOnlySpan<char> stem, char ending, char? second = null)
    {
        if (stem.Length is < 1 or > 60)
            return false;
        Span<char> word = stackalloc char[64];
        stem.CopyTo(word);
        word[stem.Length] = ending;
        var length = stem.Length + 1;
        if (second is { } last)
            word[length++] = last;
        return list.Contains(word[..length]);
    }
}
