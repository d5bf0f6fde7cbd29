namespace Atelier.Drawing.Art;

/// <summary>How big a thing outside the table is, and where it belongs, by the WordNet categories above it.</summary>
internal static class NaturalSize
{
    private static readonly Dictionary<string, (double Size, Habitat Habitat)> Categories = new(StringComparer.Ordinal)
    {
        ["building"] = (2.6, Habitat.Ground),
        ["vessel"] = (1.3, Habitat.Water),
        ["aircraft"] = (1.0, Habitat.Air),
        ["motor vehicle"] = (1.3, Habitat.Ground),
        ["vehicle"] = (1.2, Habitat.Ground),
        ["furniture"] = (0.8, Habitat.Ground),
        ["musical instrument"] = (0.4, Habitat.Small),
        ["garment"] = (0.4, Habitat.Small),
        ["clothing"] = (0.35, Habitat.Small),
        ["tree"] = (2.3, Habitat.Ground),
        ["flower"] = (0.4, Habitat.Ground),
        ["plant"] = (0.45, Habitat.Ground),
        ["insect"] = (0.16, Habitat.Small),
        ["bird"] = (0.4, Habitat.Ground),
        ["fish"] = (0.4, Habitat.Water),
        ["reptile"] = (0.4, Habitat.Ground),
        ["mammal"] = (0.8, Habitat.Ground),
        ["animal"] = (0.5, Habitat.Ground),
        ["person"] = (1.5, Habitat.Ground),
        ["geological formation"] = (3, Habitat.Ground),
        ["celestial body"] = (0.9, Habitat.Sky),
        ["structure"] = (1.8, Habitat.Ground),
        ["food"] = (0.22, Habitat.Small),
        ["tool"] = (0.28, Habitat.Small),
        ["plaything"] = (0.3, Habitat.Small),
        ["container"] = (0.3, Habitat.Small),
    };

    public static (double Size, Habitat Habitat) Of(string noun, EmojiKeywords.Entry entry, NounNet net)
    {
        var level = net.Senses(noun).Take(1).ToList();
        for (var steps = 0; steps < 12 && level.Count > 0; steps++)
        {
            var senses = level.ConvertAll(net.Read);
            foreach (var word in senses.SelectMany(s => s.Words))
                if (Categories.TryGetValue(word, out var size))
                    return size;
            level = [.. senses.SelectMany(s => s.Above).Distinct()];
        }
        return entry switch
        {
            { IsPerson: true } => (1.4, Habitat.Ground),
            { IsAnimal: true } => (0.5, Habitat.Ground),
            { Group: 5 } => (1.5, Habitat.Ground), // travel and places
            _ => (0.3, Habitat.Small),
        };
    }
}
