using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Composition;

/// <summary>What of a page is free for figures: its zones, less the text panel and the printer's margins.</summary>
internal sealed class Terrain
{
    private readonly IReadOnlyList<Zone> _zones;

    public Terrain(IReadOnlyList<Zone> zones, PageFrame page, TextPanel? panel)
    {
        (_zones, Page, Panel) = (zones, page, panel);
        var air = Math.Min(page.Width, page.Height) * 0.018;
        Top = panel is { AtTop: true } ? panel.Covers.Bottom + air : page.Live.Y;
        Bottom = panel is { AtTop: false } ? panel.Covers.Y - air : page.Height;
        Main = zones.Count > 0 ? zones[0] : new Zone(ZoneKind.Ground, page.Live, page.Height * 0.2, page.Height * 0.3);
        Ground = Find(ZoneKind.Ground) ?? Main;
    }

    public PageFrame Page { get; }
    public TextPanel? Panel { get; }

    /// <summary>Highest y for a head.</summary>
    public double Top { get; }

    /// <summary>Lowest y for a foot.</summary>
    public double Bottom { get; }

    public Zone Main { get; }
    public Zone Ground { get; }
    public Zone? Water => Find(ZoneKind.Water);
    public Zone? Air => Find(ZoneKind.Air);
    public IEnumerable<Zone> Surfaces => _zones.Where(z => z.Kind == ZoneKind.Surface);

    /// <summary>The page plays inside the water, not beside it.</summary>
    public bool IsSubmerged => Main.Kind == ZoneKind.Water;

    /// <summary>Points per child in the foreground.</summary>
    public double NearScale => Ground.NearScale;

    /// <summary>The y of a depth between 0 (far) and 1 (near) in a zone, kept clear of the panel.</summary>
    public double Foot(Zone zone, double depth)
    {
        var (far, near) = (zone.Area.Y, Math.Min(zone.Area.Bottom, Bottom));
        return near <= far ? near : far + (near - far) * depth;
    }

    /// <summary>Share of a box outside the picture's live width.</summary>
    public double Outside(Box box)
    {
        var over = Math.Max(0, Page.Live.X - box.X) + Math.Max(0, box.Right - Page.Live.Right);
        return box.Width <= 0 ? 0 : Math.Min(1, over / box.Width);
    }

    private Zone? Find(ZoneKind kind) => _zones.FirstOrDefault(z => z.Kind == kind);
}
