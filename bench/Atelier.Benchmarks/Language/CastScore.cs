using Atelier.Language.Cast;

namespace Atelier.Benchmarks.Language;

/// <summary>
/// Whom a report's people stand for. A person stands for whoever has most of its mentions, by the names that are nobody
/// else's; each of the listed is stood for once at most: by the person with most mentions of theirs.
/// </summary>
internal sealed class CastScore
{
    private static readonly int[] Tops = [10, 20];

    public Dictionary<Rank, (int All, int Found)> ByRank { get; } = [];

    /// <summary>Of the first so many: how many stand for somebody, and how many are called like somebody, twice or not.</summary>
    public Dictionary<int, (int All, int Right, int Known)> ByTop { get; } = [];

    public List<string> Misses { get; } = [];

    /// <param name="heard">Whom people stand for by what they say: a teller without a name.</param>
    public void Add(
        string novel,
        string text,
        CastReport report,
        IReadOnlyList<GoldPerson> gold,
        IReadOnlyDictionary<string, int>? heard = null
    )
    {
        var stands = Stand(text, report, gold, heard);
        var found = stands.Values.ToHashSet();
        foreach (var person in gold)
        {
            var (all, good) = ByRank.GetValueOrDefault(person.Rank);
            ByRank[person.Rank] = (all + 1, good + (found.Contains(person) ? 1 : 0));
            if (person.Rank == Rank.Major && !found.Contains(person))
                Misses.Add($"{novel}: {person.Name} is missing");
        }
        var names = gold.SelectMany(person => person.Names).Select(Plain).ToHashSet();
        foreach (var top in Tops)
        {
            var first = report.People.Take(top).ToList();
            var right = first.Count(person => stands.ContainsKey(person.Id));
            var known = first.Count(person => stands.ContainsKey(person.Id) || IsCalled(person, names));
            var before = ByTop.GetValueOrDefault(top);
            ByTop[top] = (before.All + first.Count, before.Right + right, before.Known + known);
        }
        Misses.AddRange(
            report
                .People.Take(Tops[0])
                .Where(person => !stands.ContainsKey(person.Id))
                .Select(person => $"{novel}: nobody is {person.Name} ({string.Join(", ", person.Aliases.Take(5))})")
        );
    }

    private static bool IsCalled(Person person, HashSet<string> names) =>
        person.Aliases.Any(name => names.Contains(Plain(name)));

    private static Dictionary<int, GoldPerson> Stand(
        string text,
        CastReport report,
        IReadOnlyList<GoldPerson> gold,
        IReadOnlyDictionary<string, int>? heard
    )
    {
        var owners = gold.SelectMany(person => person.Names.Select(name => (Form: Plain(name), Person: person)))
            .Distinct()
            .GroupBy(one => one.Form)
            // A form that several bear is the most important one's.
            .Select(group => group.GroupBy(one => one.Person.Rank).MinBy(rank => rank.Key)!.ToList())
            .Where(bearers => bearers.Count == 1)
            .ToDictionary(bearers => bearers[0].Form, bearers => bearers[0].Person);
        var offers = report
            .People.SelectMany(person =>
                person
                    .MentionSpans.Select(span => owners.GetValueOrDefault(Plain(text[span.Start..span.End])))
                    .OfType<GoldPerson>()
                    .GroupBy(one => one)
                    .Select(group => (person.Id, Gold: group.Key, Count: group.Count()))
                    .OrderByDescending(offer => offer.Count)
                    .Take(1)
            )
            .ToList();
        if (heard is not null)
            foreach (var person in report.People.Where(person => offers.TrueForAll(offer => offer.Id != person.Id)))
                if (gold.FirstOrDefault(one => heard.TryGetValue(one.Name, out var id) && id == person.Id) is { } told)
                    offers.Add((person.Id, told, 0));
        var (stands, taken) = (new Dictionary<int, GoldPerson>(), new HashSet<GoldPerson>());
        foreach (var (id, person, _) in offers.OrderByDescending(offer => offer.Count).ThenBy(offer => offer.Id))
            if (taken.Add(person))
                stands[id] = person;
        return stands;
    }

    private static string Plain(string name)
    {
        var words = name.ToLowerInvariant()
            .Replace('’', '\'')
            .Split([' ', '\n', '\r', '\t', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile((word, i) => i == 0 && word is "the" or "monsieur" or "mister"));
    }
}
