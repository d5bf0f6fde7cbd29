using System.Text.RegularExpressions;

namespace Atelier.Books.Stories.Reading;

/// <summary>Reads what is wanted. The patterns run from the most telling to the vaguest.</summary>
internal static partial class AimReader
{
    public static PromptFacts Read(string lower, PromptFacts facts)
    {
        if (facts.Wish is { } wish && Explicit(lower, wish, facts) is { Aim: not Aim.None } stated)
            return stated;
        if (
            Has(
                lower,
                @"quarrel|argu(e|es|ing|ment)|fights?\b|fought|makes? up|say(s|ing)? sorry|apologi|falling out|fall out|stop talking"
            )
        )
            return facts with { Aim = Aim.Mend, Thing = Object(lower, @"(?:over|about)\s+(?:a|an|the|who|their)?\s*") };
        if (
            Has(
                lower,
                @"bedtime|good ?night|goodnight|lullaby|go(es|ing)? to sleep|fall(s|ing)? asleep|can't sleep|cannot sleep|couldn't sleep|won't sleep|\bsleep\b"
            )
        )
            return facts with { Aim = Aim.Bedtime };
        if (
            Has(
                lower,
                @"myster|detective|\bclues?\b|who (stole|took|ate|hid)|strange (noise|sound|light)|disappear|vanish|missing"
            )
        )
            return facts with
            {
                Aim = Aim.Mystery,
                Thing = Object(lower, @"(?:stole|took|ate|hid|missing|of the)\s+(?:the|all the|some)?\s*"),
            };
        if (facts.Fear is not null || Has(lower, @"overcom|stage fright|nightmare"))
            return facts with { Aim = Aim.Fear };
        if (
            Has(
                lower,
                @"\b(race|contest|competition|tournament|talent show|championship|cup|compete|bake-off|games)\b|\bwins?\b"
            )
        )
            return facts with
            {
                Aim = Aim.Contest,
                Thing = Regex
                    .Match(
                        lower,
                        @"\b([a-z]+ )?(race|contest|competition|tournament|talent show|championship|bake-off|show|games)\b"
                    )
                    .Value.Trim()
                    is { Length: > 0 } t
                    ? StripArticle(t)
                    : null,
            };
        if (Has(lower, @"\bwish(es|ed|ing)?\b|genie|magic (wand|lamp|ring|word)"))
            return facts with
            {
                Aim = Aim.Wish,
                Skill = Verbal(lower, @"wish(?:es|ed)?\s+(?:to|that (?:he|she|it|they) could)\s+"),
            };
        if (
            Has(
                lower,
                @"(new|a|real|best|make|makes|making|find|finds|finding|for|some|no|any|without) friends?\b|\blonely\b|lonesome"
            )
        )
            return facts with { Aim = Aim.Befriend };
        if (
            Verbal(
                lower,
                @"(?:learn(?:s|ing|ed)?\s+(?:how\s+)?to|can't|cannot|can not|could not|couldn't|would rather)\s+"
            ) is
            { } skill
        )
            return facts with { Aim = Aim.Learn, Skill = skill };
        if (
            Has(
                lower,
                @"\b(go|get|find|finds|find the|find his|find her|find their|finds the|finds his|finds her) (his |her |their |its |the )?(way )?(back )?home\b|way home|way back|gets? lost|\bis lost\b|homesick|far from home|separated"
            )
        )
            return facts with { Aim = Aim.Home };
        if (
            LostPattern().Match(lower) is { Success: true } gone
            && Noun(gone.Groups[1].Value) is { } faculty
            && Doing(faculty) is { } again
        )
            return facts with { Aim = Aim.Learn, Skill = again };
        if (LostPattern().Match(lower) is { Success: true } lost && Noun(lost.Groups[1].Value) is { } own)
            return facts with { Aim = Aim.Lost, Thing = own };
        if (
            Object(
                lower,
                @"(?:find|finds|finding|found|looks? for|looking for|search(?:es)? for|searching for|seeks?|seeking|hunts? for|hunting for)\s+"
            ) is
            { } sought
        )
            return facts with
            {
                Aim = Has(lower, @"\b(his|her|their|its|my) (lost|missing) ") ? Aim.Lost : Aim.Find,
                Thing = sought,
                Verb = "find",
            };
        if (MakePattern().Match(lower) is { Success: true } make && Noun(make.Groups[2].Value) is { } made)
            return facts with { Aim = Aim.Make, Thing = made, Verb = Base(make.Groups[1].Value) };
        if (SavePattern().Match(lower) is { Success: true } save && Noun(save.Groups[2].Value) is { } saved)
            return facts with { Aim = Aim.Save, Thing = saved, Verb = "save" };
        if (ReachPattern().Match(lower) is { Success: true } reach && Noun(reach.Groups[2].Value) is { } far)
            return facts with { Aim = Aim.Reach, Thing = far, Verb = Base(reach.Groups[1].Value) };
        if (
            Verbal(
                lower,
                @"(?:wants?|wanted|wanting|dreams?|dreamed|hopes?|longs?|tries|tried|trying|needs?|has|would like|wishes)\s+(?:of\s+being\s+able\s+)?to\s+"
            ) is
            { } wished
        )
            return facts with { Aim = Aim.Learn, Skill = wished };
        if (Object(lower, @"(?:wants?|wanted|needs?|longs? for|dreams? of|loves?)\s+") is { } liked)
            return facts with { Aim = Aim.Find, Thing = liked, Verb = "find" };
        return Has(lower, @"\b(smallest|tiniest|too small|tiny|hero|storm|flood|fire|helps?|rescues?)\b")
            ? facts with
            {
                Aim = Aim.Save,
            }
            : facts.Theme switch
            {
                "sharing" or "friendship" or "honesty" => facts with { Aim = Aim.Mend },
                "kindness" => facts with { Aim = Aim.Contest },
                "patience" or "never giving up" => facts with { Aim = Aim.Make },
                "courage" => facts with { Aim = Aim.Fear },
                "home" => facts with { Aim = Aim.Home },
                _ => facts,
            };
    }

