using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A great hall: lancet windows, banners, torches, a throne at the end of a carpet.</summary>
internal sealed class CastleHall : IScenery
{
    private static readonly Colour Stone = new(0.78, 0.03, 70);
    private static readonly Colour[] Cloths =
    [
        new(0.54, 0.17, 25),
        new(0.5, 0.13, 265),
        new(0.5, 0.1, 160),
        new(0.5, 0.14, 320),
    ];

    public bool Indoors => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("hall");
        var cloth = chance.Pick(Cloths);
        var y = stage.Horizon + stage.H * 0.02;
        var u = stage.ScaleAt(y);
        stage.AddGround();
        stage.AddAir();
        Masonry(stage, chance.For("masonry"));
        Room.Tiles(stage, new(0.8, 0.03, 75), new(0.68, 0.035, 60));
        Room.Skirting(stage, Stone.Darker(0.1));
        Furniture.Lamplight(stage, stage.X(0.5), u);
        Carpet(stage, cloth, u);
        var hall = new Fortress(stage, stage.Far, Stone, cloth, cloth, 0);
        Row(stage, hall, cloth, y, u, chance);
        Chandelier(stage, stage.X(0.5), u);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Column(stage, side < 0 ? stage.W * 0.005 : stage.W * 0.995, u);
    }

    private static void Masonry(Stage stage, Seed chance)
    {
        var wall = stage.Light.On(Stone);
        var all = stage.Everything;
        stage.Sky.Fill(
            new PathData().Rect(all.X, all.Y, all.Width, all.Height),
            stage.Canvas.Down(wall.Darker(0.06), wall.Lighter(0.01))
        );
        var (pale, dark) = (new PathData(), new PathData());
        var u = stage.ScaleAt(stage.Horizon);
        double h = u * 0.17,
            w = u * 0.36;
        var row = 0;
        for (var y = stage.Horizon - h; y > stage.Top - h; y -= h, row++)
        for (var x = stage.Left - w * (row % 2) * 0.5; x < stage.Right; x += w)
            if (chance.Chance(0.22))
                (chance.Chance(0.5) ? pale : dark).Round(x, y, w * 0.94, h * 0.88, h * 0.14);
        stage.Sky.Fill(pale, wall.Lighter(0.035), 0.8);
        stage.Sky.Fill(dark, wall.Darker(0.04), 0.8);
    }

    /// <summary>The throne in the middle; windows, torches and banners the same on both its sides.</summary>
    private static void Row(Stage stage, Fortress hall, Colour cloth, double y, double u, Seed chance)
    {
        var middle = stage.X(0.5);
        var high = Math.Clamp((stage.Horizon - stage.H * 0.06) / u, 1.9, 3.4);
        var top = stage.Horizon - u * (high - 0.12);
        Throne(stage, middle, y, u, cloth, new(0.82, 0.13, 85));
        var turn = chance.Below(2);
        var offset = u * 1.05;
        for (var i = 0; offset < stage.W * 0.62; i++)
        {
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var x = middle + side * offset;
                switch ((i + turn) % 4)
                {
                    case 0 or 2:
                        Window.Lancet(
                            stage,
                            x,
                            top,
                            u * 0.58,
                            u * (high - 0.8),
                            Stone.Lighter(0.07),
                            chance.For("glass", i)
                        );
                        break;
                    case 1:
                        Torch(stage, x, stage.Horizon - u * 1.15, u);
                        break;
                    default:
                        hall.Banner(x, top, u * 0.5, u * (high - 0.95));
                        break;
                }
            }
            offset += u * ((i + turn) % 4 is 1 ? 0.62 : 0.72);
        }
    }

    private static void Throne(Stage stage, double x, double y, double u, Colour cloth, Colour gold)
    {
        var light = stage.Light;
        var layer = stage.Ground;
        Furniture.Contact(stage, x, y + u * 0.04, u * 0.62);
        layer.Fill(
            new PathData().Round(x - u * 0.58, y - u * 0.1, u * 1.16, u * 0.14, u * 0.02),
            light.On(Stone.Lighter(0.05))
        );
        layer.Fill(
            new PathData().Round(x - u * 0.48, y - u * 0.18, u * 0.96, u * 0.1, u * 0.02),
            light.On(Stone.Lighter(0.09))
        );
        var metal = light.On(gold);
        var back = new PathData()
            .Move(x - u * 0.34, y - u * 0.18)
            .Line(x - u * 0.34, y - u * 1.2)
            .Quad(x - u * 0.3, y - u * 1.45, x, y - u * 1.55)
            .Quad(x + u * 0.3, y - u * 1.45, x + u * 0.34, y - u * 1.2)
            .Line(x + u * 0.34, y - u * 0.18)
            .Close();
        layer.Fill(back, stage.Canvas.Down(metal.Lighter(0.03), metal.Darker(0.07)));
        var pad = new PathData()
            .Move(x - u * 0.25, y - u * 0.5)
            .Line(x - u * 0.25, y - u * 1.15)
            .Quad(x - u * 0.2, y - u * 1.34, x, y - u * 1.4)
            .Quad(x + u * 0.2, y - u * 1.34, x + u * 0.25, y - u * 1.15)
            .Line(x + u * 0.25, y - u * 0.5)
            .Close();
        layer.Fill(pad, light.On(cloth.Lighter(0.03)));
        layer.Fill(
            new PathData().Round(x - u * 0.38, y - u * 0.56, u * 0.76, u * 0.16, u * 0.06),
            light.On(cloth.Lighter(0.08))
        );
        layer.Fill(new PathData().Rect(x - u * 0.34, y - u * 0.42, u * 0.68, u * 0.24), metal.Darker(0.05));
        layer.Fill(
            new PathData()
                .Round(x - u * 0.46, y - u * 0.76, u * 0.13, u * 0.58, u * 0.05)
                .Round(x + u * 0.33, y - u * 0.76, u * 0.13, u * 0.58, u * 0.05),
            metal
        );
        layer.Fill(
            new PathData()
                .Circle(x, y - u * 1.56, u * 0.07)
                .Circle(x - u * 0.33, y - u * 1.22, u * 0.055)
                .Circle(x + u * 0.33, y - u * 1.22, u * 0.055),
            light.On(new(0.62, 0.19, 20))
        );
    }

    private static void Torch(Stage stage, double x, double y, double u)
    {
        var light = stage.Light;
        var glow = light.Lamp;
        var strength = light.LampsLit ? 0.62 : 0.25;
        stage.Far.Fill(
            new PathData().Circle(x, y - u * 0.2, u * 1.05),
            stage.Canvas.Glow((0, glow, strength), (0.4, glow, strength * 0.4), (1, glow, 0))
        );
        stage.Far.Fill(
            new PathData().Polygon(
                (x - u * 0.09, y - u * 0.05),
                (x + u * 0.09, y - u * 0.05),
                (x + u * 0.035, y + u * 0.32),
                (x - u * 0.035, y + u * 0.32)
            ),
            light.On(new(0.42, 0.06, 50))
        );
        PathData Flame(double s) =>
            new PathData()
                .Move(x, y - u * 0.42 * s)
                .Cubic(x + u * 0.16 * s, y - u * 0.2 * s, x + u * 0.12 * s, y, x, y)
                .Cubic(x - u * 0.12 * s, y, x - u * 0.16 * s, y - u * 0.14 * s, x, y - u * 0.42 * s)
                .Close();
        stage.Far.Fill(Flame(1), light.Glowing(new(0.74, 0.18, 50)));
        stage.Far.Fill(Flame(0.62), light.Glowing(new(0.9, 0.15, 88)));
        stage.Far.Fill(
            new PathData().Round(x - u * 0.1, y - u * 0.07, u * 0.2, u * 0.06, u * 0.02),
            light.On(new(0.35, 0.03, 60))
        );
    }

    private static void Carpet(Stage stage, Colour cloth, double u)
    {
        var x = stage.X(0.5);
        PathData Strip(double near, double far) =>
            new PathData().Polygon(
                (x - far, stage.Horizon + stage.H * 0.012),
                (x + far, stage.Horizon + stage.H * 0.012),
                (x + near, stage.Bottom),
                (x - near, stage.Bottom)
            );
        stage.Ground.Fill(Strip(u * 1.2, u * 0.62), stage.Light.On(new(0.82, 0.12, 85)));
        stage.Ground.Fill(
            Strip(u * 1.1, u * 0.565),
            stage.Canvas.Down(stage.Light.On(cloth.Darker(0.02)), stage.Light.On(cloth.Lighter(0.05)))
        );
    }

    private static void Chandelier(Stage stage, double x, double u)
    {
        var light = stage.Light;
        var y = Math.Max(stage.H * 0.13, stage.Horizon - u * 2.5);
        var iron = light.On(new Colour(0.4, 0.04, 60));
        if (light.LampsLit)
            stage.Sky.Fill(
                new PathData().Circle(x, y, u * 2.4),
                stage.Canvas.Glow((0, light.Lamp, 0.5), (0.35, light.Lamp, 0.22), (1, light.Lamp, 0))
            );
        stage.Far.Stroke(
            new PathData()
                .Move(x, stage.Top)
                .Line(x, y - u * 0.3)
                .Line(x - u * 0.6, y)
                .Move(x, y - u * 0.3)
                .Line(x + u * 0.6, y),
            iron,
            u * 0.025
        );
        stage.Far.Fill(new PathData().Round(x - u * 0.68, y - u * 0.03, u * 1.36, u * 0.09, u * 0.04), iron);
        var (wax, flames) = (new PathData(), new PathData());
        for (var i = -2; i <= 2; i++)
        {
            var cx = x + i * u * 0.29;
            wax.Rect(cx - u * 0.03, y - u * 0.18, u * 0.06, u * 0.16);
            flames
                .Move(cx, y - u * 0.34)
                .Quad(cx + u * 0.08, y - u * 0.2, cx, y - u * 0.18)
                .Quad(cx - u * 0.08, y - u * 0.2, cx, y - u * 0.34)
                .Close();
        }
        stage.Far.Fill(wax, light.On(Furniture.Cream));
        stage.Far.Fill(flames, light.Glowing(new(0.88, 0.16, 80)));
    }

    private static void Column(Stage stage, double x, double u)
    {
        var shaft = stage.Light.On(Stone.Lighter(0.05));
        double w = u * 0.5,
            foot = stage.Horizon + stage.H * 0.06;
        stage.Ground.Fill(
            new PathData().Rect(x - w / 2, stage.Top, w, foot - stage.Top),
            stage.Canvas.Across((0, shaft.Darker(0.07), 1), (0.5, shaft.Lighter(0.03), 1), (1, shaft.Darker(0.09), 1))
        );
        stage.Ground.Fill(
            new PathData()
                .Round(x - w * 0.66, foot - u * 0.16, w * 1.32, u * 0.18, u * 0.03)
                .Round(x - w * 0.6, foot - u * 0.26, w * 1.2, u * 0.12, u * 0.04),
            shaft.Darker(0.03)
        );
    }
}
