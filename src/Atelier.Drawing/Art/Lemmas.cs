namespace Atelier.Drawing.Art;

/// <summary>Singular forms an English noun may come from, likeliest first; the caller keeps the one it knows.</summary>
internal static class Lemmas
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["children"] = "child",
        ["grandchildren"] = "grandchild",
        ["people"] = "person",
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["oxen"] = "ox",
        ["dice"] = "die",
        ["leaves"] = "leaf",
        ["loaves"] = "loaf",
        ["wolves"] = "wolf",
        ["calves"] = "calf",
        ["elves"] = "elf",
        ["hooves"] = "hoof",
        ["thieves"] = "thief",
        ["scarves"] = "scarf",
        ["shelves"] = "shelf",
        ["knives"] = "knife",
        ["wives"] = "wife",
        ["cacti"] = "cactus",
        ["octopi"] = "octopus",
        ["fungi"] = "fungus",
    };

    // WordNet's own rules of detachment for nouns: morphy(7WN).
    private static readonly (string From, string To)[] Rules =
    [
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("zes", "z"),
        ("ses", "s"),
        ("oes", "o"),
        ("men", "man"),
        ("s", ""),
    ];

    public static IEnumerable<string> Of(string noun)
    {
        yield return noun;
        var space = noun.LastIndexOf(' ') + 1;
        var (head, last) = (noun[..space], noun[space..]);
        if (Irregular.TryGetValue(last, out var known))
            yield return head + known;
        foreach (var (from, to) in Rules)
            if (
                last.Length > from.Length + 1
                && last.EndsWith(from, StringComparison.Ordinal)
                && !last.EndsWith("ss", StringComparison.Ordinal)
            )
                yield return head + last[..^from.Length] + to;
    }
}
