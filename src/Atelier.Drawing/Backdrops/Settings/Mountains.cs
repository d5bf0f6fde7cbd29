using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Snow-capped peaks, pine slopes, perhaps a lake, an alpine meadow in front.</summary>
internal sealed class Mountains : IScenery
{
    private static readonly Colour Rock = new(0.6, 0.045, 262);
    private static readonly Colour Alp = new(0.7, 0.12, 134);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("mountains");
        stage.AddGround();
        Sky.Paint(stage);
        Ranges(stage, chance.For("ranges"));
        var slope = new Hill(stage, "slope", stage.Horizon + stage.H * 0.01, stage.H * 0.035, 1.1);
        var deep = Land.Covered(stage, Alp.Darker(0.07).Turned(12));
        slope.Paint(stage.Far, stage.Light.On(deep, 0.4), stage.Light.On(deep.Darker(0.03), 0.3));
        Woods(stage, slope, chance.For("woods"));
        if (chance.Chance(0.55))
        {
            Lake(stage, chance.For("lake"));
            stage.AddZone(
                ZoneKind.Water,
                new Box(0, stage.Horizon + stage.H * 0.06, stage.W, stage.H * 0.05),
                stage.ScaleAt(stage.Horizon) * 0.8,
                stage.ScaleAt(stage.FarLine) * 0.9
            );
        }
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.03, stage.H * 0.02, 0.85);
        SidePines(stage, ground, chance.For("pines"));
        Land.Foreground(stage, ground, Alp.Darker(0.06));
        Land.Puddles(stage);
        Stones(stage, chance.For("stones"));
        Plants.Tufts(
            stage,
            stage.Ground,
            stage.FarLine,
            stage.Bottom,
            40,
            stage.Light.On(Land.Covered(stage, Alp.Darker(0.19))),
            0.6
        );
        Plants.Flowers(stage, stage.Ground, stage.FarLine, stage.NearLine * 0.93, 24, chance.For("flowers"));
        Frames.Corners(stage, Alp.Darker(0.04), true);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Ranges(Stage stage, Seed chance)
    {
        for (var range = 0; range < 2; range++)
        {
            var count = stage.Count(4) - range;
            var foot = stage.Horizon + stage.H * 0.06;
            for (var i = 0; i < count; i++)
            {
                // Odd peaks first, so that even ones overlap them.
                var slot = (i * 2 + (i * 2 >= count ? 1 - count % 2 : 0)) % count;
                var x = stage.Left + (stage.Right - stage.Left) * (slot + chance.Between(0.3, 0.7)) / count;
                var height =
                    stage.Horizon * (range == 0 ? chance.Between(0.55, 0.72) : chance.Between(0.38, 0.6))
                    + stage.H * 0.06;
                var half = Math.Max((stage.Right - stage.Left) / count * chance.Between(0.72, 0.95), height * 0.62);
                Peaks.Paint(
                    stage,
                    stage.Far,
                    x,
                    foot,
                    half,
                    height,
                    Rock.Darker(0.05 * range),
                    0.62 - 0.25 * range,
                    chance.Between(0.3, 0.42),
                    ref chance
                );
            }
        }
    }

    private static void Woods(Stage stage, Hill slope, Seed chance)
    {
        for (var i = 0; i < stage.Count(13); i++)
        {
            var x = stage.Left + (stage.Right - stage.Left) * (i + chance.Between(0.1, 0.9)) / stage.Count(13);
            var centre = Math.Abs(x / stage.W - 0.5) < 0.2;
            Trees.Paint(
                stage,
                stage.Far,
                TreeKind.Pine,
                x,
                slope.At(x) + stage.H * 0.012,
                stage.NearScale * chance.Between(0.3, 0.5) * (centre ? 0.7 : 1),
                0.42,
                ref chance,
                Trees.Greens[3]
            );
        }
    }

    private static void Lake(Stage stage, Seed chance)
    {
        double top = stage.Horizon + stage.H * 0.045;
        var light = stage.Light;
        var mirrored = light.SkyMiddle.Mix(light.On(Water.Sea), 0.5);
        var shore = new Hill(stage, "lake", top, stage.H * 0.004, 2);
        shore.Paint(stage.Middle, mirrored.Lighter(0.03), mirrored.Darker(0.07));
        shore.Rim(stage.Middle, light.On(new(0.95, 0.02, 210)), stage.H * 0.006, 0.6);
        var glints = new PathData();
        for (var i = 0; i < 18; i++)
            glints.Ellipse(
                chance.Between(stage.Left, stage.Right),
                top + stage.H * chance.Between(0.015, 0.1),
                stage.Unit * chance.Between(1, 4),
                stage.Unit * 0.16
            );
        stage.Middle.Fill(glints, light.On(new(0.96, 0.02, 215)), 0.45);
    }

    private static void SidePines(Stage stage, Hill ground, Seed chance)
    {
        foreach (var share in (ReadOnlySpan<double>)[0.02, 0.15, 0.87, 0.99])
        {
            var x = stage.X(share + chance.Between(-0.03, 0.03));
            Trees.Paint(
                stage,
                stage.Middle,
                TreeKind.Pine,
                x,
                ground.At(x) + stage.H * 0.01,
                stage.ScaleAt(stage.FarLine) * chance.Between(1.5, 2.3),
                0.08,
                ref chance,
                Trees.Greens[3]
            );
        }
    }

    private static void Stones(Stage stage, Seed chance)
    {
        for (var i = 0; i < stage.Count(5); i++)
        {
            var y = stage.FarLine + (stage.NearLine - stage.FarLine) * (i + chance.Unit()) / stage.Count(7);
            var x = stage.W * (i % 2 == 0 ? chance.Between(0.02, 0.3) : chance.Between(0.72, 0.98));
            Peaks.Boulder(
                stage,
                stage.Ground,
                x,
                y,
                stage.ScaleAt(y) * chance.Between(0.2, 0.5),
                Rock.Lighter(0.12),
                0,
                ref chance
            );
        }
    }
}
