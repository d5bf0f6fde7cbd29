using System.Collections.Frozen;
using System.Text.Json;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>Words and turns of phrase of one language, by what they do in a comment. All in lower case.</summary>
internal sealed class Lexicon
{
    private static readonly FrozenDictionary<string, Lexicon> Known = ((string[])["en", "fr"]).ToFrozenDictionary(
        code => code,
        code => new Lexicon(Read(code))
    );

    private readonly Lists _lists;
    private readonly FrozenSet<string> _functionWords;

    private Lexicon(Lists lists)
    {
        _lists = lists;
        _functionWords = lists.FunctionWords.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Opinion => _lists.Opinion;
    public IReadOnlyList<string> Hedges => _lists.Hedges;
    public IReadOnlyList<string> FirstPerson => _lists.FirstPerson;
    public IReadOnlyList<string> Experience => _lists.Experience;
    public IReadOnlyList<string> RoleCues => _lists.RoleCues;
    public IReadOnlyList<string> Roles => _lists.Roles;
    public IReadOnlyList<string> Authority => _lists.Authority;
    public IReadOnlyList<string> Attribution => _lists.Attribution;
    public IReadOnlyList<string> Praise => _lists.Praise;
    public IReadOnlyList<string> Calls => _lists.Calls;
    public IReadOnlyList<string> Banned => _lists.Banned;
    public IReadOnlyList<string> Superlatives => _lists.Superlatives;
    public IReadOnlyList<string> Counter => _lists.Counter;
    public IReadOnlyList<string> Insults => _lists.Insults;
    public IReadOnlyList<string> Disclosure => _lists.Disclosure;

    /// <returns>Null for a language without word lists; such comments are checked by numbers, names and quotations alone.</returns>
    public static Lexicon? For(string? language) => language is null ? null : Known.GetValueOrDefault(language);

    public bool IsFunctionWord(string folded) => _functionWords.Contains(folded);

    /// <summary>Plural and verb endings off: enough to see that two words are one.</summary>
    public string Stem(string folded)
    {
        foreach (var suffix in _lists.Suffixes)
            if (folded.Length - suffix.Length >= 4 && folded.EndsWith(suffix, StringComparison.Ordinal))
                return folded[..^suffix.Length];
        return folded;
    }

    private static Lists Read(string code)
    {
        using var json = typeof(Lexicon).Assembly.GetManifestResourceStream($"comments.words-{code}.json")!;
        return JsonSerializer.Deserialize<Lists>(json, JsonSerializerOptions.Web)!;
    }

    private sealed record Lists(
        string FunctionWords,
        string[] Opinion,
        string[] Hedges,
        string[] FirstPerson,
        string[] Experience,
        string[] RoleCues,
        string[] Roles,
        string[] Authority,
        string[] Attribution,
        string[] Praise,
        string[] Calls,
        string[] Banned,
        string[] Superlatives,
        string[] Counter,
        string[] Insults,
        string[] Disclosure,
        string[] Suffixes
    );
}
