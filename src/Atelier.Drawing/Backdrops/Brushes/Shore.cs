namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>What lies and stands on a beach.</summary>
internal static class Shore
{
    private static readonly Colour[] Shells =
    [
        new(0.86, 0.07, 40),
        new(0.8, 0.1, 15),
        new(0.9, 0.06, 85),
        new(0.78, 0.08, 320),
    ];

    public static void Shell(Stage stage, Layer layer, double x, double y, double r, ref Seed chance)
    {
        var colour = stage.Light.On(chance.Pick(Shells));
        var fan = new PathData().Move(x, y + r * 0.5);
        double At(int i) => Math.PI * (1.06 + 0.88 * i / 5);
        fan.Line(x + Math.Cos(At(0)) * r, y + Math.Sin(At(0)) * r);
        for (var i = 1; i <= 5; i++)
            fan.Arc(r * 0.32, r * 0.32, x + Math.Cos(At(i)) * r, y + Math.Sin(At(i)) * r);
        layer.Fill(fan.Close(), colour);
        var ribs = new PathData();
        for (var i = 1; i < 5; i++)
            ribs.Move(x, y + r * 0.4).Line(x + Math.Cos(At(i)) * r * 0.85, y + Math.Sin(At(i)) * r * 0.85);
        layer.Stroke(ribs, colour.Darker(0.12), r * 0.09);
    }

    public static void Starfish(Stage stage, Layer layer, double x, double y, double r, ref Seed chance)
    {
        var turn = chance.Between(0, 1);
        var path = new PathData();
        for (var i = 0; i < 5; i++)
        {
            double a = turn + i * Math.PI * 0.4,
                b = a + Math.PI * 0.2,
                c = a + Math.PI * 0.4;
            if (i == 0)
                path.Move(x + Math.Cos(a) * r, y + Math.Sin(a) * r * 0.7);
            path.Quad(
                x + Math.Cos(b) * r * 0.2,
                y + Math.Sin(b) * r * 0.14,
                x + Math.Cos(c) * r,
                y + Math.Sin(c) * r * 0.7
            );
        }
        var colour = stage.Light.On(new Colour(0.7, 0.16, 42));
        layer.Fill(path.Close(), colour);
        layer.Stroke(path, colour, r * 0.24);
        layer.Fill(
            new PathData()
                .Circle(x - r * 0.16, y, r * 0.07)
                .Circle(x + r * 0.16, y - r * 0.1, r * 0.07)
                .Circle(x, y + r * 0.16, r * 0.07),
            colour.Lighter(0.12)
        );
    }

    /// <summary>A striped parasol stuck into the sand at (x, y).</summary>
    public static void Parasol(Stage stage, Layer layer, double x, double y, double height, ref Seed chance)
    {
        var light = stage.Light;
        var stripe = light.On(
            chance.Pick([new Colour(0.66, 0.19, 27), new(0.7, 0.12, 230), new(0.82, 0.15, 85), new(0.7, 0.13, 165)])
        );
        var cloth = light.On(new(0.97, 0.012, 90));
        Trees.Shadow(stage, layer, x + height * 0.1, y, height * 0.42);
        layer.Stroke(
            new PathData().Move(x, y).Line(x + height * 0.06, y - height),
            light.On(new(0.92, 0.02, 80)),
            height * 0.03
        );
        double top = y - height,
            rim = y - height * 0.68,
            half = height * 0.5,
            cx = x + height * 0.05;
        for (var i = 0; i < 6; i++)
        {
            double a = cx - half + half * 2 * i / 6,
                b = a + half / 3;
            var panel = new PathData()
                .Move(cx, top)
                .Quad(cx + (a - cx) * 0.85, top + (rim - top) * 0.15, a, rim)
                .Arc(half * 0.2, half * 0.12, b, rim, false)
                .Quad(cx + (b - cx) * 0.85, top + (rim - top) * 0.15, cx, top)
                .Close();
            layer.Fill(panel, i % 2 == 0 ? stripe : cloth);
        }
        layer.Fill(new PathData().Circle(cx, top, height * 0.02), stripe.Darker(0.1));
    }

    /// <summary>A small sailing boat afloat with its keel at (x, y).</summary>
    public static void Boat(Stage stage, Layer layer, double x, double y, double size, double distance, ref Seed chance)
    {
        var light = stage.Light;
        var hull = light.On(
            chance.Pick([new Colour(0.58, 0.17, 27), new(0.5, 0.1, 250), new(0.6, 0.1, 165)]),
            distance
        );
        layer.Stroke(
            new PathData().Move(x, y - size * 0.2).Line(x, y - size),
            light.On(new(0.45, 0.05, 60), distance),
            size * 0.03
        );
        layer.Fill(
            new PathData()
                .Move(x + size * 0.04, y - size * 0.97)
                .Quad(x + size * 0.38, y - size * 0.55, x + size * 0.4, y - size * 0.28)
                .Line(x + size * 0.04, y - size * 0.28)
                .Close(),
            light.On(new(0.97, 0.015, 85), distance)
        );
        layer.Fill(
            new PathData()
                .Move(x - size * 0.04, y - size * 0.86)
                .Quad(x - size * 0.24, y - size * 0.5, x - size * 0.26, y - size * 0.3)
                .Line(x - size * 0.04, y - size * 0.3)
                .Close(),
            light.On(new(0.86, 0.1, 60), distance)
        );
        layer.Fill(
            new PathData()
                .Move(x - size * 0.42, y - size * 0.22)
                .Line(x + size * 0.46, y - size * 0.22)
                .Quad(x + size * 0.36, y, x + size * 0.2, y)
                .Line(x - size * 0.24, y)
                .Quad(x - size * 0.38, y - size * 0.04, x - size * 0.42, y - size * 0.22)
                .Close(),
            hull
        );
        layer.Fill(
            new PathData().Ellipse(x, y + size * 0.01, size * 0.42, size * 0.03),
            light.On(new(0.97, 0.01, 210), distance),
            0.7
        );
    }
}
