namespace Atelier.Drawing.Backdrops;

public enum ZoneKind
{
    Ground,
    Water,
    Air,
    Surface,
}

/// <summary>A part of the page where figures may be.</summary>
/// <param name="Area">
/// In points, inside the page. On <see cref="ZoneKind.Ground"/> and <see cref="ZoneKind.Water"/> feet or keels are at a y
/// inside it; in <see cref="ZoneKind.Air"/> whole bodies; on a <see cref="ZoneKind.Surface"/> (a table, a bed) things
/// stand on its bottom edge.
/// </param>
/// <param name="FarScale">Points of page height per figure of height 1.0 (a child) at the top of the area.</param>
/// <param name="NearScale">The same at its bottom; sizes between are interpolated.</param>
public sealed record Zone(ZoneKind Kind, Box Area, double FarScale, double NearScale)
{
    /// <summary>Points per figure of height 1.0 for feet at <paramref name="y"/>.</summary>
    public double ScaleAt(double y)
    {
        var share = Area.Height <= 0 ? 1 : Math.Clamp((y - Area.Y) / Area.Height, 0, 1);
        return FarScale + (NearScale - FarScale) * share;
    }
}
