using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;
using Atelier.Books.Stories.Telling;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Planning;

/// <summary>The facts every page relies on, fixed once: what is wanted, lost, feared or made.</summary>
internal static class StoryFacts
{
    // What is wished for but cannot be set down in a picture.
    private static readonly HashSet<string> Unseen =
    [
        .. "friend friends band choir team way side home end top place fair party turn chance".Split(' '),
    ];

    private static readonly HashSet<string> OneOfAKind =
    [
        "moon",
        "sun",
        "sky",
        "sea",
        "rainbow",
        "north pole",
        "north wind",
        "ocean",
    ];

    /// <summary>What of the sky is looked for, so that neither picture nor words may show it too early; or nothing.</summary>
    public static string? Sought(PromptFacts prompt) =>
        prompt is { Aim: Aim.Find or Aim.Reach or Aim.Lost, Thing: { } thing }
        && thing.Split(' ')[^1] is "moon" or "sun"
        && prompt.Verb is not ("follow" or "chase" or "carry" or "share")
            ? thing.Split(' ')[^1]
            : null;

    /// <summary>What is puzzling about a puzzle: a light, a noise, or else a thing.</summary>
    public static string Sense(PromptFacts prompt) =>
        prompt.Thing?.Split(' ')[^1] switch
        {
            "lamp" or "light" or "lantern" or "star" or "moon" or "lighthouse" => "light",
            "bell" or "noise" or "sound" or "music" or "song" or "drum" => "noise",
            _ => "thing",
        };

