using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A barn with its silo among fields, a fence, hay bales and a windmill or an orchard.</summary>
internal sealed class Farm : IScenery
{
    private static readonly Colour[] Crops =
    [
        new(0.84, 0.13, 92),
        new(0.72, 0.14, 128),
        new(0.66, 0.12, 138),
        new(0.78, 0.12, 110),
    ];

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("farm");
        stage.AddGround();
        Sky.Paint(stage);
        var hills = Land.Hills(stage, Land.Grass.Turned(-6), 2, 0.8);
        Fields(stage, hills, chance.For("fields"));
        var yard = new Hill(stage, "yard", stage.Horizon + stage.H * 0.055, stage.H * 0.012, 1);
        var grass = Land.Covered(stage, Land.Grass.Darker(0.03));
        yard.Paint(stage.Middle, stage.Light.On(grass.Lighter(0.03), 0.1), stage.Light.On(grass, 0.05));
        Buildings(stage, yard, chance.For("buildings"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.02, stage.H * 0.012, 0.9);
        Fences.Rails(
            stage,
            stage.Middle,
            stage.FarLine - stage.H * 0.015,
            stage.ScaleAt(stage.FarLine) * 0.52,
            chance.Between(0.34, 0.5)
        );
        Land.Foreground(stage, ground, Land.Grass.Darker(0.09));
        Land.Path(
            stage,
            stage.Ground,
            new(0.8, 0.07, 78),
            ground.At(stage.X(0.56)),
            stage.X(0.56),
            stage.X(0.44),
            stage.W * 0.36
        );
        Land.Puddles(stage);
        Bales(stage, chance.For("bales"));
        Plants.Tufts(
            stage,
            stage.Ground,
            stage.FarLine,
            stage.Bottom,
            40,
            stage.Light.On(Land.Covered(stage, Land.Grass.Darker(0.2))),
            0.6
        );
        Plants.Flowers(stage, stage.Ground, stage.FarLine, stage.NearLine * 0.93, 18, chance.For("flowers"));
        Sunflowers(stage, chance.For("sunflowers"));
        Falling.Paint(stage);
        stage.AddAir();
    }

    private static void Fields(Stage stage, Hill[] hills, Seed chance)
    {
        // Each field is a strip of its hill, furrows converging away from the viewer.
        for (var i = 0; i < 4; i++)
        {
            var hill = hills[i % 2];
            double a = stage.Left + (stage.Right - stage.Left) * (0.02 + 0.25 * i),
                b = a + stage.W * chance.Between(0.2, 0.26),
                lean = stage.W * chance.Between(-0.08, 0.08);
            var foot = Math.Max(hill.At(a), hill.At(b)) + stage.H * 0.09;
            var patch = new PathData()
                .Move(a, hill.At(a) + stage.H * 0.012)
                .Quad(
                    (a + b) / 2,
                    2 * hill.At((a + b) / 2) - (hill.At(a) + hill.At(b)) / 2 + stage.H * 0.012,
                    b,
                    hill.At(b) + stage.H * 0.012
                )
                .Line(b + lean, foot)
                .Line(a + lean * 1.2, foot)
                .Close();
            var colour = stage.Light.On(Land.Covered(stage, Crops[(i + chance.Below(2)) % 4]), 0.4 - 0.2 * (i % 2));
            var layer = i % 2 == 0 ? stage.Far : stage.Middle;
            layer.Fill(patch, colour);
            layer.Group(
                stage.Canvas.Clip(patch),
                () =>
                {
                    var furrows = new PathData();
                    for (var f = 0; f < 9; f++)
                        furrows
                            .Move(a + (b - a) * f / 8, foot - stage.H * 0.14)
                            .Line(a + lean + (b - a) * (f * 1.5 / 8 - 0.25), foot);
                    layer.Stroke(furrows, colour.Darker(0.07), stage.Unit * 0.5, 0.7);
                }
            );
        }
    }

    private static void Buildings(Stage stage, Hill yard, Seed chance)
    {
        var x = stage.X(chance.Between(0.2, 0.28));
        var y = yard.At(x) + stage.H * 0.03;
        var u = stage.ScaleAt(y) * 0.92;
        Silo(stage, x + stage.Side * u * 1.55, y - stage.H * 0.004, u);
        Houses.Barn(
            stage,
            stage.Middle,
            x,
            y,
            u,
            0.08,
            chance.Pick([new Colour(0.55, 0.17, 28), new(0.55, 0.17, 28), new(0.56, 0.1, 40)])
        );
        var far = stage.X(chance.Between(0.8, 0.85));
        if (stage.W > stage.H * 0.8) // a narrow page has no room for a second building
            SecondBuilding(stage, far, yard.At(far) + stage.H * 0.015, u * 0.8, chance.For("second"));
        foreach (var share in (ReadOnlySpan<double>)[0.02, 0.6, 0.7])
        {
            var tx = stage.X(share + chance.Between(-0.03, 0.03));
            Trees.Paint(
                stage,
                stage.Middle,
                share < 0.1 ? TreeKind.Poplar : TreeKind.Apple,
                tx,
                yard.At(tx) + stage.H * 0.02,
                u * chance.Between(1.3, 1.6) * (share < 0.1 ? 1.7 : 1),
                0.14,
                ref chance
            );
        }
    }

    private static void SecondBuilding(Stage stage, double x, double y, double u, Seed chance)
    {
        if (chance.Chance(0.5))
            Windmill(stage, x, y, u);
        else
            Houses.Cottage(stage, stage.Middle, x, y, u, 0.12, chance.For("house"));
    }

