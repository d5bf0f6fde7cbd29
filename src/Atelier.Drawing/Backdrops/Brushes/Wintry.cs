namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>What children build and find in snow. x is the middle, y the ground.</summary>
internal static class Wintry
{
    private static readonly Colour White = new(0.97, 0.012, 240);

    public static void Snowman(Stage stage, Layer layer, double x, double y, double height, ref Seed chance)
    {
        var light = stage.Light;
        var h = height;
        Trees.Shadow(stage, layer, x, y, h * 0.3);
        var snow = stage.Canvas.Down(light.On(White), light.On(White.Darker(0.09).Richer(2.5)));
        layer.Stroke(
            new PathData()
                .Move(x - h * 0.16, y - h * 0.5)
                .Line(x - h * 0.38, y - h * 0.64)
                .Line(x - h * 0.42, y - h * 0.72)
                .Move(x - h * 0.37, y - h * 0.63)
                .Line(x - h * 0.46, y - h * 0.64)
                .Move(x + h * 0.16, y - h * 0.5)
                .Line(x + h * 0.38, y - h * 0.6)
                .Line(x + h * 0.44, y - h * 0.58)
                .Move(x + h * 0.37, y - h * 0.6)
                .Line(x + h * 0.4, y - h * 0.7),
            light.On(new(0.42, 0.06, 50)),
            h * 0.022
        );
        layer.Fill(new PathData().Circle(x, y - h * 0.2, h * 0.23), snow);
        layer.Fill(new PathData().Circle(x, y - h * 0.5, h * 0.17), snow);
        layer.Fill(new PathData().Circle(x, y - h * 0.75, h * 0.13), snow);
        var coal = light.On(new Colour(0.28, 0.02, 260));
        layer.Fill(
            new PathData()
                .Circle(x - h * 0.05, y - h * 0.79, h * 0.016)
                .Circle(x + h * 0.05, y - h * 0.79, h * 0.016)
                .Circle(x, y - h * 0.52, h * 0.017)
                .Circle(x, y - h * 0.44, h * 0.017),
            coal
        );
        layer.Stroke(
            new PathData().Move(x - h * 0.05, y - h * 0.71).Quad(x, y - h * 0.675, x + h * 0.05, y - h * 0.71),
            coal,
            h * 0.013
        );
        layer.Fill(
            new PathData().Polygon((x, y - h * 0.77), (x, y - h * 0.735), (x + stage.Side * h * 0.11, y - h * 0.745)),
            light.On(new(0.74, 0.17, 55))
        );
        var wool = light.On(chance.Pick([new Colour(0.6, 0.18, 25), new(0.58, 0.12, 250), new(0.64, 0.13, 150)]));
        layer.Fill(
            new PathData()
                .Round(x - h * 0.13, y - h * 0.66, h * 0.26, h * 0.06, h * 0.03)
                .Round(x + h * 0.04, y - h * 0.64, h * 0.06, h * 0.2, h * 0.02),
            wool
        );
        layer.Fill(
            new PathData()
                .Round(x - h * 0.15, y - h * 0.875, h * 0.3, h * 0.032, h * 0.016)
                .Round(x - h * 0.095, y - h * 1.02, h * 0.19, h * 0.16, h * 0.02),
            light.On(new(0.34, 0.04, 270))
        );
        layer.Fill(new PathData().Rect(x - h * 0.095, y - h * 0.915, h * 0.19, h * 0.035), wool);
    }

    public static void Igloo(Stage stage, Layer layer, double x, double y, double r)
    {
        var light = stage.Light;
        Trees.Shadow(stage, layer, x, y, r * 1.2);
        var ice = light.On(new Colour(0.93, 0.03, 225));
        var dome = new PathData().Move(x - r, y).Arc(r, r * 0.92, x + r, y).Close();
        layer.Fill(dome, stage.Canvas.Down(light.On(White), ice.Darker(0.05)));
        layer.Group(
            stage.Canvas.Clip(dome),
            () =>
            {
                var joints = new PathData();
                for (var row = 1; row < 5; row++)
                {
                    var yy = y - r * 0.2 * row;
                    joints.Move(x - r, yy).Quad(x, yy + r * 0.05, x + r, yy);
                    for (var i = -4; i <= 4; i++)
                        joints
                            .Move(x + r * (0.26 * i + row % 2 * 0.13), yy)
                            .Line(x + r * (0.25 * i + row % 2 * 0.13), yy + r * 0.2);
                }
                layer.Stroke(joints, ice.Darker(0.13), r * 0.014, 0.8);
            }
        );
        layer.Fill(
            new PathData()
                .Move(x - r * 0.42, y + r * 0.03)
                .Line(x - r * 0.42, y - r * 0.25)
                .Arc(r * 0.42, r * 0.34, x + r * 0.42, y - r * 0.25)
                .Line(x + r * 0.42, y + r * 0.03)
                .Close(),
            ice.Lighter(0.01)
        );
        layer.Fill(
            new PathData()
                .Move(x - r * 0.29, y + r * 0.03)
                .Line(x - r * 0.29, y - r * 0.22)
                .Arc(r * 0.29, r * 0.25, x + r * 0.29, y - r * 0.22)
                .Line(x + r * 0.29, y + r * 0.03)
                .Close(),
            light.LampsLit ? light.Lamp : light.On(new(0.45, 0.06, 255))
        );
    }

    /// <summary>A soft bank of snow rising to both lower corners, in front of everything.</summary>
    public static void Drifts(Stage stage)
    {
        var light = stage.Light;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            double edge = side < 0 ? stage.Left : stage.Right,
                reach = -side * stage.W * 0.42;
            var drift = new PathData()
                .Move(edge, stage.Bottom)
                .Line(edge, stage.H * 0.9)
                .Cubic(
                    edge + reach * 0.35,
                    stage.H * 0.89,
                    edge + reach * 0.6,
                    stage.H * 0.985,
                    edge + reach,
                    stage.Bottom
                )
                .Close();
            stage.Near.Fill(drift, stage.Canvas.Down(light.On(White), light.On(White.Darker(0.07).Richer(2))));
        }
    }
}
