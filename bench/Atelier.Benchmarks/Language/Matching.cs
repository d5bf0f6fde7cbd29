using Atelier.Language.Cast;

namespace Atelier.Benchmarks.Language;

/// <summary>
/// Says which person of the report an annotator's entity is: by name where it has one, else the one who is given most of
/// its quotations. One person stands for one entity at most, so lumping two speakers together earns only one of them.
/// </summary>
internal static class Matching
{
    private static readonly HashSet<string> Titles =
    [
        "mr",
        "mrs",
        "miss",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "captain",
        "farmer",
        "father",
        "aunt",
        "uncle",
        "the",
        "a",
        "an",
        "my",
        "his",
        "her",
        "of",
        "old",
        "young",
        "sergeant",
        "parson",
        "count",
        "professor",
        "bishop",
        "poor",
        "maid",
        "brother",
        "s",
    ];

    public static Dictionary<string, int> Of(
        CastReport report,
        IReadOnlyList<(GoldQuote Gold, Quotation? Found)> pairs,
        Func<string, IReadOnlyList<string>> namesOf
    )
    {
        var offers = new List<(string Gold, int Person, int Fit, int Shared)>();
        foreach (var said in pairs.GroupBy(pair => pair.Gold.Speaker))
        {
            var names = namesOf(said.Key);
            var isNamed = names.Any(IsNamed);
            foreach (var person in report.People)
            {
                var shared = said.Count(pair => pair.Found?.Speaker == person.Id);
                var fit = Fit(names, person);
                // Who has a name must be found under it, or without any.
                if (fit > 0 || (shared > 0 && (!isNamed || !person.Aliases.Any(IsNamed))))
                    offers.Add((said.Key, person.Id, fit, shared));
            }
        }
        var matched = new Dictionary<string, int>();
        foreach (var offer in offers.OrderByDescending(o => o.Fit + o.Shared).ThenBy(o => o.Person))
            if (!matched.ContainsKey(offer.Gold) && !matched.ContainsValue(offer.Person))
                matched[offer.Gold] = offer.Person;
        return matched;
    }

    private static bool IsNamed(string name)
    {
        var words = name.Split(' ', '_');
        return words[0]
                is not (
                    "The"
                    or "THE"
                    or "A"
                    or "An"
                    or "My"
                    or "Other"
                    or "One"
                    or "I"
                    or "They"
                    or "Narrator"
                    or "NARRATOR"
                )
            && words.Any(word =>
                word.Length > 0 && char.IsUpper(word[0]) && !Titles.Contains(word.ToLowerInvariant().TrimEnd('.'))
            );
    }

    /// <summary>3 the same name, 2 a name inside the other, 0 none of it.</summary>
    public static int Fit(IReadOnlyList<string> gold, Person person) => gold.Max(name => Fit(name, person));

    /// <summary>"Mrs_Bennet-7" is Mrs Bennet.</summary>
    public static IReadOnlyList<string> NamesOf(string entity)
    {
        var dash = entity.LastIndexOf('-');
        return [dash > 0 && char.IsAsciiDigit(entity[^1]) ? entity[..dash] : entity];
    }

    private static int Fit(string gold, Person person)
    {
        var words = Words(gold);
        var best = 0;
        foreach (var alias in person.Aliases)
        {
            var other = Words(alias);
            if (words.SequenceEqual(other) || (alias == "Narrator" && words is ["i"]))
                return 3;
            var (mine, theirs) = (words.Except(Titles).ToList(), other.Except(Titles).ToList());
            if (mine.Count == 0 || theirs.Count == 0 || Female(words) && Male(other) || Male(words) && Female(other))
                continue;
            if (mine.All(theirs.Contains) || theirs.All(mine.Contains))
                best = 2;
        }
        return best;
    }

    private static bool Female(string[] words) => words.Any(w => w is "mrs" or "miss" or "lady" or "aunt");

    private static bool Male(string[] words) => words.Any(w => w is "mr" or "sir" or "lord" or "uncle" or "captain");

    private static string[] Words(string name) =>
        name.ToLowerInvariant().Split([' ', '_', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
}
