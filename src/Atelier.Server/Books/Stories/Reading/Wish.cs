using System.Text.RegularExpressions;

namespace Atelier.Books.Stories.Reading;

/// <summary>
/// What the hero sets out to do, in the author's own words: the explicit "wants to", "must", "builds", "looks for".
/// It outweighs every other hint in the prompt, so that a story about finding the moon is not one about bedtime.
/// </summary>
/// <param name="Words">Verb phrase in its base form, without its deadline: "find the lost moon".</param>
/// <param name="Full">The same with its deadline or reason: "find the lost moon before bedtime".</param>
/// <param name="Thing">The noun phrase it is about, without article: "lost moon"; null when there is none.</param>
/// <param name="Definite">Whether the author wrote "the" or whose it is.</param>
internal sealed partial record Wish(string Words, string Full, string Verb, string? Thing, bool Definite)
{
    private static readonly Dictionary<string, string> Bases = Spellings();

    public static Wish? In(string lower)
    {
        lower = Spaces().Replace(lower, " ");
        if (
            Intent().Match(lower) is { Success: true } meant
            && Phrase(meant.Groups[1].Value) is { Count: > 0 } intended
        )
            return Of(intended, lower);
        var several = Several().IsMatch(lower);
        foreach (Match match in Word().Matches(lower))
        {
            var (word, isBase) = (match.Value, Bases.ContainsValue(match.Value));
            if (!Bases.TryGetValue(word, out var verb) && !(several && isBase))
                continue;
            var before = lower[..match.Index].TrimEnd();
            if (before.Length == 0 || Determined().IsMatch(before))
                continue; // "the plants" are no planting
            var phrase = Phrase(lower[match.Index..]);
            if (phrase.Count < 2)
                continue;
            phrase[0] = verb ?? word;
            if (Takes.TryGetValue(phrase[0], out var particle) && phrase[1] != particle)
                continue;
            if (phrase is ["make", "a", "wish", ..] or ["make", "up", ..] or ["find", "a", "new", "home", ..])
                continue;
            return Of(phrase, lower);
        }
        return null;
    }

    private static Wish? Of(List<string> phrase, string lower)
    {
        if (phrase[0] is "be" && phrase.Count < 2)
            return null;
        // "stars ... the oldest one" is the oldest star.
        if (phrase[^1] == "one" && Antecedent().Match(lower) is { Success: true } many)
            phrase[^1] = many.Groups[1].Value;
        var full = string.Join(' ', phrase);
        var deadline = phrase.FindIndex(w => w is "before" or "until" or "by" or "in time");
        var words = deadline > 1 ? phrase[..deadline] : phrase;
        var purpose = words.Count > 3 ? words.FindIndex(3, w => w == "to") : -1;
        if (purpose > 0 && !Ways.Contains(words[0]))
            words = words[..purpose];
        var (thing, definite) = Object(words);
        return new Wish(string.Join(' ', words), full, phrase[0], thing, definite);
    }

    private static readonly HashSet<string> Ways =
    [
        "go",
        "travel",
        "fly",
        "sail",
        "walk",
        "get",
        "swim",
        "ride",
        "learn",
    ];

    private static (string?, bool) Object(List<string> words)
    {
        var at = 1;
        while (at < words.Count && Joining.Contains(words[at]))
            at++;
        if (at >= words.Count)
            return (null, false);
        var definite = words[at] is "the" or "his" or "her" or "their" or "its" or "my";
        if (Articles.Contains(words[at]))
            at++;
        var noun = words.Skip(at).TakeWhile((w, i) => i == 0 || !Joining.Contains(w) && w is not "before").ToList();
        if (
            noun.Count is 0 or > 6
            || noun[0].Length < 2
            || noun[0] is "he" or "she" or "it" or "they" or "him" or "them" or "himself" or "herself" or "themselves"
            || noun.Any(w => w.Any(c => !char.IsLetter(c) && c is not '-' and not '\''))
        )
            return (null, false);
        return (string.Join(' ', noun), definite);
    }

    private static readonly HashSet<string> Joining =
    [
        .. "for to in at on up across into over through under with from around down out inside near by after about".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Articles = [.. "the a an his her their its my some".Split(' ')];

    private static readonly Dictionary<string, string> Takes = new(StringComparer.Ordinal)
    {
        ["look"] = "for",
        ["search"] = "for",
        ["hunt"] = "for",
        ["travel"] = "to",
    };

    // The verb phrase ends at punctuation or where another clause begins; a trailing small word is no end.
    private static List<string> Phrase(string text)
    {
        var taken = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Ends.Contains(word) || taken.Count == 14)
                break;
            var bare = word.TrimEnd('.', ',', ';', '!', '?', ':', ')', '"');
            if (bare.Length == 0 || bare.Any(c => !char.IsLetterOrDigit(c) && c is not '-' and not '\''))
                break;
            taken.Add(bare);
            if (bare.Length < word.Length)
                break;
        }
        while (
            taken.Count > 1 && (Articles.Contains(taken[^1]) || Joining.Contains(taken[^1]) && taken[^1] is not "up")
        )
            taken.RemoveAt(taken.Count - 1);
        return taken;
    }

    private static readonly HashSet<string> Ends =
    [
        .. "and but because so while when who which that even although though if where until then".Split(' '),
    ];

    private static Dictionary<string, string> Spellings()
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var verb in (
                "build bake plant follow look search hunt seek cross climb explore visit paint make save rescue help "
                + "repair solve find discover catch grow mend fix cook chase join meet travel deliver protect invent "
                + "knit sew share collect win open guard teach carry reach plan"
            ).Split(' ')
        )
        {
            var hissing = verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('s') || verb.EndsWith('x');
            spellings[
                verb.EndsWith("rry", StringComparison.Ordinal) ? verb[..^1] + "ies" : verb + (hissing ? "es" : "s")
            ] = verb;
            if (verb is not "plan" and not "win")
                spellings[(verb.EndsWith('e') ? verb[..^1] : verb) + "ing"] = verb;
        }
        spellings["crosses"] = "cross";
        spellings["fixes"] = "fix";
        spellings["searches"] = "search";
        spellings.Remove("crosss");
        spellings.Remove("fixs");
        spellings.Remove("building"); // more often a house than a deed
        spellings.Remove("meeting");
        spellings.Remove("plans");
        return spellings;
    }

    [GeneratedRegex(
        @"\b(?:must|has to|have to|needs? to|wants? to|wanted to|wanting to|tries to|tried to|try to|trying to|hopes? to|hoping to|longs? to|would like to|sets? out to|decides? to|learns?(?: how)? to|learning to|dreams? of being able to|vows to|dares to)\s+([a-z].*)"
    )]
    private static partial Regex Intent();

    [GeneratedRegex(@"\b(?:two|three|four|friends|sisters|brothers|twins|siblings|they)\b|^\w+ and \w+\b")]
    private static partial Regex Several();

    [GeneratedRegex(@"\b(?:the|a|an|his|her|their|its|my|of|some|many|with|about)$")]
    private static partial Regex Determined();

    [GeneratedRegex(@"\bwho \w+s (\w+)s\b")]
    private static partial Regex Antecedent();

    [GeneratedRegex(@"[a-z][a-z'-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
