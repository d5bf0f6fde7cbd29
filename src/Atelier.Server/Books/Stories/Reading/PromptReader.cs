using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atelier.Books.Stories.Grammar;

namespace Atelier.Books.Stories.Reading;

/// <summary>
/// Reads who, wants what, where and what stands in the way out of a few words of English, by patterns and a small
/// vocabulary. Whatever it cannot read it leaves open and says so in the notes; it never fails.
/// </summary>
internal static partial class PromptReader
{
    public static PromptFacts Read(string prompt, Vocabulary vocabulary)
    {
        var notes = new List<string>();
        var text = Emoji.Spell(Clean(prompt));
        if (Letters(text) is { Latin: false, Any: true })
            notes.Add(
                "The request is not in English; the built-in writer writes English and chose a story of its own."
            );
        else if (Letters(text) is { Any: false })
            notes.Add("The request has no words; the built-in writer chose a story of its own.");
        var lower = text.ToLowerInvariant().Replace('’', '\'');
        var who = HeroFinder.Find(text, vocabulary);
        var facts = new PromptFacts
        {
            HeroNoun = who.Noun,
            HeroName = who.Name,
            HeroPronouns = who.Pronouns ?? PronounsIn(lower),
            FriendNoun = who.FriendNoun,
            FriendName = who.FriendName,
            Traits = who.Traits,
            Fear = Phrase(FearPattern().Match(lower)),
            Place = PlaceIn(WithoutHero(lower, who.Noun), vocabulary)?.Key,
            Obstacle = ObstacleIn(lower),
            Theme = Themes.In(lower),
            Wish = Wish.In(lower),
        };
        facts = Somebodys(lower, facts);
        facts = AimReader.Read(lower, facts);
        if (facts.HeroNoun is null && facts.HeroName is null && notes.Count == 0)
            notes.Add("The request names nobody; the built-in writer chose a hero.");
        if (facts.Aim == Aim.None)
            notes.Add("The request names no goal; the built-in writer chose one.");
        return facts with { Notes = notes };
    }

    // A sea turtle need not be at the sea.
    private static string WithoutHero(string lower, string? hero) =>
        hero is { Length: > 0 } && lower.IndexOf(hero, StringComparison.Ordinal) is >= 0 and var at
            ? lower.Remove(at, hero.Length)
            : lower;

    // "bakes bread for a village that is afraid of fire": the fear is the village's, and what stands in the way.
    private static PromptFacts Somebodys(string lower, PromptFacts facts)
    {
        if (facts.Fear is null || facts.Wish is null)
            return facts;
        var other = OthersFear().Match(lower);
        var others = other.Success && other.Groups[1].Value != facts.HeroNoun;
        var was = other.Groups[2].Value == "are" ? "were" : "was";
        return facts with
        {
            Fear = null,
            Obstacle = others
                ? $"The {other.Groups[1].Value} {was} afraid of {facts.Fear}"
                : $"{{was}} afraid of {facts.Fear}",
        };
    }

