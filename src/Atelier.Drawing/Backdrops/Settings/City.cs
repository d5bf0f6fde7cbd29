using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A skyline in two depths, a row of shops, a pavement with lamps and trees.</summary>
internal sealed class City : IScenery
{
    private static readonly Colour[] Walls =
    [
        new(0.8, 0.07, 45),
        new(0.82, 0.05, 220),
        new(0.86, 0.06, 85),
        new(0.76, 0.06, 300),
        new(0.8, 0.06, 165),
        new(0.74, 0.09, 28),
    ];

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("city");
        stage.AddGround();
        Sky.Paint(stage);
        Skyline(stage, stage.Far, 0, chance.For("skyline"));
        Skyline(stage, stage.Far, 1, chance.For("nearer"));
        var pavement = stage.FarLine - stage.H * 0.08;
        Row(stage, pavement, chance.For("row"));
        var light = stage.Light;
        var kerb = stage.H * 0.05;
        var road = Land.Covered(stage, new Colour(0.6, 0.022, 265));
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, pavement, stage.Right - stage.Left, stage.Bottom - pavement),
            stage.Canvas.Down(light.On(road.Lighter(0.03)), light.On(road.Darker(0.05)))
        );
        Street.Kerb(stage, pavement, kerb, new(0.82, 0.02, 80));
        Crossing(stage, pavement + kerb * 1.5);
        Land.Puddles(stage);
        Furnish(stage, pavement + kerb * 0.8, chance.For("furnish"));
        NearKerb(stage);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Skyline(Stage stage, Layer layer, int row, Seed chance)
    {
        var light = stage.Light;
        var (walls, lit, dark, tops) = (new PathData(), new PathData(), new PathData(), new PathData());
        var foot = stage.FarLine;
        var x = stage.Left - stage.W * 0.03;
        while (x < stage.Right)
        {
            var width = stage.H * chance.Between(0.07, 0.13);
            var height = stage.Horizon * (row == 0 ? chance.Between(0.5, 0.84) : chance.Between(0.36, 0.62));
            var top = stage.Horizon - height;
            walls.Rect(x, top, width, foot - top);
            switch (chance.Below(4))
            {
                case 0:
                    tops.Polygon((x + width * 0.1, top), (x + width / 2, top - width * 0.7), (x + width * 0.9, top));
                    break;
                case 1:
                    tops.Rect(x + width * 0.2, top - width * 0.22, width * 0.6, width * 0.23)
                        .Rect(x + width * 0.47, top - width * 0.7, width * 0.06, width * 0.5);
                    break;
                case 2:
                    tops.Move(x, top).Arc(width / 2, width * 0.4, x + width, top).Close();
                    break;
            }
            var columns = 3 + chance.Below(2);
            double cell = width / (columns + 0.6),
                size = cell * 0.52;
            for (var wy = top + cell * 0.6; wy < stage.Horizon + stage.H * 0.04; wy += cell * 1.35)
            for (var c = 0; c < columns; c++)
                if (chance.Chance(0.72))
                    (chance.Chance(0.55) ? lit : dark).Rect(x + cell * (c + 0.54), wy, size, size * 1.25);
            x += width * chance.Between(1.0, 1.2);
        }
        var distance = row == 0 ? 0.78 : 0.5;
        var wall = light.On(new Colour(0.66, 0.07, 262 - 12 * row), distance);
        layer.Fill(tops, wall.Darker(0.025));
        layer.Fill(walls, stage.Canvas.Down(wall, wall.Lighter(light.IsNight ? 0.02 : 0.05)));
        layer.Fill(dark, wall.Darker(0.04));
        layer.Fill(
            lit,
            light.LampsLit ? light.Lamp.Mix(wall, 0.2 - 0.15 * row) : wall.Lighter(0.07),
            light.LampsLit ? 0.9 : 0.75
        );
    }

    private static void Row(Stage stage, double y, Seed chance)
    {
        // A little small for a child, so that the skyline shows above.
        var u = stage.ScaleAt(y) * (stage.Shot == Shot.Wide ? 0.92 : 0.74);
        var x = stage.Left - u * chance.Between(0, 1);
        var colour = chance.Below(Walls.Length);
        for (var i = 0; x < stage.Right; i++)
        {
            var width = u * chance.Between(1.6, 2.2);
            var height = u * (1.8 + 0.8 * chance.Below(3));
            // The middle stays low: the skyline is the picture.
            if (Math.Abs((x + width / 2) / stage.W - 0.5) < 0.22)
                height = u * 1.8;
            var roof = i % 3 == 2 ? Facades.Roof.Hip : Facades.Roof.Flat;
            Facades.Paint(
                stage,
                stage.Middle,
                x,
                y,
                width,
                height,
                Walls[(colour + i * 5) % Walls.Length],
                roof,
                i % 2 == 0,
                u,
                0.08,
                chance.For("house", i)
            );
            x += width;
        }
    }

    private static void Crossing(Stage stage, double top)
    {
        var paint = stage.Light.On(Land.Covered(stage, new Colour(0.93, 0.02, 90)));
        var stripes = new PathData();
        var x = stage.X(0.5);
        for (var i = -3; i <= 3; i++)
        {
            double a = x + stage.NearScale * 0.24 * i,
                b = x + stage.NearScale * 0.5 * i;
            stripes.Polygon(
                (a - stage.NearScale * 0.06, top),
                (a + stage.NearScale * 0.06, top),
                (b + stage.NearScale * 0.13, stage.Bottom),
                (b - stage.NearScale * 0.13, stage.Bottom)
            );
        }
        stage.Ground.Fill(stripes, paint, 0.55);
    }

    private static void Furnish(Stage stage, double y, Seed chance)
    {
        var u = stage.ScaleAt(y);
        foreach (var share in (ReadOnlySpan<double>)[0.06, 0.9])
            Trees.Paint(
                stage,
                stage.Ground,
                TreeKind.Round,
                stage.X(share),
                y,
                u * chance.Between(1.9, 2.2),
                0.04,
                ref chance
            );
        Street.LampPost(stage, stage.Ground, stage.X(0.24), y, u * 1.2);
        Street.LampPost(stage, stage.Ground, stage.X(0.77), y, u * 1.2);
        if (chance.Chance(0.6))
            Street.Bench(stage, stage.Ground, stage.X(0.14), y, u * 0.9);
        Hydrant(stage, stage.X(0.84), y, u * 0.42);
    }

    private static void Hydrant(Stage stage, double x, double y, double h)
    {
        var red = stage.Light.On(new Colour(0.62, 0.2, 27));
        stage.Ground.Fill(
            new PathData()
                .Round(x - h * 0.24, y - h * 0.12, h * 0.48, h * 0.12, h * 0.03)
                .Rect(x - h * 0.17, y - h * 0.72, h * 0.34, h * 0.66)
                .Circle(x, y - h * 0.74, h * 0.2)
                .Round(x - h * 0.3, y - h * 0.56, h * 0.6, h * 0.15, h * 0.05)
                .Round(x - h * 0.05, y - h * 1.02, h * 0.1, h * 0.14, h * 0.03),
            red
        );
        stage.Ground.Fill(
            new PathData().Round(x - h * 0.23, y - h * 0.74, h * 0.46, h * 0.08, h * 0.03),
            red.Lighter(0.09)
        );
    }

    private static void NearKerb(Stage stage)
    {
        var chance = stage.Seed.For("near");
        foreach (var x in (ReadOnlySpan<double>)[stage.W * 0.01, stage.W * 0.99])
            Street.Planter(stage, stage.Near, x, stage.H + stage.Unit * 3, stage.Unit * 30, ref chance);
    }
}
