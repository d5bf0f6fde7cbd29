namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Ground to stand on, and what weather leaves on it.</summary>
internal static class Land
{
    public static readonly Colour Grass = new(0.74, 0.135, 132);

    /// <summary>The local colour of ground in this weather: snow lies on it, rain deepens it.</summary>
    public static Colour Covered(Stage stage, Colour local) =>
        stage.Snowy ? local.Mix(new Colour(0.96, 0.014, 240), 0.92)
        : stage.Light.Weather == Weather.Rain ? local.Darker(0.03)
        : local;

    /// <summary>Hills from the horizon to where actors stand, each nearer one deeper; returns them, far to near.</summary>
    public static Hill[] Hills(Stage stage, Colour local, int count, double swing = 1)
    {
        var hills = new Hill[count];
        for (var i = 0; i < count; i++)
        {
            var near = (i + 1.0) / count;
            var y = stage.Horizon + stage.H * (-0.075 + 0.085 * i);
            hills[i] = new Hill(stage, "hill" + i, y, stage.H * 0.05 * swing * (1 - 0.3 * near), 1 + 0.35 * i);
            var colour = Covered(stage, local.Turned(6 * i).Darker(0.045 * i));
            var layer = i == 0 ? stage.Far : stage.Middle;
            var distance = 0.75 * (1 - near);
            hills[i]
                .Paint(
                    layer,
                    stage.Light.On(colour.Lighter(0.03), distance),
                    stage.Light.On(colour.Darker(0.03), distance)
                );
            hills[i].Rim(layer, stage.Light.On(colour.Lighter(0.07), distance), stage.H * 0.012);
        }
        return hills;
    }

    /// <summary>The foreground from <paramref name="hill"/> down, with soft bands that lead the eye.</summary>
    public static void Foreground(Stage stage, Hill hill, Colour local)
    {
        var colour = Covered(stage, local);
        var light = stage.Light;
        stage.Ground.Fill(
            hill.Outline(stage.Bottom),
            stage.Canvas.Down(light.On(colour.Lighter(0.035)), light.On(colour.Darker(0.075)))
        );
        hill.Rim(stage.Ground, light.On(colour.Lighter(0.08)), stage.H * 0.014);
        for (var i = 1; i <= 2; i++)
        {
            var y = stage.FarLine + (stage.Bottom - stage.FarLine) * 0.36 * i;
            var swell = new Hill(stage, "swell" + i, y, stage.H * 0.018, 0.9);
            stage.Ground.Fill(swell.Outline(stage.Bottom), light.On(colour.Darker(0.05 + 0.02 * i)), 0.38);
        }
    }

    public static void Puddles(Stage stage)
    {
        if (stage.Light.Weather != Weather.Rain)
            return;
        var chance = stage.Seed.For("puddles");
        for (var i = 0; i < 4; i++)
        {
            var y = stage.FarLine + (stage.NearLine - stage.FarLine) * (i + chance.Between(0.1, 0.8)) / 4;
            var x = stage.W * (i % 2 == 0 ? chance.Between(0.05, 0.4) : chance.Between(0.6, 0.95));
            var rx = Math.Min(stage.ScaleAt(y), stage.H * 0.3) * chance.Between(0.26, 0.44);
            var water = stage
                .Light.SkyMiddle.Mix(stage.Light.SkyBottom, 0.4)
                .Mix(stage.Light.On(new Colour(0.58, 0.05, 240)), 0.35);
            if (stage.Light.IsNight)
                water = stage.Light.SkyBottom.Lighter(0.04); // puddles keep the last light
            stage.Ground.Fill(new PathData().Ellipse(x, y, rx, rx * 0.2), water.Darker(0.06), 0.85);
            stage.Ground.Fill(new PathData().Ellipse(x, y + rx * 0.015, rx * 0.9, rx * 0.16), water, 0.9);
            var ring = new PathData().Ellipse(x + rx * 0.2, y, rx * 0.3, rx * 0.05);
            stage.Ground.Stroke(
                ring.Ellipse(x - rx * 0.4, y, rx * 0.16, rx * 0.03),
                water.Lighter(0.1),
                rx * 0.015,
                0.9
            );
        }
    }

    /// <summary>A winding path to the near edge, <paramref name="start"/> of its width where it begins.</summary>
    public static void Path(
        Stage stage,
        Layer layer,
        Colour local,
        double fromY,
        double from,
        double to,
        double width,
        double start = 0.06
    )
    {
        var colour = stage.Light.On(Covered(stage, local));
        List<(double X, double Y)> left = [],
            right = [];
        for (var i = 0; i <= 6; i++)
        {
            var t = i / 6.0;
            var y = fromY + (stage.Bottom - fromY) * t * t;
            var x = from + (to - from) * t + Math.Sin(t * Math.PI * 1.6) * stage.W * 0.1 * (stage.Mirrored ? -1 : 1);
            var half = width * (start + (1 - start) * t * t) * 0.5;
            left.Add((x - half, y));
            right.Add((x + half, y));
        }
        stage.IsTrodden = (x, y) =>
        {
            var at = left.FindIndex(p => p.Y > y);
            return at > 0 && x > Math.Min(left[at - 1].X, left[at].X) && x < Math.Max(right[at - 1].X, right[at].X);
        };
        var back = Enumerable.Reverse(right).ToList();
        var path = new PathData().Move(left[0].X, left[0].Y).Through(left).Line(back[0].X, back[0].Y).Through(back);
        layer.Fill(path.Close(), stage.Canvas.Down(colour.Lighter(0.02), colour.Darker(0.04)));
    }
}
