using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Walls of broad leaves and palms around a clearing, a waterfall behind, vines from above.</summary>
internal sealed class Jungle : IScenery
{
    private static readonly Colour Leaf = new(0.6, 0.14, 148);
    private static readonly Colour Floor = new(0.64, 0.125, 134);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("jungle");
        stage.AddGround();
        Sky.Paint(stage);
        Walls(stage, chance.For("walls"));
        if (chance.Chance(0.6))
            Waterfall(stage, stage.X(chance.Between(0.42, 0.6)));
        Thicket(stage, chance.For("thicket"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.03, stage.H * 0.016, 1);
        Land.Foreground(stage, ground, Floor.Darker(0.03));
        Land.Path(
            stage,
            stage.Ground,
            new(0.74, 0.075, 78),
            ground.At(stage.X(0.52)),
            stage.X(0.52),
            stage.X(0.4),
            stage.W * 0.4
        );
        Land.Puddles(stage);
        Plants.Tufts(
            stage,
            stage.Ground,
            stage.FarLine,
            stage.Bottom,
            36,
            stage.Light.On(Land.Covered(stage, Floor.Darker(0.17))),
            0.65
        );
        Plants.Flowers(stage, stage.Ground, stage.FarLine, stage.NearLine * 0.9, 15, chance.For("flowers"));
        Vines.Hang(stage, chance.For("vines"));
        Corners(stage, chance.For("corners"));
        Undergrowth.Fireflies(stage);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Walls(Stage stage, Seed chance)
    {
        for (var row = 0; row < 2; row++)
        {
            var distance = 0.85 - 0.3 * row;
            var colour = stage.Light.On(Leaf.Turned(-8 * row), distance);
            var crowns = new PathData();
            for (var i = 0; i < 8; i++)
            {
                var x = stage.Left + (stage.Right - stage.Left) * (i + 0.5) / 8;
                // Lower in the middle, so that the eye goes through.
                var dip = 1 - Math.Abs(x / stage.W - 0.5) * 1.6;
                var y = stage.Horizon - stage.H * (0.3 - 0.2 * dip - 0.06 * row + chance.Between(-0.03, 0.03));
                Shapes.Blob(crowns, x, y, stage.W * 0.11, stage.H * 0.14, 9, ref chance);
                crowns.Rect(x - stage.W * 0.075, y, stage.W * 0.15, stage.FarLine - y);
            }
            stage.Far.Fill(crowns, stage.Canvas.Down(colour.Lighter(0.03), colour.Darker(0.04)));
            var lights = new PathData();
            for (var i = 0; i < 16; i++)
            {
                double x = stage.Left + (stage.Right - stage.Left) * chance.Unit(),
                    low = stage.Horizon - stage.H * chance.Between(-0.02, 0.22);
                var size = stage.Unit * chance.Between(3, 5);
                foreach (var turn in (ReadOnlySpan<double>)[-0.75, 0, 0.75])
                    Shapes.Leaf(lights, x, low, x + Math.Sin(turn) * size, low - Math.Cos(turn) * size, 0.2);
            }
            stage.Far.Fill(lights, colour.Lighter(0.05), 0.7);
            for (var i = 0; i < 4; i++)
            {
                var x = stage.X(i < 2 ? chance.Between(0, 0.34) : chance.Between(0.66, 1));
                Palms.Palm(
                    stage,
                    stage.Far,
                    x,
                    stage.FarLine,
                    stage.NearScale * chance.Between(1.2, 1.6) + stage.FarLine - stage.Horizon,
                    chance.Between(-0.15, 0.15),
                    distance - 0.18,
                    ref chance
                );
            }
        }
    }

    private static void Waterfall(Stage stage, double x)
    {
        var light = stage.Light;
        double top = stage.Horizon - stage.H * 0.17,
            foot = stage.FarLine - stage.H * 0.02,
            w = stage.W * 0.075;
        var rock = light.On(new Colour(0.55, 0.04, 150), 0.4);
        var cliff = new PathData()
            .Move(x - w * 2.2, foot)
            .Quad(x - w * 1.9, top, x - w, top - stage.H * 0.012)
            .Line(x + w, top - stage.H * 0.012)
            .Quad(x + w * 1.9, top, x + w * 2.2, foot)
            .Close();
        stage.Far.Fill(cliff, stage.Canvas.Down(rock.Lighter(0.06), rock.Darker(0.03)));
        var water = light.On(new Colour(0.9, 0.05, 215), 0.2);
        stage.Far.Fill(
            new PathData()
                .Move(x - w * 0.75, top)
                .Quad(x, top - stage.H * 0.012, x + w * 0.75, top)
                .Line(x + w * 0.9, foot)
                .Line(x - w * 0.9, foot)
                .Close(),
            stage.Canvas.Down(water.Lighter(0.05), water.Darker(0.04))
        );
        var streaks = new PathData();
        for (var i = 0; i < 6; i++)
        {
            var sx = x + w * (-0.6 + 0.24 * i);
            streaks
                .Move(sx, top + stage.H * 0.02 * (i % 3))
                .Line(sx + w * 0.03 * (i - 2.5), foot - stage.H * 0.03 * (i % 2));
        }
        stage.Far.Stroke(streaks, light.On(new(0.99, 0.005, 210)), w * 0.07, 0.6);
        var mist = new PathData();
        for (var i = -3; i <= 3; i++)
            mist.Circle(x + w * 0.36 * i, foot, w * (0.42 - 0.03 * Math.Abs(i)));
        stage.Far.Fill(mist, light.On(new(0.98, 0.012, 210)), 0.8);
    }

    private static void Thicket(Stage stage, Seed chance)
    {
        var y = stage.FarLine + stage.H * 0.005;
        var floor = new Hill(stage, "thicket", stage.FarLine - stage.H * 0.06, stage.H * 0.012, 2);
        floor.Paint(
            stage.Middle,
            stage.Light.On(Land.Covered(stage, Floor.Lighter(0.04)), 0.25),
            stage.Light.On(Land.Covered(stage, Floor), 0.1)
        );
        foreach (var share in (ReadOnlySpan<double>)[0.02, 0.93])
            Palms.Palm(
                stage,
                stage.Middle,
                stage.X(share + chance.Between(-0.03, 0.05)),
                y,
                stage.ScaleAt(y) * chance.Between(2.2, 2.9),
                share < 0.5 == stage.Mirrored ? -0.2 : 0.2,
                0.05,
                ref chance
            );
        for (var i = 0; i < 8; i++)
        {
            // Four clumps on either side; the nearer to the middle, the lower.
            var share = i < 4 ? 0.02 + 0.11 * i : 0.98 - 0.11 * (i - 4);
            var size = stage.ScaleAt(y) * (1.15 - 0.2 * (i % 4)) * chance.Between(0.75, 1.1);
            Palms.Fan(
                stage,
                stage.Middle,
                stage.W * share,
                y,
                size,
                -Math.PI / 2 + chance.Between(-0.2, 0.2),
                7,
                Leaf.Turned(chance.Between(-14, 8)).Darker(0.03),
                0.12,
                ref chance
            );
        }
    }

    private static void Corners(Stage stage, Seed chance)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = side < 0 ? stage.Left * 0.4 : stage.W - stage.Left * 0.4;
            Palms.Fan(
                stage,
                stage.Near,
                x,
                stage.H + stage.Unit * 3,
                stage.Unit * chance.Between(20, 25),
                -Math.PI / 2 - side * 0.35,
                7,
                Leaf.Darker(0.15),
                0,
                ref chance
            );
            if (side < 0 == stage.Mirrored)
                Palms.Fan(
                    stage,
                    stage.Near,
                    x,
                    stage.Top * 0.6,
                    stage.Unit * chance.Between(20, 26),
                    Math.PI / 2 - side * -0.4,
                    6,
                    Leaf.Darker(0.12),
                    0,
                    ref chance
                );
        }
    }
}