    private static void Silo(Stage stage, double x, double y, double u)
    {
        var steel = stage.Light.On(new Colour(0.82, 0.02, 235), 0.1);
        double w = u * 0.34,
            top = y - u * 1.75;
        stage.Middle.Fill(
            new PathData().Rect(x - w, top, w * 2, y - top),
            stage.Canvas.Across((0, steel.Darker(0.08), 1), (0.6, steel.Lighter(0.05), 1), (1, steel.Darker(0.03), 1))
        );
        stage.Middle.Fill(
            new PathData().Move(x - w, top).Arc(w, w * 0.9, x + w, top).Close(),
            stage.Snowy ? stage.Light.On(new(0.97, 0.01, 240)) : stage.Light.On(new(0.6, 0.1, 30), 0.1)
        );
        var hoops = new PathData();
        for (var i = 1; i < 6; i++)
            hoops.Move(x - w, top + (y - top) * i / 6).Line(x + w, top + (y - top) * i / 6);
        stage.Middle.Stroke(hoops, steel.Darker(0.12), u * 0.018, 0.7);
    }

    private static void Windmill(Stage stage, double x, double y, double u)
    {
        var light = stage.Light;
        var wall = light.On(new Colour(0.94, 0.025, 85), 0.12);
        double hub = y - u * 2.05;
        Trees.Shadow(stage, stage.Middle, x, y, u * 0.6);
        stage.Middle.Fill(
            new PathData().Polygon((x - u * 0.5, y), (x - u * 0.3, hub), (x + u * 0.3, hub), (x + u * 0.5, y)),
            stage.Canvas.Across((0, wall.Darker(0.05), 1), (0.6, wall, 1), (1, wall.Darker(0.03), 1))
        );
        stage.Middle.Fill(
            new PathData()
                .Move(x - u * 0.36, hub + u * 0.03)
                .Quad(x, hub - u * 0.75, x + u * 0.36, hub + u * 0.03)
                .Close(),
            light.On(new(0.55, 0.13, 32), 0.1)
        );
        Houses.Casement(stage, stage.Middle, x, y - u * 1.25, u * 0.2, u * 0.24, 0.12, true, false);
        var seed = stage.Seed.For("mill");
        Houses.Door(stage, stage.Middle, x, y, u * 0.3, u * 0.6, 0.12, ref seed);
        var (arms, cloth) = (new PathData(), new PathData());
        for (var i = 0; i < 4; i++)
        {
            var angle = 0.45 + i * Math.PI / 2;
            double dx = Math.Cos(angle),
                dy = Math.Sin(angle),
                length = u * 1.25;
            arms.Move(x, hub).Line(x + dx * length, hub + dy * length);
            cloth.Polygon(
                (x + dx * length * 0.25, hub + dy * length * 0.25),
                (x + dx * length, hub + dy * length),
                (x + dx * length - dy * u * 0.24, hub + dy * length + dx * u * 0.24),
                (x + dx * length * 0.25 - dy * u * 0.24, hub + dy * length * 0.25 + dx * u * 0.24)
            );
        }
        stage.Middle.Fill(cloth, light.On(new(0.96, 0.02, 85), 0.05), 0.9);
        stage.Middle.Stroke(arms, light.On(new(0.48, 0.07, 50), 0.1), u * 0.05);
        stage.Middle.Fill(new PathData().Circle(x, hub, u * 0.08), light.On(new(0.4, 0.06, 50), 0.1));
    }

    private static void Bales(Stage stage, Seed chance)
    {
        var straw = stage.Light.On(new Colour(0.83, 0.12, 88));
        for (var i = 0; i < 2; i++)
        {
            var y = stage.FarLine + stage.H * (0.02 + 0.06 * i);
            var x = stage.X(i == 0 ? chance.Between(0.8, 0.88) : chance.Between(0.02, 0.1));
            var r = stage.ScaleAt(y) * 0.26;
            Trees.Shadow(stage, stage.Ground, x, y, r * 1.3);
            stage.Ground.Fill(
                new PathData().Round(x - r * 0.2, y - 2 * r, r * 1.6, 2 * r, r * 0.9),
                straw.Darker(0.09)
            );
            stage.Ground.Fill(new PathData().Ellipse(x - r * 0.1, y - r, r * 0.92, r), straw);
            var coil = new PathData();
            for (var t = 0.9; t > 0.2; t -= 0.22)
                coil.Ellipse(x - r * 0.1, y - r, r * 0.92 * t, r * t);
            stage.Ground.Stroke(coil, straw.Darker(0.1), r * 0.06);
            if (stage.Snowy)
                stage.Ground.Fill(
                    new PathData().Ellipse(x + r * 0.2, y - r * 1.95, r * 0.8, r * 0.16),
                    stage.Light.On(new(0.97, 0.01, 240))
                );
        }
    }

    private static void Sunflowers(Stage stage, Seed chance)
    {
        Frames.Corners(stage, Land.Grass.Darker(0.06), false);
        if (stage.Snowy)
            return;
        var left = chance.Chance(0.5);
        for (var i = 0; i < 3; i++)
        {
            var x = left ? stage.W * 0.015 + stage.Unit * 6 * i : stage.W * 0.985 - stage.Unit * 6 * i;
            Plants.Sunflower(
                stage,
                stage.Near,
                x,
                stage.Bottom,
                stage.Bottom - stage.H + stage.Unit * (25 - 5.5 * i) * chance.Between(0.92, 1.05),
                stage.Unit * 3.1
            );
        }
    }
}