    /// <summary>One line of plain text: control characters and runs of white space become single spaces.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
                clean.Append(c).Append(text[++i]);
            else if (
                char.IsSurrogate(c)
                || c is '\uFFFE' or '\uFFFF'
                || char.IsControl(c)
                || char.IsWhiteSpace(c)
                || char.GetUnicodeCategory(c) == UnicodeCategory.Format && c != '\u200D'
            )
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else
                clean.Append(c);
        }
        return clean.ToString().Trim();
    }

    private static (bool Latin, bool Any) Letters(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        return (letters.Count(c => c < 0x250) * 2 >= letters.Count, letters.Count > 0);
    }

    private static string? PronounsIn(string lower)
    {
        var match = Regex.Match(lower, @"\b(she|her|hers|herself|he|his|him|himself|they|their|them|its)\b");
        return match.Value switch
        {
            "" => null,
            "she" or "her" or "hers" or "herself" => "she/her",
            "he" or "his" or "him" or "himself" => "he/him",
            "its" => "it/its",
            _ => "they/them",
        };
    }

    public static Place? PlaceIn(string lower, Vocabulary vocabulary)
    {
        // A place after "in", "at", "on" ... is where it plays; any other place word is only a hint.
        var after = PlacePattern()
            .Matches(lower)
            .SelectMany(m => m.Groups[2].Value.Split(' ').Take(4))
            .Where(w => w is not "home" and not "night" and not "moon");
        return after.Select(vocabulary.PlaceOf).FirstOrDefault(p => p is not null)
            ?? Regex
                .Matches(lower, "[a-z]+")
                .Where(m => !Things.Contains(m.Value))
                .Select(m => vocabulary.PlaceOf(m.Value))
                .FirstOrDefault(p => p is not null);
    }

    // Words that name a place only after "in" or "on": otherwise they are what somebody wants.
    private static readonly HashSet<string> Things =
    [
        "moon",
        "stars",
        "rocket",
        "planet",
        "outer",
        "sand",
        "wave",
        "waves",
        "rock",
        "rocks",
        "tree",
        "trees",
        "bed",
        "school",
        "shop",
        "home",
        "house",
        "deep",
        "spaceship",
        "pole",
        "bridge",
        "fair",
        "zoo",
        "train",
        "cave",
        "tower",
        "garden",
        "museum",
        "library",
        "paris",
        "london",
        "christmas",
        "river",
        "pond",
    ];

    private static string? ObstacleIn(string lower)
    {
        var match = ObstaclePattern().Match(lower);
        if (!match.Success)
            return null;
        var rest = Phrase(match.Groups[2].Value, 8);
        if (rest is null)
            return null;
        return match.Groups[1].Value switch
        {
            "can't" or "cannot" or "can not" or "couldn't" or "could not" => $"could not {rest}",
            "is too" or "was too" or "are too" => $"{{was}} too {rest}",
            "has no" or "had no" or "have no" => $"had no {rest}",
            _ => null,
        };
    }

    /// <summary>The first words of a clause: up to punctuation or a word that starts another thought.</summary>
    public static string? Phrase(string text, int most)
    {
        var words = Regex.Split(text.Trim(), @"\s+").TakeWhile(w => !StopWord(w)).Take(most).ToList();
        var taken = new List<string>();
        foreach (var word in words)
        {
            var bare = word.TrimEnd('.', ',', ';', '!', '?', ':', ')', '"');
            if (bare.Length > 0)
                taken.Add(bare);
            if (bare.Length < word.Length)
                break;
        }
        while (
            taken.Count > 0
            && taken[^1]
                is "the"
                    or "a"
                    or "an"
                    or "in"
                    or "to"
                    or "of"
                    or "his"
                    or "her"
                    or "their"
                    or "with"
                    or "at"
                    or "on"
                    or "very"
        )
            taken.RemoveAt(taken.Count - 1);
        return taken.Count == 0 ? null : string.Join(' ', taken);
    }

    // "afraid of the dark looks for a light": what is feared ends where the next deed begins.
    private static string? Phrase(Match match) =>
        match.Success ? Phrase(NextDeed().Split(match.Groups[2].Value)[0], 5) : null;

    private static bool StopWord(string word) =>
        word
            is "and"
                or "but"
                or "so"
                or "because"
                or "who"
                or "that"
                or "which"
                or "when"
                or "while"
                or "before"
                or "until"
                or "even"
                or "if"
                or "then"
                or "with"
                or "after";

    [GeneratedRegex(
        @"\s(?:looks|look|searches|goes|wants|must|tries|has|builds|finds|learns|meets|sets|needs|hunts|seeks|helps|makes|follows|climbs|decides)\s"
    )]
    private static partial Regex NextDeed();

    [GeneratedRegex(@"\b(afraid of|scared of|frightened of|terrified of|fears|fear of)\s+(.+)")]
    private static partial Regex FearPattern();

    [GeneratedRegex(@"\b(\w+) (?:that|who|which) (is|are) (?:afraid|scared|frightened|terrified) of\b")]
    private static partial Regex OthersFear();

    [GeneratedRegex(@"\b(in|at|on|under|through|inside|across|into|near|from|beneath)\s+((?:[a-z]+\s*){1,5})")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(
        @"\b(?:but|though|although)\s+(?:he|she|it|they)?\s*(can't|cannot|can not|couldn't|could not|is too|was too|are too|has no|had no|have no)\s+(.+)"
    )]
    private static partial Regex ObstaclePattern();
}
