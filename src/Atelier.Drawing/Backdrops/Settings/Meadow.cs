using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Rolling hills, a few trees at the sides, flowers, perhaps a path or a stream.</summary>
internal sealed class Meadow : IScenery
{
    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("meadow");
        Sky.Paint(stage);
        var hills = Land.Hills(stage, Land.Grass, 3);
        FarTrees(stage, hills[0], chance.For("far trees"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.035, stage.H * 0.018, 0.8);
        SideTrees(stage, hills[2], chance.For("trees"));
        Land.Foreground(stage, ground, Land.Grass.Darker(0.11).Turned(5));
        if (chance.Chance(0.5))
            Land.Path(
                stage,
                stage.Ground,
                new(0.84, 0.06, 85),
                ground.At(stage.X(0.6)),
                stage.X(0.6),
                stage.X(0.3),
                stage.W * 0.3
            );
        Land.Puddles(stage);
        var blade = stage.Light.On(Land.Covered(stage, Land.Grass.Darker(0.2)));
        Plants.Tufts(stage, stage.Ground, stage.FarLine, stage.Bottom, 42, blade, 0.6);
        Plants.Flowers(stage, stage.Ground, stage.FarLine, stage.NearLine * 0.94, 30, chance.For("flowers"));
        Frames.Corners(stage, Land.Grass.Darker(0.05), true);
        if (chance.Chance(0.5))
            Frames.Bough(stage, stage.Mirrored, Trees.Greens[0]);
        Undergrowth.Fireflies(stage);
        Falling.Paint(stage);
        stage.AddGround();
        stage.AddAir();
    }

    private static void FarTrees(Stage stage, Hill ridge, Seed chance)
    {
        for (var i = 0; i < 9; i++)
        {
            var x = stage.W * (i + chance.Between(0.1, 0.9)) / 9;
            var kind = chance.Chance(0.35) ? TreeKind.Poplar : TreeKind.Round;
            Trees.Paint(
                stage,
                stage.Far,
                kind,
                x,
                ridge.At(x) + stage.H * 0.006,
                stage.NearScale * chance.Between(0.2, 0.36),
                0.72,
                ref chance
            );
        }
    }

    private static void SideTrees(Stage stage, Hill hill, Seed chance)
    {
        foreach (var share in (ReadOnlySpan<double>)[0.06, 0.2, 0.88])
        {
            var x = stage.X(share + chance.Between(-0.05, 0.05));
            var kind = chance.Pick([TreeKind.Round, TreeKind.Apple, TreeKind.Birch, TreeKind.Pine, TreeKind.Round]);
            var y = Math.Max(hill.At(x), stage.Horizon) + stage.H * 0.03;
            Trees.Paint(stage, stage.Middle, kind, x, y, stage.ScaleAt(y) * chance.Between(1.9, 2.7), 0.15, ref chance);
        }
        for (var i = 0; i < 3; i++)
        {
            var x = stage.W * (i + chance.Between(0.1, 0.9)) / 3;
            Plants.Bush(
                stage,
                stage.Middle,
                x,
                hill.At(x) + stage.H * 0.035,
                stage.NearScale * chance.Between(0.3, 0.5),
                0.15,
                ref chance
            );
        }
    }
}
