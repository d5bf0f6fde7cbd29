namespace Atelier.Language;

/// <summary>Syllables of any word: the dictionary, else a compound or inflection of words it has, else the learned rules.</summary>
internal sealed class SyllableCounter(
    WordTable dictionary,
    WordTable frequencies,
    Lazy<SyllableModel> model,
    Func<int, bool>? accept = null
)
{
    /// <summary>Parts of a compound must be words people use; the dictionary is full of rare names.</summary>
    public const int CommonWord = 500; // times in SUBTLEX-US's 51 million words

    /// <param name="word">Folded to lower-case ASCII letters and apostrophes.</param>
    public int Count(ReadOnlySpan<char> word) =>
        word.Length == 0
            ? 0
            : Known(word)
                ?? Abbreviated(word)
                ?? Inflected(word)
                ?? Compound(word)
                ?? Spelled(word)
                ?? model.Value.Count(word)
                ?? word.Length;

    private int? Known(ReadOnlySpan<char> word)
    {
        var index = dictionary.IndexOf(word);
        return index >= 0 && (accept is null || accept(index)) ? dictionary.Value(index) : null;
    }

    private int? Abbreviated(ReadOnlySpan<char> word) =>
        word.Length < 5 && Abbreviations.SpokenForm(word) is { } spoken ? Count(spoken) : null;

    private int? Inflected(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s") || word.EndsWith("s'"))
            return Hisses(word[..^2]) ? null : Known(word[..^2]);
        if (word.EndsWith("ing"))
            return (Stem(word[..^3]) ?? (word.Length > 5 && word[^4] == word[^5] ? Stem(word[..^4]) : null)) + 1;
        if (word.EndsWith("es") && Stem(word[..^1]) is { } stem)
            return Hisses(word[..^2]) ? stem + 1 : stem;
        if (word.EndsWith('s') && word.Length > 3 && word[^2] is not ('s' or 'e' or 'u' or 'i') && !Hisses(word[..^1]))
            return Stem(word[..^1]);
        if (word.EndsWith("ed") && (Stem(word[..^1]) ?? Stem(word[..^2])) is { } verb)
            return word[^3] is 't' or 'd' ? verb + 1 : verb;
        if (word.EndsWith("ly"))
            return Stem(word[..^2]) + 1;
        return null;
    }

    private int? Stem(ReadOnlySpan<char> word) => Common(word) ? Known(word) : null;

    private static bool Hisses(ReadOnlySpan<char> stem) =>
        stem.Length > 0 && stem[^1] is 's' or 'x' or 'z' or 'c' or 'g' || stem.EndsWith("sh") || stem.EndsWith("ch");

    private int? Compound(ReadOnlySpan<char> word)
    {
        for (var cut = word.Length - 2; cut >= 3; cut--)
            if (Common(word[..cut]) && (Common(word[cut..]) || word[cut..] is "be" or "by" or "to" or "up"))
                if (Known(word[..cut]) + Known(word[cut..]) is { } sum)
                    return sum;
        return null;
    }

    private bool Common(ReadOnlySpan<char> part) => part.Length >= 3 && frequencies.Find(part) >= CommonWord;

    /// <summary>Words without a vowel: "shh" is one hiss, "tv" is spelled out.</summary>
    private static int? Spelled(ReadOnlySpan<char> word)
    {
        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (SyllableModel.IsVowel((byte)word[i]))
                return null;
            if (i > 0 && word[i] == word[i - 1])
                return 1;
            letters +=
                word[i] == '\'' ? 0
                : word[i] == 'w' ? 3
                : 1;
        }
        return Math.Max(1, letters);
    }
}
