namespace Atelier.Drawing.Backdrops;

/// <summary>The calmer edge of a backdrop, where a text panel hides nothing that matters.</summary>
public enum PanelEdge
{
    Bottom,
    Top,
}

/// <summary>A painted place, in the page's points, reaching past every edge so that film layers can move.</summary>
/// <param name="Behind">Back to front, behind the actors: sky, far, middle, ground.</param>
/// <param name="InFront">In front of the actors: near, then weather where there is any.</param>
/// <param name="Defs">Gradients and clips the layers refer to; ids start with a prefix of this backdrop's own.</param>
/// <param name="Zones">Ground or water first: the first zone is where most figures belong.</param>
public sealed record Backdrop(
    IReadOnlyList<SceneLayer> Behind,
    IReadOnlyList<SceneLayer> InFront,
    string Defs,
    IReadOnlyList<Zone> Zones,
    PanelEdge PanelEdge
)
{
    /// <summary>Share of the longer side painted beyond each edge.</summary>
    public const double Overscan = 0.05;

    /// <summary>A room: no weather in it, things stand on a floor.</summary>
    public bool Indoors { get; init; }

    /// <summary>Where sun or moon stand, if they are to be seen.</summary>
    public Box? Luminary { get; init; }

    /// <summary>What the hour does to colours here, for what is put in front.</summary>
    internal Light Light { get; init; } = new(TimeOfDay.Day, Weather.Clear, Palette.Storybook);
}
