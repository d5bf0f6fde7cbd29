using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Before the gate: towers and walls on a rise, a path to the gate, clipped trees, sometimes a moat.</summary>
internal sealed class CastleGrounds : IScenery
{
    private static readonly (Colour Stone, Colour Roof, Colour Cloth)[] Liveries =
    [
        (new(0.82, 0.025, 75), new(0.54, 0.15, 28), new(0.6, 0.19, 25)),
        (new(0.8, 0.025, 270), new(0.5, 0.11, 262), new(0.8, 0.15, 85)),
        (new(0.86, 0.04, 50), new(0.52, 0.1, 190), new(0.62, 0.16, 350)),
        (new(0.86, 0.03, 330), new(0.52, 0.13, 310), new(0.66, 0.12, 200)),
    ];

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("grounds");
        stage.AddGround();
        Sky.Paint(stage);
        var hills = Land.Hills(stage, Land.Grass.Turned(4), 2, 0.9);
        var rise = new Hill(stage, "rise", stage.Horizon + stage.H * 0.035, stage.H * 0.012, 0.8);
        FarWoods(stage, hills[0], chance.For("woods"));
        var grass = Land.Covered(stage, Land.Grass.Darker(0.03));
        var x = stage.X(chance.Between(0.36, 0.64));
        var foot = rise.At(x) + stage.H * 0.025;
        var gate = Castle(stage, x, foot, chance);
        var lawn = new Hill(stage, "lawn", foot + stage.H * 0.004, stage.H * 0.006, 0.7);
        lawn.Paint(stage.Middle, stage.Light.On(grass.Lighter(0.03), 0.1), stage.Light.On(grass, 0.05));
        var moat = chance.Chance(0.5);
        if (moat)
            Moat(stage, x, lawn.At(x), gate);
        Sides(stage, lawn, chance.For("sides"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.022, stage.H * 0.01, 0.8);
        Land.Foreground(stage, ground, Land.Grass.Darker(0.08));
        Land.Path(
            stage,
            stage.Ground,
            new(0.83, 0.05, 80),
            moat ? ground.At(x) : foot,
            x,
            stage.X(0.45),
            stage.W * 0.4,
            gate * (moat ? 1.7 : 1) / (stage.W * 0.4)
        );
        Land.Puddles(stage);
        Plants.Tufts(
            stage,
            stage.Ground,
            stage.FarLine,
            stage.Bottom,
            36,
            stage.Light.On(Land.Covered(stage, Land.Grass.Darker(0.19))),
            0.6
        );
        Plants.Flowers(stage, stage.Ground, stage.FarLine, stage.NearLine * 0.93, 27, chance.For("flowers"));
        Frames.Corners(stage, Land.Grass.Darker(0.05), true);
        Falling.Paint(stage);
        stage.AddAir();
    }

    /// <summary>Returns the width of the gate.</summary>
    private static double Castle(Stage stage, double x, double y, Seed chance)
    {
        var (stone, roof, cloth) = chance.Pick(Liveries);
        var u = Math.Min(Math.Clamp(stage.NearScale * 0.62, stage.H * 0.19, stage.H * 0.26), stage.W * 0.3);
        var behind = new Fortress(stage, stage.Middle, stone.Darker(0.04), roof, cloth, 0.28);
        var front = new Fortress(stage, stage.Middle, stone, roof, cloth, 0.12);
        behind.Tower(x - u * 0.36, y, u * 0.34, u * chance.Between(1.75, 2.05), true, ref chance);
        behind.Tower(x + u * 0.42, y, u * 0.3, u * chance.Between(1.45, 1.7), true, ref chance);
        behind.Wall(x - u * 0.3, y, u * 0.7, u * 1.25, ref chance);
        behind.Tower(x + u * 0.06, y, u * 0.46, u * chance.Between(1.5, 1.65), chance.Chance(0.6), ref chance);
        front.Wall(x - u * 1.15, y, u * 2.3, u * 0.66, ref chance);
        front.Tower(x - u * 1.18, y, u * 0.42, u * chance.Between(0.95, 1.15), true, ref chance);
        front.Tower(x + u * 1.18, y, u * 0.42, u * chance.Between(0.95, 1.15), true, ref chance);
        front.Wall(x - u * 0.38, y, u * 0.76, u * 0.84, ref chance);
        front.Gate(x, y, u * 0.4, u * 0.56);
        front.Banner(x - u * 0.68, y - u * 0.55, u * 0.17, u * 0.36);
        front.Banner(x + u * 0.68, y - u * 0.55, u * 0.17, u * 0.36);
        return u * 0.4;
    }

    private static void FarWoods(Stage stage, Hill ridge, Seed chance)
    {
        for (var i = 0; i < 10; i++)
        {
            var x = stage.W * (i + chance.Between(0.1, 0.9)) / 10;
            Trees.Paint(
                stage,
                stage.Far,
                chance.Chance(0.5) ? TreeKind.Poplar : TreeKind.Round,
                x,
                ridge.At(x) + stage.H * 0.008,
                stage.NearScale * chance.Between(0.2, 0.34),
                0.7,
                ref chance
            );
        }
    }

    private static void Moat(Stage stage, double gate, double y, double bridge)
    {
        var light = stage.Light;
        var water = light.SkyMiddle.Mix(light.On(Water.Sea), 0.5);
        var band = new Hill(stage, "moat", y + stage.H * 0.014, stage.H * 0.003, 1.6);
        stage.Middle.Fill(band.Outline(stage.Bottom), stage.Canvas.Down(water.Lighter(0.02), water.Darker(0.06)));
        band.Rim(stage.Middle, light.On(new(0.9, 0.03, 215)), stage.H * 0.004, 0.6);
        var planks = new PathData().Polygon(
            (gate - bridge * 0.55, y),
            (gate + bridge * 0.55, y),
            (gate + bridge * 0.9, stage.FarLine),
            (gate - bridge * 0.9, stage.FarLine)
        );
        stage.Middle.Fill(planks, light.On(new(0.6, 0.08, 58)));
        var seams = new PathData();
        for (var i = 1; i < 6; i++)
        {
            var t = i / 6.0;
            var half = bridge * (0.55 + 0.35 * t);
            seams.Move(gate - half, y + (stage.FarLine - y) * t).Line(gate + half, y + (stage.FarLine - y) * t);
        }
        stage.Middle.Stroke(seams, light.On(new(0.48, 0.07, 55)), stage.Unit * 0.3);
    }

    private static void Sides(Stage stage, Hill lawn, Seed chance)
    {
        foreach (var share in (ReadOnlySpan<double>)[0.03, 0.15, 0.86, 0.97])
        {
            var x = stage.X(share + chance.Between(-0.02, 0.02));
            var y = lawn.At(x) + stage.H * 0.035;
            var kind = share is 0.15 or 0.86 ? TreeKind.Poplar : TreeKind.Round;
            Trees.Paint(stage, stage.Middle, kind, x, y, stage.ScaleAt(y) * chance.Between(1.3, 1.7), 0.1, ref chance);
        }
    }
}
