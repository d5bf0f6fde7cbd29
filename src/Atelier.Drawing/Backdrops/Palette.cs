namespace Atelier.Drawing.Backdrops;

/// <summary>
/// A coherent shift of every colour of a picture, chosen by its author. Find one with <see cref="Named"/>.
/// </summary>
public sealed class Palette
{
    private static readonly Palette[] All =
    [
        new("storybook", 1, 0, 0, default, 0),
        new("pastel", 0.8, 0.5, 0, new Colour(0.93, 0.05, 20), 0.08),
        new("bold", 1.32, 0, 0, new Colour(0.5, 0.1, 280), 0.02),
        new("forest", 0.92, 0, 6, new Colour(0.62, 0.09, 145), 0.17),
        new("ocean", 0.95, 0, 4, new Colour(0.66, 0.09, 225), 0.2),
        new("sunset", 1.05, 0, -5, new Colour(0.72, 0.12, 45), 0.2),
        new("candy", 1.15, 0.24, -6, new Colour(0.8, 0.14, 350), 0.16),
        new("earth", 0.72, 0, -8, new Colour(0.62, 0.07, 65), 0.2),
        new("mono-ink", 0.06, 0.05, 0, new Colour(0.6, 0.05, 255), 0.5),
    ];

    private readonly double _chroma;
    private readonly double _lift;
    private readonly double _turn;
    private readonly Colour _key;
    private readonly double _share;

    private Palette(string name, double chroma, double lift, double turn, Colour key, double share)
    {
        Name = name;
        (_chroma, _lift, _turn, _key, _share) = (chroma, lift, turn, key, share);
    }

    public static Palette Storybook => All[0];

    /// <summary>The names an author can choose, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p.Name)];

    public string Name { get; }

    /// <summary>The palette of that name, or the default with a note for the author when there is none.</summary>
    public static (Palette Palette, string? Note) Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return (Storybook, null);
        var found = Array.Find(All, p => p.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return found is null
            ? (Storybook, $"There is no palette of that name; \"{Storybook.Name}\" was used.")
            : (found, null);
    }

    /// <summary>The colour (#rrggbb) as this palette shows it, for what is drawn in front of the backdrop.</summary>
    public string Tint(string hex) => Tint(Colour.Hex(hex)).ToString();

    internal Colour Tint(Colour colour)
    {
        var shifted = colour with
        {
            // Lifting only what is below white keeps night darker than day.
            L = colour.L + (1 - colour.L) * _lift * colour.L,
            C = colour.C * _chroma,
            H = colour.H + _turn,
        };
        var mixed = shifted.Mix(_key with { L = shifted.L }, _share);
        // Mixing opposite hues greys them; half of what is lost comes back.
        return mixed with { C = Math.Max(mixed.C, (mixed.C + shifted.C) / 2) };
    }
}
