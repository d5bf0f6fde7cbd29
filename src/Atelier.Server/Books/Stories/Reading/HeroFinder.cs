using System.Text.RegularExpressions;
using Atelier.Books.Stories.Grammar;

namespace Atelier.Books.Stories.Reading;

internal sealed record Who(
    string? Noun,
    string? Name,
    string? Pronouns,
    IReadOnlyList<string> Traits,
    string? FriendNoun,
    string? FriendName
);

/// <summary>Finds the hero of a prompt: the first being that is not the object of the wish, with its adjectives.</summary>
internal static partial class HeroFinder
{
    private static readonly HashSet<string> Verbs =
    [
        .. (
            "wants wanted want find finds look looking looks search searching searches seek lost loses meet "
            + "meets build builds make makes save saves rescue learn learns afraid scared helps help tries "
            + "dreams wishes visit visits see of for with like loves bakes stole took become be"
        ).Split(' '),
    ];
    private static readonly HashSet<string> Skip =
    [
        .. (
            "a an the my our his her about story book one two three some this that tale bedtime young and "
            + "named called is was in on at to write please who picture adventure once upon time there lived i "
            + "it goodnight good mystery stories adventures tell me children kids children's make"
        ).Split(' '),
    ];

    public static Who Find(string text, Vocabulary vocabulary)
    {
        var words = Regex.Matches(text, @"[\p{L}\p{M}][\p{L}\p{M}'’-]*|[.,;!?]").Select(m => m.Value).ToList();
        var named = Regex.Match(text, @"\b(?:named|called)\s+(\p{Lu}[\p{L}\p{M}'’-]*)");
        var name = named.Success ? named.Groups[1].Value : null;
        (int At, string Noun)? first = null;
        (int At, string Noun)? second = null;
        var verbAt = words.FindIndex(w =>
            Verbs.Contains(w.ToLowerInvariant()) && w.ToLowerInvariant() is not "of" and not "for"
        );
        for (var i = 0; i < words.Count; i++)
        {
            var lower = words[i].ToLowerInvariant();
            // "A wizard's wish" is about the wizard; "who stole the baker's buns" is not about the baker.
            if (
                first is null
                && i < 3
                && (verbAt < 0 || i < verbAt)
                && (lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal))
            )
                lower = lower[..^2];
            if (
                lower.EndsWith("'s", StringComparison.Ordinal)
                || lower.EndsWith("’s", StringComparison.Ordinal)
                || IsPlaceOnly(words, i)
                || vocabulary.KindOf(lower) is null
                || lower is "friend" or "friends" or "kids" or "children" or "toy" or "book" or "ball"
                || Modifies(words, i, vocabulary)
            )
                continue;
            if (first is null)
                first = (i, lower);
            else if (
                second is null
                && words
                    .Skip(Math.Max(0, i - 3))
                    .Take(3)
                    .Any(w => string.Equals(w, "and", StringComparison.OrdinalIgnoreCase))
                && lower != first.Value.Noun
            )
                second = (i, lower);
        }
        // A known being only named as the object ("wants a puppy") is not the hero when somebody else is named first.
        var unknown = UnknownHero(words, vocabulary, first?.At ?? int.MaxValue, verbAt);
        if (unknown is not null && (first is null || (verbAt >= 0 && first.Value.At > verbAt)))
            (second, first) = (first, unknown);
        var traits = first is null ? [] : Traits(words, first.Value.At, vocabulary);
        if (traits.Count == 0)
            traits =
            [
                .. words
                    .Select(w => w.ToLowerInvariant())
                    .Where(w => vocabulary.TraitOf(w) is not null && w is not "kind" and not "little")
                    .Distinct()
                    .Take(1),
            ];
        var pair = Pair().Match(text);
        string? friendName = null;
        if (
            pair.Success
            && !Skip.Contains(pair.Groups[1].Value.ToLowerInvariant())
            && vocabulary.KindOf(pair.Groups[2].Value) is null
        )
        {
            friendName = pair.Groups[2].Value;
            name ??= vocabulary.KindOf(pair.Groups[1].Value) is null ? pair.Groups[1].Value : friendName;
            friendName = name == friendName ? null : friendName;
        }
        name ??= NameBeside(words, first?.At, vocabulary);
        if (
            Kin().Match(text.ToLowerInvariant()) is { Success: true } kin
            && vocabulary.KindOf(kin.Groups[1].Value) is not null
        )
        {
            // "two rabbit sisters": both of them are rabbits.
            var own = Vocabulary.Singular(
                kin.Groups[1].Value,
                w => vocabulary.KindOf(w) is not null && !w.EndsWith('s')
            );
            return new Who(own, name, GenderOf(kin.Groups[2].Value), traits, own, friendName);
        }
        var noun = first is null ? null : Whole(words, first.Value.At, first.Value.Noun, vocabulary);
        if (noun is not null && first is { } f && words[f.At].EndsWith('s'))
            noun = Vocabulary.Singular(noun, w => vocabulary.KindOf(w) is not null && !w.EndsWith('s'));
        var pronouns = GenderOf(noun);
        var plain = noun is null ? null : Plain(noun);
        if (friendName is null && name is not null && pair.Success && name == pair.Groups[2].Value)
            plain = "child"; // "Grandma and Nell": the child is the hero
        return new Who(
            plain,
            name,
            pronouns,
            traits,
            second?.Noun.TrimEnd('s') ?? (friendName is null ? null : plain ?? "child"),
            friendName
        );
    }

    // A story is about a boy; he is a son only to whoever asked for it.
    private static string Plain(string noun) =>
        noun switch
        {
            "son" or "grandson" or "nephew" or "brother" => "boy",
            "daughter" or "granddaughter" or "niece" or "sister" => "girl",
            "twin" or "kid" or "toddler" or "baby" => "child",
            _ => noun,
        };

    [GeneratedRegex(@"\b(\p{Lu}[\p{Ll}\p{M}]+) and (\p{Lu}[\p{Ll}\p{M}]+)\b")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\btwo (?:\w+ )??(\w+?)s? (sisters|brothers|friends|twins|cousins|siblings)\b")]
    private static partial Regex Kin();

    // "lighthouse keeper", "guinea pig": nouns joined before the head, but not adjectives and small words.
    private static string Whole(List<string> words, int at, string noun, Vocabulary vocabulary)
    {
        if (at == 0 || !words.Take(at).Any(w => w.ToLowerInvariant() is "a" or "an" or "the" or "my"))
            return noun;
        var before = words[at - 1].ToLowerInvariant();
        var joined = Regex.IsMatch(
            before,
            "^(lighthouse|guinea|polar|sea|fire|teddy|ginger|baby|sugar|police|hot|prairie|space|cat|dog|tooth|train|bus|truck|mountain|snow|steam|beach|circus|bakery|dung|jelly|ice)$"
        );
        return joined ? $"{before} {noun}" : noun;
    }

    private static bool Modifies(List<string> words, int i, Vocabulary vocabulary) =>
        i + 1 < words.Count
        && words[i].ToLowerInvariant() is var w
        && words[i + 1].ToLowerInvariant()
            is "keeper"
                or "driver"
                or "detective"
                or "doctor"
                or "friend"
                or "captain"
                or "race"
        && w is not "snail" and not "tortoise"
        && vocabulary.KindOf(words[i + 1]) is not null;

    private static bool IsPlaceOnly(List<string> words, int i) =>
        words[i].ToLowerInvariant()
            is "moon"
                or "sun"
                or "star"
                or "stars"
                or "planet"
                or "tree"
                or "trees"
                or "boat"
                or "ship"
                or "castle"
                or "book"
                or "hat"
                or "wind"
                or "rainbow"
                or "clouds"
                or "flower"
                or "kite"
                or "cake"
                or "cookie"
                or "cookies"
                or "seed"
                or "rocket"
                or "cup"
                or "balloon"
                or "lantern"
                or "apple"
                or "button"
                or "mitten"
                or "mittens"
                or "train"
                or "trains"
                or "pumpkin"
        && (
            i > 0
            && Enumerable
                .Range(0, i)
                .Any(k =>
                    Verbs.Contains(words[k].ToLowerInvariant())
                    || words[k].ToLowerInvariant() is "to" or "in" or "on" or "under"
                )
        );

    private static (int, string)? UnknownHero(List<string> words, Vocabulary vocabulary, int before, int verbAt)
    {
        for (var i = 0; i + 1 < words.Count && i < before; i++)
        {
            if (words[i].ToLowerInvariant() is not ("a" or "an" or "the"))
                continue;
            var j = i + 1;
            while (
                j + 1 < words.Count
                && j < i + 4
                && !(
                    words[j + 1].ToLowerInvariant()
                        is "who"
                            or "that"
                            or "which"
                            or "named"
                            or "called"
                            or "in"
                            or "on"
                            or ","
                            or "."
                            or "and"
                            or "is"
                            or "has"
                    || Verbs.Contains(words[j + 1].ToLowerInvariant())
                )
            )
                j++;
            var word = words[j].ToLowerInvariant();
            // Without "who", a verb or an end after it, the noun is only somewhere in the sentence.
            var closed = j + 1 >= words.Count ? words.Count <= 4 : true;
            if (
                !closed
                || words
                    .Skip(i)
                    .Take(j - i)
                    .Any(w =>
                        w.ToLowerInvariant() is "missing" or "lost" or "strange" or "magic"
                        || w.EndsWith("'s", StringComparison.Ordinal)
                    )
            )
                continue;
            if (
                word.Length > 2
                && !Skip.Contains(word)
                && vocabulary.TraitOf(word) is null
                && vocabulary.PlaceOf(word) is null
                && (verbAt < 0 || j < verbAt)
            )
                return (j, word);
        }
        return null;
    }

    private static List<string> Traits(List<string> words, int at, Vocabulary vocabulary)
    {
        var traits = new List<string>();
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            var word = words[i].ToLowerInvariant();
            if (word is "a" or "an" or "the" or "my" or "," && traits.Count == 0 && word != ",")
                break;
            if (vocabulary.TraitOf(word) is not null)
                traits.Insert(0, word);
        }
        return traits;
    }

    private static string? NameBeside(List<string> words, int? at, Vocabulary vocabulary)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var lower = word.ToLowerInvariant();
            if (
                !char.IsUpper(word[0])
                || word.Length < 2
                || Skip.Contains(lower)
                || vocabulary.KindOf(lower) is not null
                || vocabulary.PlaceOf(lower) is not null
                || vocabulary.TraitOf(lower) is not null
                || lower.EndsWith("'s", StringComparison.Ordinal)
            )
                continue;
            var next = i + 1 < words.Count ? words[i + 1].ToLowerInvariant() : "";
            var previous = i > 0 ? words[i - 1].ToLowerInvariant() : "";
            // Mid-sentence capitals are names beside the hero or before what a person does; a first word needs more proof.
            if (
                i > 0
                && previous is not "." and not "!" and not "?"
                && (
                    at == i - 1
                    || previous is "son" or "daughter" or "girl" or "boy" or "about" or "for" or "twins"
                    || next is "the" or "," or "who" or "wants" or "and" or "is"
                )
            )
                return word;
            if (
                i == 0
                && (next is "the" or "who" or "wants" or "is" or "has" or "loves" or "," || Verbs.Contains(next))
                && word.Length > 2
                && next.Length > 0
                && !Verbs.Contains(lower)
                && (next != "," || at is not null)
            )
                return word;
        }
        return null;
    }

    public static string? GenderOf(string? noun) =>
        noun is null ? null
        : Regex.IsMatch(
            noun,
            @"\b(girl|daughter|sister|princess|queen|witch|grandma|grandmother|mother|mum|mom|aunt|woman|lady|ballerina|lioness|hen|cow|vixen|mermaid|niece|snowwoman)s?\b"
        )
            ? "she/her"
        : Regex.IsMatch(
            noun,
            @"\b(boy|son|brother|prince|king|wizard|grandpa|grandfather|father|dad|uncle|man|rooster|bull|tomcat|nephew|snowman)s?\b"
        )
            ? "he/him"
        : null;
}