    private static PromptFacts Explicit(string lower, Wish wish, PromptFacts facts)
    {
        var friend = wish.Thing?.Split(' ')[^1] is "friend" or "friends";
        var aim = wish.Verb switch
        {
            _ when Has(wish.Full, @"\b(fall asleep|to sleep|to bed|^sleep|stay awake)\b") => Aim.Bedtime,
            "be" when facts.Fear is not null || Has(wish.Full, @"^be (brave|bold)") => Aim.Fear,
            "be" or "become" when !friend => Aim.Learn,
            "make" or "find" or "look" or "have" or "meet" or "seek" or "search" when friend => Aim.Befriend,
            "get" or "find" or "go" or "fly" or "swim" or "return" when Has(wish.Full, @"\bhome\b") => Aim.Home,
            "say" when Has(wish.Full, "sorry") => Aim.Mend,
            "make" when wish.Words.StartsWith("make up", StringComparison.Ordinal) => Aim.Mend,
            "share" => Aim.Share,
            "win" => Aim.Contest,
            "solve" => Aim.Puzzle,
            "find" when wish.Words.StartsWith("find out", StringComparison.Ordinal) => Aim.Puzzle,
            "find" or "look" or "search" or "seek" or "hunt" => Has(lower, @"\b(his|her|their|its|my) (lost|missing) ")
                ? Aim.Lost
                : Aim.Find,
            "build" or "bake" or "plant" or "make" or "grow" or "paint" or "knit" or "sew" or "cook" or "invent" =>
                Aim.Make,
            "follow" or "catch" or "chase" or "discover" or "collect" or "bring" or "get" or "have" => Aim.Find,
            "cross"
            or "climb"
            or "explore"
            or "visit"
            or "reach"
            or "travel"
            or "see"
            or "meet"
            or "touch"
            or "go"
            or "sail"
            or "ride"
            or "save"
            or "rescue"
            or "help"
            or "protect"
            or "mend"
            or "repair"
            or "fix"
            or "deliver"
            or "guard"
            or "open"
            or "stop"
            or "carry"
            or "free"
            or "return" => Aim.Reach,
            _ => Aim.Learn,
        };
        if (aim is Aim.Make or Aim.Share && wish.Thing is null)
            aim = Aim.Learn;
        var cannot = CannotPattern().Match(lower) is { Success: true } no
            ? PromptReader.Phrase(no.Groups[1].Value, 6)
            : null;
        return facts with
        {
            Aim = aim,
            Thing = aim is Aim.Contest or Aim.Puzzle
                ? Object(lower, @"(?:mystery|riddle|secret|puzzle|win)s?(?:\s+of)?\s+(?:the|a|an)?\s*") ?? wish.Thing
                : wish.Thing,
            Verb = wish.Verb,
            Skill = wish.Words,
            Obstacle = facts.Obstacle ?? (cannot is null ? null : $"could not {cannot}"),
            Puzzle = Puzzle(lower),
        };
    }

    private static string? Puzzle(string lower)
    {
        var match = PuzzlePattern().Match(lower);
        return match.Success && Telling.English.Past(match.Groups[2].Value) is { } past
            ? Telling.English.Capital($"{match.Groups[1].Value} {past} {match.Groups[3].Value}.")
            : null;
    }

    private static bool Has(string lower, string pattern) => Regex.IsMatch(lower, pattern);

