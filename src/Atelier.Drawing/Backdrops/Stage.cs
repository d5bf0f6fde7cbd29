namespace Atelier.Drawing.Backdrops;

/// <summary>The page being painted: its measures, light and layers, and where the viewer stands.</summary>
internal sealed class Stage
{
    // How large a figure at the horizon line looks, as a share of NearScale.
    private readonly double _horizonScale;

    private readonly List<Zone> _zones = [];

    public Stage(
        PageFrame page,
        Shot shot,
        Light light,
        Palette palette,
        Canvas canvas,
        Seed seed,
        PanelEdge edge,
        bool indoors
    )
    {
        (W, H, Shot, Edge) = (page.Width, page.Height, shot, edge);
        (Light, Palette, Canvas, Seed) = (light, palette, canvas, seed);
        _horizonScale = indoors ? 0.66 : 0.38;
        var over = Backdrop.Overscan * Math.Max(W, H);
        (Left, Top, Right, Bottom) = (-over, -over, W + over, H + over);
        var chance = seed.For("stage");
        Mirrored = chance.Chance(0.5);
        NearScale =
            H
            * shot switch
            {
                Shot.Wide => 0.215,
                Shot.Medium => 0.34,
                _ => 0.54,
            };
        var horizon = shot switch
        {
            Shot.Wide => 0.46,
            Shot.Medium => 0.45,
            _ => 0.42,
        };
        if (indoors)
            horizon += 0.15; // walls need height for furniture, floors do not need depth
        Horizon = H * (horizon + (edge == PanelEdge.Top ? 0.1 : 0) + chance.Between(-0.025, 0.025));
        NearLine = H * (edge == PanelEdge.Top ? 0.95 : 0.9);
    }

    public double W { get; }
    public double H { get; }
    public double Left { get; }
    public double Top { get; }
    public double Right { get; }
    public double Bottom { get; }
    public Shot Shot { get; }
    public Light Light { get; }

    /// <summary>Snow lies on the ground, whether or not it falls.</summary>
    public bool Snowy { get; set; }

    /// <summary>Where sun or moon were painted, if they were.</summary>
    public Box? Luminary { get; set; }

    /// <summary>Neither sun nor moon is to be seen.</summary>
    public bool BareSky { get; set; }

    /// <summary>Whether a point of the ground is path, where nothing grows.</summary>
    public Func<double, double, bool> IsTrodden { get; set; } = (_, _) => false;
    public Palette Palette { get; }
    public Canvas Canvas { get; }
    public Seed Seed { get; }
    public PanelEdge Edge { get; }
    public bool Mirrored { get; }

    /// <summary>Points of page height of a child who stands on <see cref="NearLine"/>.</summary>
    public double NearScale { get; }
    public double NearLine { get; }

    /// <summary>Where ground meets distance; indoors, where the floor meets the wall.</summary>
    public double Horizon { get; }

    public Layer Sky { get; } = new("sky");
    public Layer Far { get; } = new("far");
    public Layer Middle { get; } = new("middle");
    public Layer Ground { get; } = new("ground");
    public Layer Near { get; } = new("near");
    public Layer WeatherLayer { get; } = new("weather");
    public IReadOnlyList<Zone> Zones => _zones;

    /// <summary>The same everywhere on the page whatever its size: for line widths and leaf sizes.</summary>
    public double Unit => Math.Min(W, H) / 100;

    /// <summary>Top of the ground where actors stand.</summary>
    public double FarLine => Horizon + (NearLine - Horizon) * 0.42;

    /// <summary>1 where shapes lean or shine to the side of the sun, -1 when the page is mirrored.</summary>
    public int Side => Mirrored ? -1 : 1;

    public Box Everything => new(Left, Top, Right - Left, Bottom - Top);

    /// <summary>How many of what a square page has <paramref name="onSquare"/> of suit this page's breadth.</summary>
    public int Count(int onSquare) => (int)Math.Round(onSquare * Math.Clamp(W / H, 0.75, 2));

    /// <summary>A share of the width, from the side that this seed calls left.</summary>
    public double X(double share) => W * (Mirrored ? 1 - share : share);

    /// <summary>Points per child for feet at <paramref name="y"/>, below the horizon.</summary>
    public double ScaleAt(double y) =>
        NearScale * (_horizonScale + (1 - _horizonScale) * (y - Horizon) / (NearLine - Horizon));

    public void AddZone(ZoneKind kind, Box area, double farScale, double nearScale)
    {
        double left = Math.Clamp(area.X, 0, W),
            top = Math.Clamp(area.Y, 0, H);
        double right = Math.Clamp(area.Right, left, W),
            bottom = Math.Clamp(area.Bottom, top, H);
        _zones.Add(new Zone(kind, new Box(left, top, right - left, bottom - top), farScale, nearScale));
    }

    /// <summary>The usual floor: the width of the page from <see cref="FarLine"/> to <see cref="NearLine"/>.</summary>
    public void AddGround(double left = 0.03, double right = 0.97) =>
        AddZone(
            ZoneKind.Ground,
            new Box(W * left, FarLine, W * (right - left), NearLine - FarLine),
            ScaleAt(FarLine),
            NearScale
        );

    /// <summary>The sky above the horizon, birds smaller far up.</summary>
    public void AddAir() =>
        AddZone(ZoneKind.Air, new Box(W * 0.04, H * 0.05, W * 0.92, Horizon * 0.8), NearScale * 0.6, NearScale * 0.75);
}
