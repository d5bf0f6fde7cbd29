using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Sand, surf and a wide sea with a headland, a lighthouse or boats.</summary>
internal sealed class Seaside : IScenery
{
    private static readonly Colour Sand = new(0.88, 0.075, 82);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("seaside");
        Sky.Paint(stage);
        var shore = stage.FarLine - stage.H * 0.02;
        Headland(stage, chance.For("headland"));
        Water.Paint(stage, stage.Middle, stage.Horizon, stage.Bottom);
        Boats(stage, shore, chance.For("boats"));
        var edge = new Hill(stage, "surf", shore, stage.H * 0.022, 1.2);
        var wet = new Hill(stage, "surf", shore + stage.H * 0.028, stage.H * 0.022, 1.2);
        Water.Foam(stage, stage.Middle, edge, stage.H * 0.03);
        var light = stage.Light;
        var sand = Land.Covered(stage, Sand);
        stage.Ground.Fill(wet.Outline(stage.Bottom), light.On(sand.Darker(0.09)));
        var dry = new Hill(stage, "dry", shore + stage.H * 0.06, stage.H * 0.018, 0.9);
        dry.Paint(stage.Ground, light.On(sand.Lighter(0.02)), light.On(sand.Darker(0.06)));
        Water.Foam(stage, stage.Ground, wet, stage.H * 0.012);
        Ripples(stage, sand, chance.For("ripples"));
        Land.Puddles(stage);
        Beach(stage, chance.For("beach"));
        Frames.Corners(stage, new Colour(0.68, 0.1, 118), false);
        Falling.Paint(stage);
        stage.AddGround();
        stage.AddZone(
            ZoneKind.Water,
            new Box(0, stage.Horizon + stage.H * 0.03, stage.W, shore - stage.Horizon - stage.H * 0.05),
            stage.ScaleAt(stage.Horizon) * 0.5,
            stage.ScaleAt(shore) * 0.9
        );
        stage.AddAir();
    }

    private static void Headland(Stage stage, Seed chance)
    {
        var light = stage.Light;
        var rock = Land.Covered(stage, new Colour(0.62, 0.07, 140));
        for (var i = 1; i >= 0; i--)
        {
            double edge = stage.Mirrored ? stage.Right : stage.Left,
                tip = stage.X(0.34 + 0.2 * i + chance.Between(-0.05, 0.05)),
                height = stage.H * (0.1 - 0.035 * i) * chance.Between(0.85, 1.2),
                y = stage.Horizon + 1;
            var path = new PathData()
                .Move(edge, y)
                .Line(edge, y - height)
                .Cubic(
                    edge + (tip - edge) * 0.4,
                    y - height * 1.25,
                    edge + (tip - edge) * 0.7,
                    y - height * 0.35,
                    tip,
                    y
                )
                .Close();
            stage.Far.Fill(
                path,
                stage.Canvas.Down(
                    light.On(rock.Lighter(0.05), 0.45 + 0.25 * i),
                    light.On(rock.Darker(0.04), 0.45 + 0.25 * i)
                )
            );
            if (i == 0 && chance.Chance(0.65))
                Lighthouse(stage, edge + (tip - edge) * 0.45, y - height * 0.82, stage.H * 0.13);
        }
    }

    private static void Lighthouse(Stage stage, double x, double y, double height)
    {
        var light = stage.Light;
        double Half(double t) => height * (0.11 - 0.035 * t);
        for (var band = 0; band < 5; band++)
        {
            double a = band / 5.0 * 0.78,
                b = (band + 1) / 5.0 * 0.78;
            var colour = band % 2 == 0 ? new Colour(0.97, 0.01, 80) : new Colour(0.62, 0.19, 27);
            stage.Far.Fill(
                new PathData().Polygon(
                    (x - Half(a), y - height * a),
                    (x + Half(a), y - height * a),
                    (x + Half(b), y - height * b),
                    (x - Half(b), y - height * b)
                ),
                light.On(colour, 0.25)
            );
        }
        if (light.LampsLit)
            stage.Far.Fill(
                new PathData().Circle(x, y - height * 0.84, height * 0.5),
                stage.Canvas.Glow((0, light.Lamp, 0.8), (1, light.Lamp, 0))
            );
        stage.Far.Fill(
            new PathData().Rect(x - height * 0.06, y - height * 0.9, height * 0.12, height * 0.12),
            light.LampsLit ? light.Lamp : light.On(new(0.8, 0.06, 220), 0.2)
        );
        stage.Far.Fill(
            new PathData()
                .Move(x - height * 0.09, y - height * 0.9)
                .Quad(x, y - height * 1.08, x + height * 0.09, y - height * 0.9)
                .Close()
                .Rect(x - height * 0.1, y - height * 0.79, height * 0.2, height * 0.025),
            light.On(new(0.5, 0.15, 27), 0.2)
        );
    }

    private static void Boats(Stage stage, double shore, Seed chance)
    {
        for (var i = 0; i < 2; i++)
        {
            var y = stage.Horizon + (shore - stage.Horizon) * (0.12 + 0.2 * i);
            var x = stage.X(i == 0 ? chance.Between(0.4, 0.6) : chance.Between(0.76, 0.95));
            Shore.Boat(stage, stage.Middle, x, y, stage.NearScale * (0.2 + 0.16 * i), 0.5 - 0.25 * i, ref chance);
        }
    }

    private static void Ripples(Stage stage, Colour sand, Seed chance)
    {
        var (marks, grains) = (new PathData(), new PathData());
        for (var i = 0; i < 16; i++)
        {
            double y = stage.FarLine + (stage.Bottom - stage.FarLine) * (i + 1.5) / 17,
                x = chance.Between(stage.Left, stage.W * 0.95),
                w = stage.ScaleAt(y) * chance.Between(0.25, 0.5);
            marks
                .Move(x, y)
                .Quad(x + w * 0.25, y - w * 0.07, x + w * 0.5, y)
                .Quad(x + w * 0.75, y + w * 0.07, x + w, y);
        }
        for (var i = 0; i < 60; i++)
            grains.Circle(
                chance.Between(stage.Left, stage.Right),
                chance.Between(stage.FarLine + stage.H * 0.06, stage.Bottom),
                stage.Unit * chance.Between(0.1, 0.22)
            );
        stage.Ground.Stroke(marks, stage.Light.On(sand.Darker(0.1)), stage.Unit * 0.35, 0.5);
        stage.Ground.Fill(grains, stage.Light.On(sand.Darker(0.18)), 0.45);
    }

    private static void Beach(Stage stage, Seed chance)
    {
        var sunny = stage.Light.Weather is Weather.Clear or Weather.Cloudy && !stage.Light.IsNight;
        var y = stage.FarLine + stage.H * 0.06;
        if (sunny && chance.Chance(0.75))
            Shore.Parasol(
                stage,
                stage.Ground,
                stage.X(chance.Between(0.1, 0.2)),
                y,
                stage.ScaleAt(y) * 1.5,
                ref chance
            );
        for (var i = 0; i < 7; i++)
        {
            var at = stage.FarLine + (stage.NearLine - stage.FarLine) * (0.25 + 0.75 * (i + chance.Unit()) / 7);
            var x = stage.W * (i % 2 == 0 ? chance.Between(0.02, 0.36) : chance.Between(0.64, 0.98));
            var r = stage.ScaleAt(at) * 0.055;
            if (i % 3 == 1)
                Shore.Starfish(stage, stage.Ground, x, at, r * 1.3, ref chance);
            else
                Shore.Shell(stage, stage.Ground, x, at, r, ref chance);
        }
    }
}