    private static string? Object(string lower, string lead)
    {
        var match = Regex.Match(lower, @"\b" + lead + @"([^.!?;]+)");
        return match.Success ? Noun(match.Groups[^1].Value) : null;
    }

    /// <summary>"the lost moon in the sky" -> "moon": no article, no "lost", nothing after the noun phrase.</summary>
    private static string? Noun(string text)
    {
        var words = (PromptReader.Phrase(text, 7) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var cut = words.FindIndex(Math.Min(1, words.Count), Ending.Contains);
        if (cut > 0)
            words = words[..cut];
        while (words.Count > 0 && Leading.Contains(words[0]))
            words.RemoveAt(0);
        if (
            words.Count == 0
            || words[^1] is "he" or "she" or "it" or "they" or "him" or "them" or "who" or "what"
            || words[^1].Length < 2
            || !words.All(w => w.All(c => char.IsLetter(c) || c is '-' or '\''))
        )
            return null;
        return string.Join(' ', words.Contains("of") ? words.Take(6) : words.TakeLast(3));
    }

    private static readonly HashSet<string> Ending =
    [
        .. "in on at under from for to by near inside is are was has deep across into".Split(' '),
    ];

    private static readonly HashSet<string> Leading =
    [
        .. "the a an his her their its my lost missing some own new real hidden all back out up first".Split(' '),
    ];

    private static readonly Dictionary<string, string> Doings = new(StringComparer.Ordinal)
    {
        ["voice"] = "speak up again",
        ["song"] = "sing again",
        ["courage"] = "be brave again",
    };

    // What is lost without being a thing is got back by doing it again.
    private static string? Doing(string noun) =>
        Doings.TryGetValue(noun, out var doing) ? doing
        : Regex.IsMatch(
            noun,
            "^(roar|sparkle|smile|laugh|giggle|purr|bark|moo|shine|glow|growl|buzz|hoot|sneeze|croak|whistle|howl)$"
        )
            ? noun + " again"
        : null;

    private static string StripArticle(string text) =>
        Regex.Replace(text, @"^(a|an|the|in|of|to|win|wins|his|her|big|for)\s+", "");

    private static string? Verbal(string lower, string lead)
    {
        var match = Regex.Match(lower, @"\b" + lead + @"([^.!?;]+)");
        if (!match.Success)
            return null;
        var phrase = PromptReader.Phrase(match.Groups[1].Value, 6);
        return phrase is null || phrase.Split(' ')[0] is "the" or "a" or "find" or "look" ? null : phrase;
    }

    private static string Base(string verb) =>
        verb switch
        {
            "makes" or "making" or "made" => "make",
            "bakes" or "baking" => "bake",
            "builds" or "building" => "build",
            "reaches" => "reach",
            "catches" => "catch",
            "touches" => "touch",
            "invents" or "inventing" => "invent",
            _ => verb.TrimEnd('s'),
        };

    [GeneratedRegex(
        @"\b(?:mystery|secret|riddle|case) of ((?:the|a|an|his|her|their) [a-z' -]+?) (?:that|who|which) (\w+) ([a-z' -]+)"
    )]
    private static partial Regex PuzzlePattern();

    [GeneratedRegex(
        @"\b(?:can't|cannot|can not|could not|couldn't)\s+(.+?)(?=\s(?:wants|must|tries|hopes|dreams|needs|learns|longs|has to|but|and|who)\s|[.,;!?]|$)"
    )]
    private static partial Regex CannotPattern();

    [GeneratedRegex(@"\b(?:lost|loses|lose|losing|misplaced)\s+((?:his|her|their|its|a|the|my)\s+[^.!?;]+)")]
    private static partial Regex LostPattern();

    [GeneratedRegex(
        @"\b(build|builds|building|make|makes|making|made|bake|bakes|baking|sew|sews|knit|knits|paint|paints|invent|invents|inventing|cook|cooks|plant|plants|grow|grows)\s+((?:a|an|the|his|her|their|some)\s+[^.!?;]+)"
    )]
    private static partial Regex MakePattern();

    [GeneratedRegex(
        @"\b(save|saves|saving|rescue|rescues|help|helps|protect|protects)\s+((?:a|an|the|his|her|their)\s+[^.!?;]+)"
    )]
    private static partial Regex SavePattern();

    [GeneratedRegex(
        @"\b(visit|visits|see|sees|reach|reaches|meet|meets|catch|catches|touch|touches|climb|climbs|discover|discovers|explore|explores|get to|gets to|go to|goes to|travel to|travels to|fly to|flies to|sail to|sails to|walk to|ride)\s+((?:(?:a|an|the|his|her|their)\s+)?[^.!?;]+)"
    )]
    private static partial Regex ReachPattern();
}
