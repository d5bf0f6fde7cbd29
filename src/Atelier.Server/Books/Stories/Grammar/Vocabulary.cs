using Atelier.Drawing;

namespace Atelier.Books.Stories.Grammar;

/// <summary>A kind of hero: how it moves and shows what it feels. Kind phrases come before the family's.</summary>
internal sealed record Kind(
    string Key,
    string Family,
    string Move,
    string Near,
    string? Pronouns,
    DataSection Own,
    DataSection Shared
)
{
    /// <summary>Sentences or words for a slot: glad, worried, tired, brave, touch, went, names.</summary>
    public IReadOnlyList<string> Phrases(string slot)
    {
        var own = Own.Values(slot);
        return slot == "went" && own.Count > 0 ? own : [.. own, .. Shared.Values(slot)];
    }
}

/// <summary>A place as the words know it; several places share one painted setting.</summary>
internal sealed record Place(string Key, Setting Setting, DataSection Data)
{
    public string Name => Data.Value("np")!;
    public string In => Data.Value("in")!;
    public string To => Data.Value("to")!;
    public string At => Data.Value("at")!;
    public IReadOnlyList<string> Near => Data.Words("near");
    public IReadOnlyList<string> Folk => Data.Words("folk");
    public IReadOnlyList<string> Props => [.. Data.Value("props")!.Split(',').Select(p => p.Trim())];
    public bool Wet => Setting == Setting.Underwater;
    public bool Skyless => Key is "space" or "icemoon" or "dustplanet";
    public bool Indoors => Setting is Setting.Bedroom or Setting.Kitchen or Setting.Classroom;
}

/// <summary>The nouns and adjectives the story engine understands, and what it knows of each.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placeWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataSection> _traits = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<DataSection> _asides = StoryData.Read("asides");

    public static Vocabulary Default { get; } = new();

    public IReadOnlyList<DataSection> Pals { get; } = StoryData.Read("pals");
    public Kind Stranger { get; }

    private Vocabulary()
    {
        var sections = StoryData.Read("kinds");
        var families = sections
            .Where(s => s.Head.StartsWith("family ", StringComparison.Ordinal))
            .ToDictionary(s => s.Head[7..]);
        foreach (var section in sections.Where(s => s.Head.StartsWith("kind ", StringComparison.Ordinal)))
        {
            var family = families[section.Value("family")!];
            var kind = new Kind(
                section.Head[5..],
                section.Value("family")!,
                section.Value("move") ?? family.Value("move")!,
                section.Value("near")!,
                section.Value("pron"),
                section,
                family
            );
            foreach (var word in section.Words("words"))
                _kinds.TryAdd(word, kind);
        }
        Stranger = _kinds["child"] with
        {
            Own = new DataSection("kind stranger", ["names Bix Tully Wren Moss Fable Quill"]),
            Shared = families["thing"] with
            {
                Lines =
                [
                    .. families["thing"].Lines.Where(l => !l.Contains("rolled", StringComparison.Ordinal)),
                    "went hurried on | set off | went on",
                ],
            },
        };
        foreach (var section in StoryData.Read("places"))
        {
            _places[section.Head] = new Place(section.Head, Enum.Parse<Setting>(section.Value("setting")!), section);
            foreach (var word in section.Words("words"))
                _placeWords.TryAdd(word, section.Head);
        }
        foreach (var section in StoryData.Read("traits"))
        foreach (var word in section.Words("words"))
            _traits.TryAdd(word, section);
    }

    /// <summary>What a storyteller adds for readers who can wait for it, by what the hero feels.</summary>
    public IReadOnlyList<string> Asides(string mood) =>
        _asides.FirstOrDefault(a => a.Head == mood)?.Values("say") ?? [];

    public IEnumerable<Place> Places => _places.Values.OrderBy(p => p.Key, StringComparer.Ordinal);

    public Place Place(string key) => _places[key];

    public Place? PlaceOf(string word) =>
        _placeWords.TryGetValue(Singular(word, _placeWords.ContainsKey), out var key) ? _places[key] : null;

    /// <summary>The kind a noun or noun phrase means ("fluffy guinea pig" by its last known word), or null.</summary>
    public Kind? KindOf(string? noun)
    {
        if (string.IsNullOrWhiteSpace(noun))
            return null;
        foreach (
            var word in noun.ToLowerInvariant()
                .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Reverse()
                .Append(noun.ToLowerInvariant())
        )
            if (_kinds.TryGetValue(Singular(word.Trim('.', ',', '!', '?'), _kinds.ContainsKey), out var kind))
                return kind;
        return null;
    }

    public DataSection? TraitOf(string word) => _traits.GetValueOrDefault(word.ToLowerInvariant());

    public static string Singular(string word, Func<string, bool> known)
    {
        if (known(word))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && known(word[..^3] + "y"))
            return word[..^3] + "y";
        if (word.EndsWith("ves", StringComparison.Ordinal) && known(word[..^3] + "f"))
            return word[..^3] + "f";
        if (word.EndsWith("es", StringComparison.Ordinal) && known(word[..^2]))
            return word[..^2];
        return word.EndsWith('s') && known(word[..^1]) ? word[..^1] : word;
    }
}
