using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>Animals that are best drawn whole, and where on the 32 x 32 drawing a hat or bow sits.</summary>
/// <param name="HatX">Top of the head; the drawing looks to the left.</param>
/// <param name="Eye">Centre of the face.</param>
internal sealed record WholeAnimal(double HatX, double HatY, double Size, Habitat Habitat, double EyeX, double EyeY);

internal static class WholeAnimals
{
    private static readonly Dictionary<string, WholeAnimal> Table = new(StringComparer.Ordinal)
    {
        ["bat"] = new(15, 14, 0.6, Habitat.Air, 15, 18),
        ["honeybee"] = new(7, 9.5, 0.5, Habitat.Air, 6, 14),
        ["lady-beetle"] = new(16, 3.5, 0.5, Habitat.Ground, 16, 8),
        ["butterfly"] = new(16, 7, 0.58, Habitat.Air, 16, 9),
        ["ant"] = new(9, 8, 0.5, Habitat.Ground, 8, 13),
        ["beetle"] = new(16, 6, 0.5, Habitat.Ground, 16, 9),
        ["spider"] = new(16, 9, 0.52, Habitat.Ground, 16, 13),
        ["octopus"] = new(16, 5, 0.85, Habitat.Water, 16, 15),
        ["squid"] = new(16, 4, 0.8, Habitat.Water, 16, 15),
        ["crab"] = new(16, 12, 0.6, Habitat.Ground, 16, 16),
        ["lobster"] = new(16, 8, 0.6, Habitat.Ground, 16, 12),
        ["shrimp"] = new(14, 6, 0.5, Habitat.Water, 9, 11),
        ["fish"] = new(11, 8, 0.6, Habitat.Water, 7, 15),
        ["tropical-fish"] = new(13, 8, 0.6, Habitat.Water, 8, 15),
        ["blowfish"] = new(15, 6, 0.6, Habitat.Water, 8, 15),
        ["shark"] = new(10, 8, 1.2, Habitat.Water, 8, 13),
        ["whale"] = new(10, 8.5, 1.6, Habitat.Water, 12, 14),
        ["spouting-whale"] = new(14, 10, 1.6, Habitat.Water, 12, 16),
        ["dolphin"] = new(12, 7, 1.1, Habitat.Water, 10, 12),
        ["jellyfish"] = new(16, 3, 0.7, Habitat.Water, 16, 12),
        ["seal"] = new(9, 9, 0.95, Habitat.Ground, 8, 14),
        ["swan"] = new(8, 3.5, 0.85, Habitat.Water, 6, 7),
        ["dove"] = new(10, 6, 0.55, Habitat.Air, 9, 10),
        ["eagle"] = new(7, 10, 0.75, Habitat.Air, 6, 14),
        ["peacock"] = new(16, 8, 0.9, Habitat.Ground, 16, 10),
        ["flamingo"] = new(9, 3.5, 1.0, Habitat.Ground, 8, 7),
        ["dodo"] = new(12, 4, 0.85, Habitat.Ground, 9, 8),
        ["parrot"] = new(14, 3, 0.6, Habitat.Ground, 11, 7),
        ["kangaroo"] = new(8, 4, 1.2, Habitat.Ground, 7, 8),
        ["llama"] = new(7, 4, 1.15, Habitat.Ground, 6, 9),
        ["camel"] = new(7, 5, 1.4, Habitat.Ground, 6, 9),
        ["rhinoceros"] = new(9, 12, 1.35, Habitat.Ground, 7, 15),
        ["lizard"] = new(14, 3, 0.55, Habitat.Ground, 14, 6),
        ["snake"] = new(23, 3, 0.7, Habitat.Ground, 24, 6),
        ["snail"] = new(7, 3.5, 0.55, Habitat.Ground, 7, 9),
        ["worm"] = new(10, 3, 0.5, Habitat.Ground, 10, 5),
        ["sloth"] = new(9, 13, 0.85, Habitat.Ground, 9, 18),
        ["ghost"] = new(16, 3, 0.8, Habitat.Air, 16, 11),
        ["teddy-bear"] = new(16, 4, 0.7, Habitat.Ground, 16, 10),
        ["phoenix-bird"] = new(14, 8, 0.9, Habitat.Air, 14, 11),
        ["sun-with-face"] = new(16, 4, 1.0, Habitat.Air, 16, 15),
        ["full-moon-face"] = new(16, 3, 1.0, Habitat.Air, 16, 15),
        ["new-moon-face"] = new(16, 3, 1.0, Habitat.Air, 16, 15),
        ["first-quarter-moon-face"] = new(16, 3, 1.0, Habitat.Air, 17, 14),
    };

    public static WholeAnimal? Find(string name) => Table.GetValueOrDefault(name);
}
