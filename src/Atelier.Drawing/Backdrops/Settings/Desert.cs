using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Dunes under a wide sky: red buttes and cacti, or an oasis with palms.</summary>
internal sealed class Desert : IScenery
{
    private static readonly Colour Sand = new(0.83, 0.095, 72);
    private static readonly Colour Rock = new(0.64, 0.12, 42);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("desert");
        var oasis = chance.Chance(0.4);
        stage.AddGround();
        Sky.Paint(stage);
        Buttes(stage, chance.For("buttes"));
        var dunes = Land.Hills(stage, Sand.Turned(-4), 3, 1.15);
        Shadows(stage, dunes);
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.035, stage.H * 0.022, 0.8);
        if (oasis)
            Oasis(stage, chance.For("oasis"));
        else
            Cacti(stage, chance.For("cacti"), ground);
        Land.Foreground(stage, ground, Sand.Darker(0.015));
        Wind(stage, chance.For("wind"));
        Land.Puddles(stage);
        Foot(stage, chance.For("foot"), oasis);
        Corners(stage, chance.For("corners"));
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Buttes(Stage stage, Seed chance)
    {
        for (var i = 0; i < 3; i++)
        {
            var x = stage.X((i + chance.Between(0.15, 0.6)) / 3);
            Peaks.Mesa(
                stage,
                stage.Far,
                x,
                stage.Horizon,
                stage.H * chance.Between(0.1, 0.17),
                stage.H * chance.Between(0.13, 0.24),
                Rock.Richer(0.85),
                0.6 - 0.15 * (i % 2),
                ref chance
            );
        }
    }

    /// <summary>The lee of each dune, away from the sun.</summary>
    private static void Shadows(Stage stage, Hill[] dunes)
    {
        for (var i = 1; i < dunes.Length; i++)
        {
            var crest = stage.X(i == 1 ? 0.28 : 0.62);
            var y = dunes[i].At(crest);
            var reach = -stage.Side * stage.W * 0.34;
            var lee = new PathData()
                .Move(crest, y)
                .Cubic(
                    crest + reach * 0.25,
                    dunes[i].At(crest + reach * 0.25),
                    crest + reach * 0.6,
                    dunes[i].At(crest + reach * 0.6),
                    crest + reach,
                    dunes[i].At(crest + reach)
                )
                .Quad(crest + reach * 0.3, y + stage.H * 0.07, crest + reach * 0.1, y + stage.H * 0.15)
                .Quad(crest + reach * 0.2, y + stage.H * 0.06, crest, y)
                .Close();
            stage.Middle.Fill(lee, stage.Light.On(Land.Covered(stage, Sand.Darker(0.13)), 0.2), 0.4);
        }
    }

    private static void Cacti(Stage stage, Seed chance, Hill ground)
    {
        foreach (var share in (ReadOnlySpan<double>)[0.1, 0.26, 0.86])
        {
            var x = stage.X(share + chance.Between(-0.05, 0.05));
            Palms.Cactus(
                stage,
                stage.Middle,
                x,
                ground.At(x) + stage.H * 0.012,
                stage.ScaleAt(stage.FarLine) * chance.Between(0.9, 1.7),
                0.08,
                ref chance
            );
        }
    }

    private static void Oasis(Stage stage, Seed chance)
    {
        var x = stage.X(0.22);
        var y = stage.FarLine - stage.H * 0.045;
        var rx = stage.W * 0.22;
        var light = stage.Light;
        var water = light.SkyMiddle.Mix(light.On(Water.Sea), 0.6);
        stage.Middle.Fill(
            new PathData().Ellipse(x, y, rx * 1.12, rx * 0.17),
            light.On(Land.Covered(stage, new(0.72, 0.11, 125)))
        );
        stage.Middle.Fill(
            new PathData().Ellipse(x, y, rx, rx * 0.13),
            stage.Canvas.Down(water.Lighter(0.04), water.Darker(0.05))
        );
        foreach (var (at, lean) in ((double, double)[])[(-0.8, 0.16), (-0.5, -0.12), (0.75, 0.14)])
            Palms.Palm(
                stage,
                stage.Middle,
                x + rx * at,
                y - rx * 0.03 + rx * 0.1 * Math.Abs(at),
                stage.ScaleAt(y) * chance.Between(1.7, 2.5),
                lean,
                0.1,
                ref chance
            );
    }

    private static void Wind(Stage stage, Seed chance)
    {
        var marks = new PathData();
        for (var i = 0; i < 22; i++)
        {
            double y = stage.FarLine + (stage.Bottom - stage.FarLine) * (i + 0.5) / 22,
                x = chance.Between(stage.Left, stage.W * 0.9),
                w = stage.ScaleAt(y) * chance.Between(0.4, 0.9);
            marks.Move(x, y).Cubic(x + w * 0.3, y - w * 0.08, x + w * 0.6, y + w * 0.08, x + w, y);
        }
        stage.Ground.Stroke(marks, stage.Light.On(Land.Covered(stage, Sand.Darker(0.1))), stage.Unit * 0.35, 0.45);
    }

    private static void Foot(Stage stage, Seed chance, bool oasis)
    {
        for (var i = 0; i < 5; i++)
        {
            var y = stage.FarLine + (stage.NearLine - stage.FarLine) * (i + chance.Unit()) / 7;
            var x = stage.W * (i % 2 == 0 ? chance.Between(0.02, 0.28) : chance.Between(0.74, 0.98));
            if (i % 2 == 0 || oasis)
                Peaks.Boulder(
                    stage,
                    stage.Ground,
                    x,
                    y,
                    stage.ScaleAt(y) * chance.Between(0.2, 0.42),
                    Rock.Lighter(0.05).Richer(0.6),
                    0,
                    ref chance
                );
            else
                Palms.Fan(
                    stage,
                    stage.Ground,
                    x,
                    y,
                    stage.ScaleAt(y) * 0.26,
                    -Math.PI / 2,
                    7,
                    new(0.66, 0.09, 140),
                    0,
                    ref chance
                );
        }
    }

    private static void Corners(Stage stage, Seed chance)
    {
        foreach (var x in (ReadOnlySpan<double>)[0, stage.W])
            Palms.Fan(
                stage,
                stage.Near,
                x,
                stage.H + stage.Unit * 3,
                stage.Unit * 15,
                -Math.PI / 2,
                9,
                new(0.56, 0.09, 145),
                0,
                ref chance
            );
    }
}