    public static IReadOnlyDictionary<string, string> Gather(
        BookBrief brief,
        PromptFacts prompt,
        StoryPerson hero,
        Passage shape,
        IReadOnlyDictionary<string, Place> places,
        IReadOnlyList<Passage> episodes,
        IReadOnlyList<StoryPerson> cast,
        Seed seed
    )
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var his = Pronouns.Parse(hero.Pronouns);
        var plain = prompt.Thing ?? seed.For("thing").Pick(shape.Data.Values("thing"));
        plain = Personal(plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain, his)!;
        if (brief.AgeBand == "0-2")
            plain = string.Join(' ', plain.Split(' ').TakeLast(2)); // two words are what a baby can hold
        var noun = plain.Split(' ')[^1];
        facts["thing_noun"] = noun;
        facts["thing"] =
            (shape.Data.Value("own") is not null || IsOwn(brief.Prompt, plain)) && !OneOfAKind.Contains(plain)
                ? $"{his.His} {plain}"
                : "the " + plain;
        facts["the_thing"] = "the " + plain;
        facts["a_thing"] =
            OneOfAKind.Contains(plain) || prompt.Wish is { Definite: true }
                ? "the " + plain
                : English.WithArticle(plain);
        facts["plain"] = plain;
        var it = English.IsPlural(plain) ? Pronouns.Several : Pronouns.It;
        (facts["thing_it"], facts["thing_them"], facts["thing_its"], facts["thing_was"]) = (
            it.He,
            it.Him,
            it.His,
            it.Agree("was")
        );
        facts["fear"] =
            Fear(prompt.Fear, his) ?? seed.For("fear").Pick(["the dark", "thunder", "deep water", "high places"]);
        facts["skill"] =
            Personal(prompt.Skill, his) ?? seed.For("skill").Pick(["whistle", "fly a kite", "dance", "swim", "juggle"]);
        facts["verb"] = prompt.Verb ?? "find";
        facts["want"] =
            prompt.Wish is { } wish ? Personal(wish.Words, his)!
            : shape.Data.Value("want") is { } want ? Plain(want, facts)
            : $"{facts["verb"]} {facts["thing"]}";
        facts["contest"] = plain;
        facts["wish"] = prompt.Wish is { } full ? Personal(full.Full, his)! : facts["want"];
        facts["obstacle"] = Obstacle(prompt.Obstacle, his);
        // "to cross the lake", "to mend the oldest star": what it was for is told as done, too.
        var purpose =
            prompt.Wish is { } aim
            && aim.Full.Length > aim.Words.Length
            && aim.Full[aim.Words.Length..].StartsWith(" to ", StringComparison.Ordinal)
                ? Personal(aim.Full[(aim.Words.Length + 4)..], his)
                : null;
        facts["purposedone"] = purpose is null ? "" : $"Then {his.He} {Doing.Past(purpose)}.";
        facts["still"] = facts["obstacle"] is { Length: > 1 } standing ? $"And still {Lower(standing)}" : "";
        facts["over"] = prompt.Obstacle is { } hindrance ? Over(hindrance, his) : "";
        facts["puzzle"] = prompt.Puzzle is { } puzzle ? puzzle : "Nobody could say why.";
        facts["because"] = Sense(prompt) switch
        {
            "light" => "The light kept her awake.",
            "noise" => "The noise kept her awake.",
            _ => "It was all I could think of.",
        };
        facts["did"] = Doing.Past(facts["want"]);
        // What is still to be found or made is not to be seen before it is.
        var shown =
            prompt.Wish is null
            || (
                prompt.Wish.Thing is not null
                && !places.Values.Any(p => p.Data.Words("words").Contains(noun) && noun != "moon")
            );
        facts["doneprop"] = shown && !Unseen.Contains(noun) ? noun : "";
        facts["sought"] = Sought(prompt) ?? "";
        facts["wishprop"] = prompt.Aim is Aim.Share ? noun : "";
        var craft = Crafts.Of(prompt);
        (facts["stuff1"], facts["stuff2"]) = (craft.Value("stuff1")!, craft.Value("stuff2")!);
        // What is "her hat" to us is "my hat" to her.
        facts["mywish"] = Owned(facts["wish"], "my");
        facts["mydid"] = Owned(facts["did"], "my");
        facts["yourwant"] = Owned(facts["want"], "your");
        facts["ourwant"] = Owned(facts["want"], "our");
        facts["wishkind"] = prompt.Wish is not { Thing: not null, Definite: true } ? " deed" : " thing"; // how the title speaks of it
        facts["do"] = Shortest(facts["want"]);
        facts["babywish"] = facts["do"].Split(' ').Length <= 5 ? facts["do"] : $"{prompt.Verb ?? "find"} {plain}";
        facts["heroA"] =
            hero.Trait is { } t
            && t.Split(' ').Length == 1
            && t is not "afraid" and not "scared" and not "alone"
            && t.All(c => char.IsLetter(c) || c == '-')
                ? English.WithArticle($"{t} {hero.Kind}")
                : English.WithArticle(hero.Kind);
        facts["traitline"] = TraitLine(hero);
        // A setting of one word that names a known place needs no more than that place's own words.
        if (
            PromptReader.Clean(brief.Setting) is { Length: > 0 } setting
            && !places["home"].Data.Words("words").Contains(setting.ToLowerInvariant())
        )
            facts["ownplace"] = OwnPlace(setting);
        for (var i = 0; i < episodes.Count; i++)
            facts["episode" + (i + 1)] = episodes[i].Key;
        return facts;
    }

    private static string Obstacle(string? obstacle, Pronouns his) =>
        obstacle is null ? ""
        : char.IsUpper(obstacle[0]) ? obstacle + "."
        : $"{English.Capital(his.He)} {Personal(obstacle.Replace("{was}", his.Agree("was"), StringComparison.Ordinal), his)}.";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Owned(string deed, string whose) =>
        string.Join(' ', deed.Split(' ').Select(w => w is "his" or "her" or "their" or "its" ? whose : w));

    // What stood in the way, when it does so no more.
    private static string Over(string obstacle, Pronouns his)
    {
        var afraid = obstacle.IndexOf("afraid of ", StringComparison.Ordinal);
        if (afraid > 0 && char.IsUpper(obstacle[0]))
            return $"Nobody was {obstacle[afraid..]} now.";
        if (afraid >= 0)
            return $"{English.Capital(his.He)} {his.Agree("was")} not so {Personal(obstacle[afraid..], his)} now.";
        return obstacle.StartsWith("could not ", StringComparison.Ordinal)
            ? $"So {his.He} could {Personal(obstacle[10..], his)}, after all."
            : "";
    }

    // "build a boat to cross the lake" -> "build a boat", but "sing in the choir" stays whole.
    private static string Shortest(string want)
    {
        var words = want.Split(' ');
        var cut = Array.FindIndex(
            words,
            Math.Min(3, words.Length),
            w => w is "to" or "for" or "in" or "at" or "across" or "on" or "over" or "through" or "with"
        );
        return cut < 0 ? want : string.Join(' ', words[..cut]);
    }

    // "searching for her mother" is about a mother of the hero's own.
    private static bool IsOwn(string prompt, string plain) =>
        System.Text.RegularExpressions.Regex.IsMatch(
            prompt,
            @"\b(his|her|their|its)\s+(\w+\s+)?" + System.Text.RegularExpressions.Regex.Escape(plain) + @"\b",
            System.Text.RegularExpressions.RegexOptions.IgnoreCase
        );

    private static string Plain(string template, IDictionary<string, string> facts)
    {
        foreach (var (key, value) in facts)
            template = template.Replace("{" + key + "}", value, StringComparison.Ordinal);
        return template;
    }

    private static string? Fear(string? fear, Pronouns his) => fear is null ? null : Personal(fear, his);

    // "his own shadow" in a prompt about somebody we call they.
    private static string? Personal(string? text, Pronouns his) =>
        text is null
            ? null
            : string.Join(
                ' ',
                text.Split(' ')
                    .Select(w =>
                        w is "his" or "her" or "their" or "its" or "my" ? his.His
                        : w is "himself" or "herself" or "themselves" or "itself" ? his.Himself
                        : w
                    )
            );

    private static string OwnPlace(string setting)
    {
        var first = setting.Split(' ')[0].ToLowerInvariant();
        if (first is "in" or "on" or "at" or "under" or "near" or "inside" or "by" or "above" or "below")
            return char.ToLowerInvariant(setting[0]) + setting[1..];
        if (first is "a" or "an" or "the" or "my" or "our")
            return "in " + char.ToLowerInvariant(setting[0]) + setting[1..];
        return
            char.IsUpper(setting[0])
            && setting.Length > 1
            && char.IsLower(setting[1])
            && !setting.Contains(' ', StringComparison.Ordinal)
            ? "in " + setting
            : "in " + English.WithArticle(char.ToLowerInvariant(setting[0]) + setting[1..]);
    }

    /// <summary>A trait of more than one word as a sentence: "loves maps" -> "{He} loved maps."</summary>
    private static string TraitLine(StoryPerson hero)
    {
        var trait = hero.Trait?.Trim().TrimEnd('.');
        if (trait is null || !trait.Contains(' ', StringComparison.Ordinal))
            return "";
        var words = trait.Split(' ');
        var first = words[0].ToLowerInvariant();
        var his = Pronouns.Parse(hero.Pronouns);
        if (first is "always" or "never" or "often" && words.Length > 1 && English.Past(words[1]) is { } later)
            return $"{English.Capital(his.He)} {first} {later} {Personal(string.Join(' ', words[2..]), his)}.";
        if (English.Past(first) is { } past && past != first)
            return $"{English.Capital(his.He)} {his.Agree(past)} {Personal(string.Join(' ', words[1..]), his)}.";
        return $"{English.Capital(his.He)} {his.Agree("was")} {Personal(trait, his)}.";
    }
}
