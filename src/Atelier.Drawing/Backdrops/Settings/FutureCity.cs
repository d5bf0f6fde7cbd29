using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Towers of glass in three depths, lines of light along them, tubes between them, lanes of light on the ground.</summary>
internal sealed class FutureCity : IScenery
{
    private static readonly Colour Cyan = new(0.86, 0.13, 205);
    private static readonly Colour Pink = new(0.74, 0.2, 345);
    private static readonly Colour Violet = new(0.7, 0.18, 300);
    private static readonly Colour[] Neon = [Cyan, Pink, Violet];

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("future");
        stage.AddGround();
        Sky.Paint(stage);
        Towers(stage, stage.Far, 0, chance.For("far"));
        Towers(stage, stage.Far, 1, chance.For("nearer"));
        Towers(stage, stage.Middle, 2, chance.For("middle"));
        Tubes(stage, chance.For("tubes"));
        Plaza(stage);
        Rails(stage);
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Towers(Stage stage, Layer layer, int row, Seed chance)
    {
        var light = stage.Light;
        var distance = row switch
        {
            0 => 0.8,
            1 => 0.5,
            _ => 0.14,
        };
        var glass = light.On(new Colour(0.56, 0.085, 255 + 16 * row), distance);
        var foot = stage.FarLine;
        var (walls, shade, windows) = (new PathData(), new PathData(), new PathData());
        var lines = Neon.Select(_ => new PathData()).ToArray();
        var x = stage.Left - stage.H * chance.Between(0, 0.1);
        while (x < stage.Right)
        {
            var width = stage.H * chance.Between(0.08, 0.13) * (1 + 0.35 * row);
            var middle = Math.Abs((x + width / 2) / stage.W - 0.5);
            // The middle of the nearest row stays open, so that the depths show.
            var tall = row == 2 ? 0.3 + 1.3 * Math.Min(0.42, middle) : 0.58 + 0.36 * chance.Unit() - 0.1 * row;
            var top = stage.Horizon * 1.04 - stage.Horizon * tall * chance.Between(0.85, 1.1);
            Tower(walls, x, top, width, foot, chance.Below(4));
            shade.Rect(x + width * 0.62, top + width * 0.5, width * 0.38, foot - top - width * 0.5);
            Floors(windows, x, top + width * 0.6, width, foot, ref chance);
            lines[chance.Below(lines.Length)]
                .Round(
                    x + width * chance.Between(0.1, 0.2),
                    top + width * 0.4,
                    width * 0.05,
                    (foot - top) * chance.Between(0.4, 0.8),
                    width * 0.02
                );
            x += width * chance.Between(1.05, row == 2 ? 1.7 : 1.3);
        }
        layer.Fill(walls, stage.Canvas.Down(glass.Lighter(0.06), glass.Darker(0.02)));
        layer.Fill(shade, glass.Darker(0.045), 0.6);
        var lit = light.LampsLit ? light.Lamp.Mix(Cyan, 0.45) : glass.Lighter(0.12);
        layer.Fill(windows, light.LampsLit ? lit.Mix(glass, 0.5 * distance) : lit, 0.85);
        foreach (var (path, colour) in lines.Zip(Neon))
            layer.Fill(path, light.Glowing(colour).Mix(glass, light.LampsLit ? 0.3 * distance : 0.45), 0.95);
    }

