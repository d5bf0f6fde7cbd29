using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Planning;

/// <summary>
/// Gives the six parts (hero, pal, three helpers, elder): first to the people the author named, exactly as named, then
/// to whoever lives where the story goes.
/// </summary>
internal sealed class Casting(Vocabulary vocabulary, Seed seed)
{
    private static readonly string[] ElderWords =
    [
        "grandma",
        "grandpa",
        "granny",
        "grandad",
        "grandmother",
        "grandfather",
        "nana",
        "mum",
        "mom",
        "mother",
        "father",
        "dad",
        "aunt",
        "uncle",
        "elder",
        "teacher",
        "gran",
        "abuela",
        "oma",
        "opa",
    ];
    private static readonly string[] ElderNames =
    [
        "Grandma Plum",
        "Grandpa Reed",
        "Aunt Marigold",
        "Uncle Oak",
        "Granny Pearl",
        "Old Tam",
        "Nana Quince",
        "Grandpa Finch",
    ];
    private static readonly string[] LandPals =
    [
        "snail",
        "mouse",
        "robin",
        "frog",
        "beetle",
        "duckling",
        "hedgehog",
        "cricket",
        "sparrow",
        "squirrel",
    ];
    private static readonly string[] WaterPals = ["crab", "starfish", "shrimp", "seahorse", "turtle"];
    private static readonly string[] SpacePals = ["robot", "star", "mouse", "moth"];
    private static readonly string[] Heroes =
    [
        "fox",
        "girl",
        "bear",
        "mouse",
        "rabbit",
        "boy",
        "owl",
        "dragon",
        "hedgehog",
        "elephant",
        "penguin",
        "robot",
        "cat",
        "duck",
        "otter",
    ];

    private static readonly string[] Roles = ["hero", "pal", "h1", "h2", "h3", "elder"];

    // People the author named get the parts with the most pages first.
    private static readonly string[] GivenOrder = ["pal", "h3", "h2", "h1", "elder"];

    private readonly List<StoryPerson> _cast = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hero, before places are chosen: the place may depend on who it is.</summary>
    public StoryPerson Hero(BookBrief brief, PromptFacts facts)
    {
        if (brief.Characters.Count > 0)
        {
            var given = brief.Characters[HeroIndex(brief, facts)];
            return Add(
                "hero",
                given,
                facts.HeroNoun,
                facts.Traits.Count > 0 ? facts.Traits[0] : null,
                facts.HeroPronouns
            );
        }
        var noun = facts.HeroNoun ?? (facts.HeroName is null ? seed.For("hero").Pick(Heroes) : "child");
        return Add(
            "hero",
            new BriefCharacter(
                facts.HeroName ?? "",
                noun,
                facts.HeroPronouns,
                facts.Traits.Count > 0 ? facts.Traits[0] : null
            ),
            null,
            null,
            null
        );
    }

    public IReadOnlyList<StoryPerson> Fill(
        BookBrief brief,
        PromptFacts facts,
        IReadOnlyDictionary<string, Place> places,
        string? helperKinds
    )
    {
        var hero = _cast[0];
        var rest = brief
            .Characters.Where((_, i) => brief.Characters.Count == 0 || i != HeroIndex(brief, facts))
            .ToList();
        var elder = rest.FirstOrDefault(IsElder);
        if (elder is not null && rest.Count > 1 || elder is not null && brief.Characters.Count > 1)
            rest.Remove(elder!);
        foreach (var character in rest)
            _names.Add(PromptReader.Clean(character.Name));
        foreach (var (role, given) in GivenOrder.Where(r => r != "elder" || elder is null).Zip(rest))
            Add(role, given, null, null, null);
        if (elder is not null)
            Add("elder", elder, null, null, null);
        var wet = places["home"].Wet;
        if (!Has("pal"))
        {
            var pals =
                wet ? WaterPals
                : places["home"].Skyless ? SpacePals
                : LandPals;
            var noun = facts.FriendNoun ?? PickOther("pal kind", pals, 1);
            var same = facts.FriendNoun is not null && facts.FriendNoun == facts.HeroNoun;
            Add(
                "pal",
                new BriefCharacter(facts.FriendName ?? "", noun, same ? facts.HeroPronouns : null),
                null,
                null,
                null
            );
        }
        foreach (var (role, index) in new[] { ("h1", 1), ("h2", 2), ("h3", 3) })
            if (!Has(role))
            {
                var folk = helperKinds?.Split(' ') ?? (IReadOnlyList<string>)places["p" + index].Folk;
                Add(role, new BriefCharacter("", PickOther(role + " kind", folk, index)), null, null, null);
            }
        if (!Has("elder"))
        {
            var name = seed.For("elder").Pick([.. ElderNames.Where(n => !_names.Contains(n))]);
            var pronouns =
                name.StartsWith("Grandpa", StringComparison.Ordinal)
                || name.StartsWith("Uncle", StringComparison.Ordinal)
                || name.StartsWith("Old", StringComparison.Ordinal)
                    ? "he/him"
                    : "she/her";
            var kind =
                vocabulary.KindOf(hero.Kind)?.Family == "person"
                    ? (pronouns == "he/him" ? "grandfather" : "grandmother")
                    : hero.Kind;
            Add("elder", new BriefCharacter(name, kind, pronouns), null, null, null);
        }
        return [.. _cast.OrderBy(p => Array.IndexOf(Roles, p.Role))];
    }

