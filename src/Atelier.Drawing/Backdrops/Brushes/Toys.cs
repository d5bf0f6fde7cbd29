namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Things a child leaves about. x is the middle, y the floor.</summary>
internal static class Toys
{
    private static readonly Colour[] Bright =
    [
        new(0.66, 0.18, 27),
        new(0.82, 0.15, 85),
        new(0.64, 0.12, 245),
        new(0.68, 0.14, 150),
    ];

    public static void Chest(Stage stage, double x, double y, double u, Colour local)
    {
        var colour = stage.Light.On(local.Darker(0.06));
        Furniture.Contact(stage, x, y, u * 0.45);
        stage.Ground.Fill(
            new PathData().Round(x - u * 0.4, y - u * 0.36, u * 0.8, u * 0.36, u * 0.03),
            stage.Canvas.Down(colour.Lighter(0.03), colour.Darker(0.03))
        );
        stage.Ground.Fill(
            new PathData().Round(x - u * 0.43, y - u * 0.42, u * 0.86, u * 0.1, u * 0.04),
            colour.Lighter(0.06)
        );
        stage.Ground.Fill(Shapes.Sparkle(new(), x, y - u * 0.16, u * 0.1), stage.Light.On(new(0.93, 0.08, 90)));
    }

    public static void Bear(Stage stage, Layer layer, double x, double y, double height)
    {
        var light = stage.Light;
        var fur = light.On(new Colour(0.64, 0.09, 58));
        var h = height;
        layer.Fill(
            new PathData()
                .Ellipse(x - h * 0.24, y - h * 0.09, h * 0.15, h * 0.1)
                .Ellipse(x + h * 0.24, y - h * 0.09, h * 0.15, h * 0.1)
                .Ellipse(x - h * 0.25, y - h * 0.36, h * 0.09, h * 0.15)
                .Ellipse(x + h * 0.25, y - h * 0.36, h * 0.09, h * 0.15),
            fur.Darker(0.04)
        );
        layer.Fill(
            new PathData()
                .Ellipse(x, y - h * 0.28, h * 0.24, h * 0.27)
                .Circle(x - h * 0.19, y - h * 0.87, h * 0.09)
                .Circle(x + h * 0.19, y - h * 0.87, h * 0.09)
                .Ellipse(x, y - h * 0.7, h * 0.26, h * 0.24),
            fur
        );
        layer.Fill(
            new PathData().Ellipse(x, y - h * 0.26, h * 0.14, h * 0.17).Ellipse(x, y - h * 0.63, h * 0.12, h * 0.09),
            fur.Lighter(0.13)
        );
        layer.Fill(
            new PathData()
                .Circle(x - h * 0.1, y - h * 0.74, h * 0.028)
                .Circle(x + h * 0.1, y - h * 0.74, h * 0.028)
                .Ellipse(x, y - h * 0.66, h * 0.04, h * 0.028),
            light.On(new(0.28, 0.04, 40))
        );
        layer.Fill(
            new PathData()
                .Polygon((x, y - h * 0.47), (x - h * 0.13, y - h * 0.53), (x - h * 0.13, y - h * 0.41))
                .Polygon((x, y - h * 0.47), (x + h * 0.13, y - h * 0.53), (x + h * 0.13, y - h * 0.41)),
            light.On(Bright[0])
        );
    }

    /// <summary>A castle of building blocks.</summary>
    public static void Castle(Stage stage, double x, double y, double u)
    {
        Furniture.Contact(stage, x, y, u * 0.4);
        var b = u * 0.15;
        (double X, double Y, int Colour)[] blocks =
        [
            (-2, 0, 0),
            (-1, 0, 1),
            (0, 0, 2),
            (1, 0, 3),
            (-2, 1, 2),
            (1, 1, 0),
            (-0.5, 1, 3),
            (-2, 2, 1),
            (1, 2, 1),
        ];
        foreach (var (bx, by, colour) in blocks)
            stage.Ground.Fill(
                new PathData().Round(x + bx * b, y - (by + 1) * b, b * 0.97, b * 0.97, b * 0.1),
                stage.Light.On(Bright[colour])
            );
        var roofs = new PathData();
        foreach (var (bx, by) in ((double, double)[])[(-2, 3), (1, 3), (-0.5, 2)])
            roofs.Polygon(
                (x + bx * b - b * 0.08, y - by * b),
                (x + (bx + 0.5) * b, y - (by + 1.1) * b),
                (x + (bx + 1.08) * b, y - by * b)
            );
        stage.Ground.Fill(roofs, stage.Light.On(new(0.6, 0.16, 20)));
    }

    /// <summary>A ball and blocks near the sides of the floor.</summary>
    public static void Scatter(Stage stage, Seed chance)
    {
        var y = stage.FarLine + (stage.NearLine - stage.FarLine) * 0.2;
        var u = stage.ScaleAt(y);
        Ball(stage, stage.X(0.1), y, u * 0.15, chance);
        var x = stage.X(0.91);
        for (var i = 0; i < 3; i++)
        {
            double b = u * 0.15,
                left = x + (i == 2 ? -0.5 : i - 1) * b * 1.04,
                top = y - (i == 2 ? 2 : 1) * b;
            var colour = stage.Light.On(Bright[(i + chance.Below(4)) % 4]);
            stage.Ground.Fill(new PathData().Round(left, top, b, b, b * 0.12), colour);
            stage.Ground.Fill(
                new PathData().Round(left + b * 0.2, top + b * 0.2, b * 0.6, b * 0.6, b * 0.1),
                colour.Lighter(0.1)
            );
        }
    }

    public static void Ball(Stage stage, double x, double y, double r, Seed chance)
    {
        Furniture.Contact(stage, x, y, r);
        var colour = stage.Light.On(chance.Pick(Bright));
        stage.Ground.Fill(new PathData().Circle(x, y - r, r), colour);
        stage.Ground.Fill(
            new PathData()
                .Move(x - r, y - r)
                .Quad(x, y - r * 0.4, x + r, y - r)
                .Quad(x, y - r * 1.6, x - r, y - r)
                .Close(),
            stage.Light.On(Furniture.Cream)
        );
        stage.Ground.Fill(new PathData().Ellipse(x - r * 0.35, y - r * 1.5, r * 0.22, r * 0.13), Colour.White, 0.35);
    }
}
