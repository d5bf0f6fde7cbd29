using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Deep winter: white hills, laden pines, a snowman, an igloo or a cabin with smoke.</summary>
internal sealed class Snow : IScenery
{
    private static readonly Colour White = new(0.965, 0.014, 235);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("snow");
        stage.Snowy = true;
        stage.AddGround();
        Sky.Paint(stage);
        if (stage.Light.IsNight && stage.Light.Weather == Weather.Clear)
            Aurora(stage, chance.For("aurora"));
        for (var i = 0; i < 3; i++)
        {
            var x = stage.X((i + chance.Between(0.2, 0.8)) / 3);
            Peaks.Paint(
                stage,
                stage.Far,
                x,
                stage.Horizon + stage.H * 0.02,
                stage.W * chance.Between(0.26, 0.4),
                stage.H * chance.Between(0.16, 0.28),
                new(0.7, 0.04, 255),
                0.62,
                0.62,
                ref chance
            );
        }
        var hills = Hills(stage);
        Pines(stage, hills, chance.For("pines"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.035, stage.H * 0.02, 0.8);
        Foreground(stage, ground);
        Built(stage, chance.For("built"));
        Glitter(stage, chance.For("glitter"));
        Wintry.Drifts(stage);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Aurora(Stage stage, Seed chance)
    {
        for (var i = 0; i < 2; i++)
        {
            var path = new PathData();
            var y = stage.Horizon * (0.34 + 0.2 * i);
            var wave = new Hill(stage, "aurora" + i, y, stage.H * 0.05, 1.3);
            path.Move(stage.Left, wave.At(stage.Left) - stage.H * 0.18);
            List<(double, double)> top = [],
                low = [];
            for (var s = 0; s <= 10; s++)
            {
                var x = stage.Left + (stage.Right - stage.Left) * s / 10;
                top.Add((x, wave.At(x) - stage.H * (0.14 + 0.04 * Math.Sin(s * 1.7))));
                low.Add((x, wave.At(x)));
            }
            low.Reverse();
            path.Through(top).Line(low[0].Item1, low[0].Item2).Through(low).Close();
            var glow = stage.Light.Glowing(new Colour(0.8, 0.15, 160 + 60 * i + chance.Between(-15, 15)));
            stage.Sky.Fill(path, stage.Canvas.Down((0, glow, 0), (0.75, glow, 0.34), (1, glow, 0)));
        }
    }

    private static Hill[] Hills(Stage stage)
    {
        var hills = new Hill[3];
        for (var i = 0; i < 3; i++)
        {
            hills[i] = new Hill(
                stage,
                "hill" + i,
                stage.Horizon + stage.H * (-0.02 + 0.05 * i),
                stage.H * (0.04 - 0.006 * i),
                1.1 + 0.3 * i
            );
            var layer = i == 0 ? stage.Far : stage.Middle;
            var distance = 0.45 - 0.2 * i;
            // Snow in shade is blue; the further ridge is bluer, so that edges read.
            hills[i]
                .Paint(
                    layer,
                    stage.Light.On(White, distance),
                    stage.Light.On(new Colour(0.86 + 0.02 * i, 0.045, 250), distance)
                );
        }
        return hills;
    }

    private static void Pines(Stage stage, Hill[] hills, Seed chance)
    {
        for (var i = 0; i < 11; i++)
        {
            var x = stage.Left + (stage.Right - stage.Left) * (i + chance.Between(0.1, 0.9)) / 11;
            Trees.Paint(
                stage,
                stage.Far,
                TreeKind.Pine,
                x,
                hills[0].At(x) + stage.H * 0.01,
                stage.NearScale * chance.Between(0.28, 0.45),
                0.5,
                ref chance,
                Trees.Greens[3]
            );
        }
        foreach (var share in (ReadOnlySpan<double>)[0.03, 0.17, 0.86, 0.98])
        {
            var x = stage.X(share + chance.Between(-0.04, 0.04));
            Trees.Paint(
                stage,
                stage.Middle,
                TreeKind.Pine,
                x,
                hills[2].At(x) + stage.H * 0.03,
                stage.ScaleAt(stage.FarLine) * chance.Between(1.5, 2.4),
                0.08,
                ref chance,
                Trees.Greens[3]
            );
        }
    }

    private static void Built(Stage stage, Seed chance)
    {
        var y = stage.FarLine + stage.H * 0.004;
        var u = stage.ScaleAt(y);
        if (chance.Chance(0.5))
            Wintry.Igloo(stage, stage.Ground, stage.X(0.74), y + stage.H * 0.015, u * 0.62);
        else
            Houses.Cottage(
                stage,
                stage.Ground,
                stage.X(0.76),
                stage.FarLine + stage.H * 0.004,
                u * 0.86,
                0.1,
                chance.For("cabin")
            );
        if (chance.Chance(0.7))
            Wintry.Snowman(stage, stage.Ground, stage.X(0.24), y + stage.H * 0.03, u * 0.95, ref chance);
    }

    private static void Foreground(Stage stage, Hill ground)
    {
        var light = stage.Light;
        ground.Paint(stage.Ground, light.On(White), light.On(new Colour(0.9, 0.035, 245)));
        for (var i = 1; i <= 2; i++)
        {
            var swell = new Hill(
                stage,
                "swell" + i,
                stage.FarLine + (stage.Bottom - stage.FarLine) * 0.36 * i,
                stage.H * 0.02,
                0.9
            );
            stage.Ground.Fill(swell.Outline(stage.Bottom), light.On(new Colour(0.86, 0.05, 250)), 0.3);
            swell.Rim(stage.Ground, light.On(new Colour(0.99, 0.005, 230)), stage.H * 0.008, 0.5);
        }
    }

    private static void Glitter(Stage stage, Seed chance)
    {
        var sparks = new PathData();
        for (var i = 0; i < 26; i++)
            Shapes.Sparkle(
                sparks,
                chance.Between(stage.Left, stage.Right),
                chance.Between(stage.FarLine, stage.Bottom),
                stage.Unit * chance.Between(0.35, 0.9)
            );
        stage.Ground.Fill(sparks, Colour.White, 0.8);
    }
}