    private static void Tower(PathData walls, double x, double top, double width, double foot, int kind)
    {
        var right = x + width;
        switch (kind)
        {
            case 0: // a dome
                walls
                    .Move(x, foot)
                    .Line(x, top + width * 0.5)
                    .Arc(width / 2, width * 0.5, right, top + width * 0.5)
                    .Line(right, foot)
                    .Close();
                break;
            case 1: // a slope with a mast
                walls.Polygon((x, foot), (x, top + width * 0.7), (right, top), (right, foot));
                walls.Rect(right - width * 0.08, top - width * 0.6, width * 0.04, width * 0.62);
                break;
            case 2: // a sail
                walls
                    .Move(x, foot)
                    .Line(x, top + width * 0.9)
                    .Quad(x + width * 0.1, top, right, top)
                    .Line(right, foot)
                    .Close();
                break;
            default: // steps
                walls.Rect(x, top + width * 0.5, width, foot - top - width * 0.5);
                walls.Rect(x + width * 0.18, top + width * 0.22, width * 0.64, width * 0.3);
                walls.Rect(x + width * 0.36, top, width * 0.28, width * 0.24);
                walls.Rect(x + width * 0.48, top - width * 0.5, width * 0.04, width * 0.52);
                break;
        }
    }

    private static void Floors(PathData windows, double x, double from, double width, double to, ref Seed chance)
    {
        var floor = width * 0.16;
        for (var y = from; y < to - floor; y += floor)
            if (chance.Chance(0.62))
                windows.Rect(
                    x + width * chance.Between(0.24, 0.36),
                    y,
                    width * chance.Between(0.2, 0.52),
                    floor * 0.34
                );
    }

    private static void Tubes(Stage stage, Seed chance)
    {
        for (var i = 0; i < 2; i++)
        {
            var y = stage.Horizon * chance.Between(0.5, 0.86);
            var thick = stage.H * 0.016;
            var dip = stage.H * chance.Between(-0.05, 0.05);
            PathData Bow(double lift) =>
                new PathData()
                    .Move(stage.Left, y + lift)
                    .Quad(
                        stage.W * chance.For("bend", i).Between(0.35, 0.65),
                        y + dip * 2 + lift,
                        stage.Right,
                        y - dip + lift
                    );
            var shell = stage.Light.On(new Colour(0.72, 0.05, 235), 0.3);
            stage.Middle.Stroke(Bow(0), shell, thick, 0.85);
            stage.Middle.Stroke(Bow(-thick * 0.2), stage.Light.Glowing(Neon[(i + 1) % Neon.Length]), thick * 0.24, 0.9);
        }
    }

    private static void Plaza(Stage stage)
    {
        var (light, top) = (stage.Light, stage.FarLine - stage.H * 0.02);
        var floor = Land.Covered(stage, new Colour(0.45, 0.05, 272));
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, top, stage.Right - stage.Left, stage.Bottom - top),
            stage.Canvas.Down(light.On(floor.Lighter(0.06)), light.On(floor.Darker(0.05)))
        );
        var meet = stage.X(0.5);
        for (var i = -4; i <= 4; i++)
        {
            var (far, near) = (meet + stage.W * 0.05 * i, meet + stage.W * 0.24 * i);
            var lane = new PathData().Polygon(
                (far - stage.Unit * 0.1, top),
                (far + stage.Unit * 0.1, top),
                (near + stage.Unit * 0.8, stage.Bottom),
                (near - stage.Unit * 0.8, stage.Bottom)
            );
            stage.Ground.Fill(lane, light.Glowing(Neon[(i + 4) % 2]), 0.55);
        }
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, top, stage.Right - stage.Left, stage.Unit * 0.6),
            light.Glowing(Cyan),
            0.8
        );
        Land.Puddles(stage);
    }

    private static void Rails(Stage stage)
    {
        var light = stage.Light;
        var metal = light.On(new Colour(0.35, 0.04, 265));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var edge = side < 0 ? stage.Left : stage.Right;
            var reach = edge - side * stage.W * 0.16;
            var y = stage.H - stage.Unit * 7;
            stage.Near.Stroke(new PathData().Move(edge, y).Line(reach, y + stage.Unit * 5), metal, stage.Unit * 1.6);
            stage.Near.Stroke(
                new PathData().Move(edge, y - stage.Unit * 0.3).Line(reach, y + stage.Unit * 4.7),
                light.Glowing(Pink),
                stage.Unit * 0.4
            );
        }
    }
}
