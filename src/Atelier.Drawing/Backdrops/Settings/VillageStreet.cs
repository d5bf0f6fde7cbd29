using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A row of small coloured houses and shops along a cobbled street, hills and a steeple behind.</summary>
internal sealed class VillageStreet : IScenery
{
    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("village");
        stage.AddGround();
        Sky.Paint(stage);
        var hill = new Hill(stage, "hill", stage.Horizon - stage.H * 0.12, stage.H * 0.04, 1.1);
        var green = Land.Covered(stage, Land.Grass.Darker(0.03));
        hill.Paint(stage.Far, stage.Light.On(green, 0.6), stage.Light.On(green, 0.4));
        hill.Rim(stage.Far, stage.Light.On(green.Lighter(0.06), 0.6), stage.H * 0.01);
        Steeple(stage, hill, chance.For("steeple"));
        var pavement = stage.FarLine - stage.H * 0.07;
        Row(stage, pavement, chance.For("row"));
        Street.Cobbles(stage, pavement, new(0.75, 0.03, 65));
        Street.Kerb(stage, pavement, stage.H * 0.035, new(0.82, 0.025, 75));
        Land.Puddles(stage);
        Furnish(stage, pavement, chance.For("furnish"));
        Frames.Corners(stage, Land.Grass.Darker(0.07), true);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Steeple(Stage stage, Hill hill, Seed chance)
    {
        var light = stage.Light;
        var x = stage.X(chance.Between(0.3, 0.7));
        var y = hill.At(x) + stage.H * 0.03;
        var u = stage.NearScale * 0.3;
        for (var i = 0; i < 6; i++)
        {
            var tx = stage.W * (i + chance.Between(0.2, 0.8)) / 6;
            Trees.Paint(
                stage,
                stage.Far,
                TreeKind.Round,
                tx,
                hill.At(tx) + stage.H * 0.01,
                u * chance.Between(0.9, 1.4),
                0.6,
                ref chance
            );
        }
        var wall = light.On(new Colour(0.94, 0.025, 85), 0.45);
        stage.Far.Fill(new PathData().Rect(x - u * 0.22, y - u * 1.6, u * 0.44, u * 1.6), wall);
        stage.Far.Fill(
            new PathData().Polygon((x - u * 0.28, y - u * 1.58), (x, y - u * 2.7), (x + u * 0.28, y - u * 1.58)),
            light.On(new(0.55, 0.12, 30), 0.4)
        );
        stage.Far.Fill(
            new PathData().Circle(x, y - u * 1.3, u * 0.13),
            light.LampsLit ? light.Lamp : light.On(new(0.6, 0.06, 240), 0.4)
        );
    }

    private static void Row(Stage stage, double y, Seed chance)
    {
        var u = stage.ScaleAt(y) * (stage.Shot == Shot.Wide ? 1 : 0.88);
        Facades.Roof[] roofs = [Facades.Roof.Gable, Facades.Roof.Hip, Facades.Roof.Gable, Facades.Roof.Stepped];
        var x = stage.Left - u * chance.Between(0, 0.9);
        var colour = chance.Below(Houses.Plaster.Length);
        var turn = chance.Below(4);
        // A gap lets the hill and steeple through.
        var gap = stage.W * chance.Between(0.36, 0.54);
        for (var i = 0; x < stage.Right; i++)
        {
            if (x > gap && x < gap + u * 1.6 && stage.Shot != Shot.Close)
            {
                Trees.Paint(stage, stage.Middle, TreeKind.Round, x + u * 0.55, y, u * 1.7, 0.15, ref chance);
                x += u * 1.1;
                gap = double.MaxValue;
            }
            var width = u * chance.Between(1.35, 1.75);
            var height = u * (1.75 + 0.8 * chance.Below(2)) * chance.Between(0.96, 1.04);
            Facades.Paint(
                stage,
                stage.Middle,
                x,
                y,
                width,
                height,
                Houses.Plaster[(colour + i * 5) % Houses.Plaster.Length],
                roofs[(i + turn) % 4],
                i % 3 == 1,
                u,
                0.08,
                chance.For("house", i)
            );
            x += width;
        }
    }

    private static void Furnish(Stage stage, double pavement, Seed chance)
    {
        var y = pavement + stage.H * 0.028;
        var u = stage.ScaleAt(y);
        Street.LampPost(stage, stage.Ground, stage.X(0.12), y, u * 1.15);
        Street.LampPost(stage, stage.Ground, stage.X(0.9), y, u * 1.15);
        if (chance.Chance(0.7))
            Street.Bench(stage, stage.Ground, stage.X(0.26), y, u);
        foreach (var share in (ReadOnlySpan<double>)[0.74, 0.8])
            Street.Planter(stage, stage.Ground, stage.X(share), y, u, ref chance);
    }
}