    private bool Has(string role) => _cast.Any(p => p.Role == role);

    private static bool IsElder(BriefCharacter c) =>
        ElderWords.Any(w => $" {c.Kind} {c.Name} ".Contains($" {w} ", StringComparison.OrdinalIgnoreCase));

    // The author's list is in order of weight, unless the prompt plainly speaks of another of them.
    private static int HeroIndex(BookBrief brief, PromptFacts facts)
    {
        if (facts.HeroName is { } name)
            for (var i = 0; i < brief.Characters.Count; i++)
                if (string.Equals(brief.Characters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                    return i;
        return 0;
    }

    private string PickOther(string label, IReadOnlyList<string> kinds, int salt)
    {
        var taken = _cast.Select(p => vocabulary.KindOf(p.Kind)?.Key).ToHashSet();
        var free = kinds.Where(k => !taken.Contains(vocabulary.KindOf(k)?.Key)).ToList();
        return seed.For(label, salt).Pick(free.Count > 0 ? free : kinds);
    }

    private StoryPerson Add(
        string role,
        BriefCharacter given,
        string? kindElse,
        string? traitElse,
        string? pronounsElse
    )
    {
        var noun = PromptReader.Clean(given.Kind);
        noun = noun.Length > 0 ? English(noun) : kindElse ?? "child";
        var kind = vocabulary.KindOf(noun) ?? vocabulary.Stranger;
        var name = PromptReader.Clean(given.Name);
        if (name.Length == 0)
            name = NameFor(role, kind);
        _names.Add(name);
        var pronouns = given.Pronouns ?? pronounsElse ?? GenderOf(noun) ?? kind.Pronouns;
        if (string.IsNullOrWhiteSpace(pronouns))
            pronouns =
                kind.Family == "person" && given.Name.Length > 0 ? "they/them"
                : seed.For("pronouns " + role).Chance(0.5) ? "she/her"
                : "he/him";
        if (role != "hero" && kind.Pronouns == "it/its" && given.Pronouns is null)
            pronouns = seed.For("pronouns " + role).Chance(0.5) ? "she/her" : "he/him";
        var trait = PromptReader.Clean(given.Trait) is { Length: > 0 } t ? t : traitElse;
        var person = new StoryPerson(role, role, name, noun, pronouns, trait);
        _cast.Add(person);
        return person;
    }

    private static string? GenderOf(string noun) => HeroFinder.GenderOf(noun);

    private static string English(string noun)
    {
        foreach (var article in new[] { "a ", "an ", "the " })
            if (noun.StartsWith(article, StringComparison.OrdinalIgnoreCase))
                return noun[article.Length..];
        return noun;
    }

    private string NameFor(string role, Kind kind)
    {
        var names = kind.Own.Words("names").ToList();
        var initials = _cast.Select(p => p.Name[..1].ToUpperInvariant()).ToHashSet();
        var fresh = names.Where(n => !_names.Contains(n)).ToList();
        var clear = fresh.Where(n => !initials.Contains(n[..1])).ToList();
        var pick = clear.Count > 0 ? clear : fresh;
        return pick.Count > 0 ? seed.For("name " + role).Pick(pick) : $"{names[0]} {names[^1]}";
    }
}
