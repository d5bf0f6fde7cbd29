namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Pavements, cobbles and what stands along a street.</summary>
internal static class Street
{
    /// <summary>Stones in rows that widen towards the viewer, a third of them tinted.</summary>
    public static void Cobbles(Stage stage, double top, Colour local)
    {
        var colour = stage.Light.On(Land.Covered(stage, local));
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, top, stage.Right - stage.Left, stage.Bottom - top),
            stage.Canvas.Down(colour.Lighter(0.02), colour.Darker(0.04))
        );
        var chance = stage.Seed.For("cobbles");
        var (pale, deep) = (new PathData(), new PathData());
        var y = top + stage.H * 0.012;
        var row = 0;
        while (y < stage.Bottom)
        {
            var u = Math.Max(stage.ScaleAt(y), stage.H * 0.22);
            double h = u * 0.06,
                w = u * 0.2;
            for (var x = stage.Left - w * (row % 2) * 0.5; x < stage.Right; x += w)
                if (chance.Chance(0.26))
                    (chance.Chance(0.5) ? pale : deep).Round(x, y, w * 0.86, h, h * 0.45);
            y += h * 1.7;
            row++;
        }
        stage.Ground.Fill(pale, colour.Lighter(0.05), 0.7);
        stage.Ground.Fill(deep, colour.Darker(0.05), 0.7);
    }

    public static void Kerb(Stage stage, double y, double depth, Colour local)
    {
        var stone = stage.Light.On(Land.Covered(stage, local));
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, y, stage.Right - stage.Left, depth),
            stage.Canvas.Down(stone.Darker(0.02), stone.Lighter(0.02))
        );
        var seams = new PathData();
        for (var x = stage.Left; x < stage.Right; x += depth * 2.6)
            seams.Move(x, y).Line(x + (x - stage.W / 2) * 0.06, y + depth);
        stage.Ground.Stroke(seams, stone.Darker(0.06), stage.Unit * 0.22);
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, y + depth, stage.Right - stage.Left, depth * 0.2),
            stone.Darker(0.12)
        );
    }

    public static void LampPost(Stage stage, Layer layer, double x, double y, double u)
    {
        var light = stage.Light;
        var iron = light.On(new Colour(0.38, 0.04, 235));
        double top = y - u * 1.75;
        if (light.LampsLit)
            layer.Fill(
                new PathData().Circle(x, top, u * 0.95),
                stage.Canvas.Glow((0, light.Lamp, 0.7), (0.4, light.Lamp, 0.22), (1, light.Lamp, 0))
            );
        layer.Fill(
            new PathData().Polygon(
                (x - u * 0.1, y),
                (x - u * 0.025, y - u * 0.25),
                (x - u * 0.022, top),
                (x + u * 0.022, top),
                (x + u * 0.025, y - u * 0.25),
                (x + u * 0.1, y)
            ),
            iron
        );
        layer.Fill(
            new PathData().Polygon(
                (x - u * 0.07, top + u * 0.02),
                (x + u * 0.07, top + u * 0.02),
                (x + u * 0.11, top - u * 0.22),
                (x - u * 0.11, top - u * 0.22)
            ),
            light.LampsLit ? light.Lamp.Lighter(0.05) : light.On(new(0.9, 0.05, 95))
        );
        layer.Fill(
            new PathData()
                .Move(x - u * 0.14, top - u * 0.21)
                .Quad(x, top - u * 0.42, x + u * 0.14, top - u * 0.21)
                .Close()
                .Rect(x - u * 0.09, top + u * 0.01, u * 0.18, u * 0.03),
            stage.Snowy ? light.On(new(0.97, 0.01, 240)) : iron
        );
    }

    public static void Bench(Stage stage, Layer layer, double x, double y, double u)
    {
        var wood = stage.Light.On(new Colour(0.62, 0.09, 58));
        var iron = stage.Light.On(new Colour(0.38, 0.03, 235));
        Trees.Shadow(stage, layer, x, y, u * 0.55);
        layer.Fill(
            new PathData()
                .Rect(x - u * 0.45, y - u * 0.62, u * 0.05, u * 0.62)
                .Rect(x + u * 0.4, y - u * 0.62, u * 0.05, u * 0.62),
            iron
        );
        layer.Fill(
            new PathData()
                .Round(x - u * 0.52, y - u * 0.62, u * 1.04, u * 0.09, u * 0.03)
                .Round(x - u * 0.52, y - u * 0.49, u * 1.04, u * 0.09, u * 0.03)
                .Round(x - u * 0.54, y - u * 0.31, u * 1.08, u * 0.08, u * 0.03),
            wood
        );
        if (stage.Snowy)
            layer.Fill(
                new PathData().Round(x - u * 0.54, y - u * 0.36, u * 1.08, u * 0.08, u * 0.04),
                stage.Light.On(new(0.97, 0.01, 240))
            );
    }

    /// <summary>A pot with a clipped ball of leaves.</summary>
    public static void Planter(Stage stage, Layer layer, double x, double y, double u, ref Seed chance)
    {
        Trees.Shadow(stage, layer, x, y, u * 0.24);
        var pot = stage.Light.On(new Colour(0.62, 0.11, 42));
        var green = stage.Light.On(Land.Covered(stage, Trees.Greens[1]));
        layer.Fill(
            Shapes.Blob(new(), x, y - u * 0.52, u * 0.24, u * 0.24, 9, ref chance),
            stage.Canvas.Down(green.Lighter(0.05), green.Darker(0.06))
        );
        layer.Fill(
            new PathData().Polygon(
                (x - u * 0.2, y - u * 0.34),
                (x + u * 0.2, y - u * 0.34),
                (x + u * 0.14, y),
                (x - u * 0.14, y)
            ),
            stage.Canvas.Down(pot.Lighter(0.03), pot.Darker(0.05))
        );
        layer.Fill(new PathData().Round(x - u * 0.23, y - u * 0.38, u * 0.46, u * 0.09, u * 0.03), pot.Lighter(0.05));
    }
}
