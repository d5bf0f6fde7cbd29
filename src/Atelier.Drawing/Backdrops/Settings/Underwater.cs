using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>
/// A reef under shafts of light. Weather up there shows below: rain rings the surface, snow becomes drifting flakes of
/// plankton, fog murky water.
/// </summary>
internal sealed class Underwater : IScenery
{
    private static readonly Colour Sand = new(0.85, 0.075, 88);

    public bool Sheltered => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("underwater");
        var (shallow, deep) = Waters(stage);
        var reef = new Reef(stage, shallow, deep);
        var floor = stage.FarLine;
        // Swimmers fill the middle of the page; only crabs and divers walk.
        stage.AddZone(
            ZoneKind.Water,
            new Box(stage.W * 0.04, stage.H * 0.28, stage.W * 0.92, stage.NearLine - stage.H * 0.28),
            stage.NearScale * 0.62,
            stage.NearScale
        );
        stage.AddGround();
        stage.Sky.Fill(
            new PathData().Rect(stage.Left, stage.Top, stage.Everything.Width, stage.Everything.Height),
            stage.Canvas.Down(
                (0, shallow.Lighter(0.07), 1),
                (0.35, shallow, 1),
                (0.8, deep, 1),
                (1, deep.Darker(0.03), 1)
            )
        );
        Surface(stage, shallow, chance.For("surface"));
        Shafts(stage, shallow, chance.For("shafts"));
        Rocks(stage, reef, chance.For("rocks"));
        Gardens(stage, reef, floor, chance.For("gardens"));
        Bed(stage, reef, floor, chance.For("bed"));
        Near(stage, reef, chance.For("near"));
        Drift(stage, shallow, chance.For("drift"));
    }

    private static (Colour Shallow, Colour Deep) Waters(Stage stage)
    {
        var (shallow, deep) = stage.Light.Time switch
        {
            TimeOfDay.Morning => (new Colour(0.84, 0.09, 200), new Colour(0.6, 0.115, 235)),
            TimeOfDay.Day => (new Colour(0.8, 0.115, 212), new Colour(0.54, 0.125, 245)),
            TimeOfDay.Evening => (new Colour(0.7, 0.09, 310), new Colour(0.45, 0.12, 275)),
            _ => (new Colour(0.42, 0.1, 255), new Colour(0.24, 0.09, 272)),
        };
        var murk = stage.Light.Weather switch
        {
            Weather.Clear => 0,
            Weather.Cloudy => 0.15,
            Weather.Fog => 0.42,
            _ => 0.2,
        };
        Colour Clouded(Colour water) => stage.Light.Glowing(water.Mix(new Colour(water.L * 0.94, 0.055, 205), murk));
        return (Clouded(shallow), Clouded(deep));
    }

    private static void Surface(Stage stage, Colour shallow, Seed chance)
    {
        for (var i = 0; i < 2; i++)
        {
            var wave = new Hill(stage, "surface" + i, stage.H * (0.035 + 0.03 * i), stage.H * 0.012, 2.5 + i);
            stage.Sky.Fill(wave.Outline(stage.Top), shallow.Lighter(0.12), 0.4);
        }
        if (stage.Light.Weather != Weather.Rain)
            return;
        var rings = new PathData();
        for (var i = 0; i < 12; i++)
            rings.Ellipse(
                chance.Between(0, stage.W),
                stage.H * chance.Between(0.01, 0.06),
                stage.Unit * chance.Between(2, 4),
                stage.Unit * 0.6
            );
        stage.Sky.Stroke(rings, shallow.Lighter(0.2), stage.Unit * 0.25, 0.7);
    }

    private static void Shafts(Stage stage, Colour shallow, Seed chance)
    {
        var strength = stage.Light.Weather switch
        {
            Weather.Clear => 0.42,
            Weather.Cloudy => 0.26,
            _ => 0.14,
        };
        var ray = shallow.Lighter(0.17);
        for (var i = 0; i < 6; i++)
        {
            double x = stage.W * (i + chance.Between(0.1, 0.8)) / 6,
                w = stage.W * chance.Between(0.03, 0.075),
                slant = -stage.Side * stage.W * 0.2,
                foot = stage.H * chance.Between(0.6, 0.9);
            var beam = new PathData().Polygon(
                (x, stage.Top),
                (x + w, stage.Top),
                (x + w * 2.3 + slant, foot),
                (x - w * 0.9 + slant, foot)
            );
            stage.Sky.Fill(beam, stage.Canvas.Down((0, ray, strength), (1, ray, 0)));
        }
    }

    private static void Rocks(Stage stage, Reef reef, Seed chance)
    {
        for (var row = 0; row < 2; row++)
        {
            var distance = 0.85 - 0.28 * row;
            var colour = reef.In(new Colour(0.5, 0.06, 280), distance);
            var path = new PathData();
            foreach (var at in (ReadOnlySpan<double>)[0.0, 0.2, 0.78, 1.0])
            {
                double x = stage.X(at + chance.Between(-0.06, 0.06)),
                    half = stage.W * chance.Between(0.1, 0.17),
                    top =
                        stage.FarLine
                        - stage.H * chance.Between(0.14, 0.34) * (at is 0 or 1 ? 1.25 : 0.75) * (1 - 0.25 * row);
                path.Move(x - half, stage.FarLine + stage.H * 0.05)
                    .Cubic(x - half * 0.9, top + stage.H * 0.06, x - half * 0.5, top, x, top)
                    .Cubic(
                        x + half * 0.5,
                        top,
                        x + half * 0.8,
                        top + stage.H * 0.09,
                        x + half,
                        stage.FarLine + stage.H * 0.05
                    )
                    .Close();
            }
            stage.Far.Fill(path, stage.Canvas.Down(colour.Lighter(0.035), colour.Darker(0.02)));
            var bank = new Hill(
                stage,
                "bank" + row,
                stage.FarLine - stage.H * (0.055 - 0.035 * row),
                stage.H * 0.02,
                1.4
            );
            bank.Paint(stage.Far, reef.In(Sand, distance - 0.1), reef.In(Sand.Darker(0.05), distance - 0.15));
            reef.Shoal(
                stage.Far,
                stage.X(0.3 + 0.4 * row),
                stage.H * (0.33 + 0.1 * row),
                9,
                stage.Unit * (1.1 + 0.4 * row),
                distance - 0.12,
                ref chance
            );
        }
    }

    private static void Gardens(Stage stage, Reef reef, double floor, Seed chance)
    {
        for (var i = 0; i < 14; i++)
        {
            var share = i < 7 ? 0.062 * i : 1.0 - 0.062 * (i - 7);
            double x = stage.W * (share + chance.Between(-0.025, 0.025)),
                u = stage.ScaleAt(floor),
                edge = 1.55 - 0.17 * (i % 7);
            if (i % 7 is 0 or 2 or 5)
                reef.Kelp(
                    stage.Middle,
                    x,
                    floor + stage.H * 0.02,
                    u * edge * chance.Between(1.3, 1.8),
                    0.2,
                    ref chance
                );
            else if (i % 7 == 1)
                reef.Fan(stage.Middle, x, floor + stage.H * 0.02, u * edge * chance.Between(0.5, 0.7), 0.2, ref chance);
            else
                reef.Coral(
                    stage.Middle,
                    x,
                    floor + stage.H * 0.02,
                    u * edge * chance.Between(0.55, 0.8),
                    0.15,
                    ref chance
                );
        }
    }

    private static void Bed(Stage stage, Reef reef, double floor, Seed chance)
    {
        var bed = new Hill(stage, "bed", floor - stage.H * 0.005, stage.H * 0.014, 1.2);
        stage.Ground.Fill(
            bed.Outline(stage.Bottom),
            stage.Canvas.Down(reef.In(Sand, 0.12), reef.In(Sand.Darker(0.08), 0.04))
        );
        bed.Rim(stage.Ground, reef.In(Sand.Lighter(0.08), 0.05), stage.H * 0.012);
        var ripples = new PathData();
        for (var i = 0; i < 18; i++)
        {
            double y = floor + (stage.Bottom - floor) * (i + 1.0) / 18,
                x = chance.Between(stage.Left, stage.W),
                w = stage.ScaleAt(y) * chance.Between(0.3, 0.6);
            ripples
                .Move(x, y)
                .Quad(x + w * 0.25, y - w * 0.06, x + w * 0.5, y)
                .Quad(x + w * 0.75, y + w * 0.06, x + w, y);
        }
        stage.Ground.Stroke(ripples, reef.In(Sand.Darker(0.12), 0.05), stage.Unit * 0.35, 0.55);
        for (var i = 0; i < 6; i++)
        {
            var y = floor + (stage.NearLine - floor) * (0.12 + 0.8 * (i + chance.Unit()) / 6);
            var x = stage.W * (i % 2 == 0 ? chance.Between(0.03, 0.32) : chance.Between(0.68, 0.97));
            var r = stage.ScaleAt(y) * 0.06;
            if (i % 3 == 0)
                Shore.Starfish(stage, stage.Ground, x, y, r * 1.4, ref chance);
            else if (i % 3 == 1)
                Shore.Shell(stage, stage.Ground, x, y, r, ref chance);
            else
                Peaks.Boulder(stage, stage.Ground, x, y, r * 5, new Colour(0.62, 0.05, 265), 0, ref chance);
        }
        reef.Bubbles(stage.Ground, stage.X(0.2), floor, stage.H * 0.12, 10, ref chance);
        reef.Bubbles(stage.Ground, stage.X(0.82), floor, stage.H * 0.25, 7, ref chance);
    }

    private static void Near(Stage stage, Reef reef, Seed chance)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = side < 0 ? 0 : stage.W;
            for (var i = 0; i < 3; i++)
                reef.Kelp(
                    stage.Near,
                    x - side * stage.Unit * (-1 + 4.5 * i),
                    stage.Bottom,
                    stage.Bottom - stage.H + stage.Unit * (34 - 9 * i) * chance.Between(0.85, 1.1),
                    0.0,
                    ref chance
                );
            reef.Coral(
                stage.Near,
                x - side * stage.Unit * 4,
                stage.H + stage.Unit * 2.5,
                stage.Unit * 14,
                0,
                ref chance
            );
        }
    }

    private static void Drift(Stage stage, Colour shallow, Seed chance)
    {
        var (count, size) = stage.Light.Weather switch
        {
            Weather.Snow => (90, 0.34),
            Weather.Clear => (22, 0.16),
            _ => (40, 0.2),
        };
        var motes = new PathData();
        for (var i = 0; i < count; i++)
            motes.Circle(
                chance.Between(stage.Left, stage.Right),
                chance.Between(stage.Top, stage.Bottom),
                stage.Unit * size * chance.Between(0.6, 1.4)
            );
        var mote = stage.Light.IsNight ? stage.Light.Glowing(new Colour(0.85, 0.12, 190)) : shallow.Lighter(0.2);
        stage.WeatherLayer.Fill(motes, mote, 0.6);
        if (stage.Light.Weather == Weather.Fog)
            stage.WeatherLayer.Fill(
                new PathData().Rect(stage.Left, stage.H * 0.3, stage.Everything.Width, stage.H * 0.45),
                stage.Canvas.Down((0, shallow, 0), (0.5, shallow, 0.26), (1, shallow, 0))
            );
    }
}
