using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>
/// The cratered ground of a small moon under planets and stars. Weather is the sky's own: clouds are nebulae, rain a
/// shower of meteors, snow star dust and a comet, fog a glowing veil.
/// </summary>
internal sealed class Space : IScenery
{
    private static readonly Colour[] Bodies =
    [
        new(0.76, 0.14, 55),
        new(0.72, 0.14, 350),
        new(0.78, 0.12, 170),
        new(0.7, 0.13, 300),
        new(0.82, 0.13, 85),
    ];
    private static readonly Colour[] Grounds =
    [
        new(0.76, 0.06, 290),
        new(0.78, 0.06, 75),
        new(0.76, 0.07, 25),
        new(0.78, 0.055, 200),
    ];

    // Of the page's height, over the horizon: the ridges start a little below it.
    private const double HighestPeak = 0.1;

    public bool Sheltered => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("space");
        stage.AddGround();
        Heavens(stage, chance.For("heavens"));
        Bright(stage, chance.For("bodies"));
        var ground = chance.Pick(Grounds);
        Ridges(stage, ground, chance.For("ridges"));
        Moon(stage, ground, chance.For("moon"));
        Weathers(stage, chance.For("weathers"));
        stage.AddAir();
    }

    private static void Heavens(Stage stage, Seed chance)
    {
        var (top, low) = stage.Light.Time switch
        {
            TimeOfDay.Morning => (new Colour(0.4, 0.12, 285), new Colour(0.74, 0.12, 20)),
            TimeOfDay.Day => (new Colour(0.42, 0.15, 278), new Colour(0.7, 0.13, 245)),
            TimeOfDay.Evening => (new Colour(0.32, 0.12, 300), new Colour(0.66, 0.15, 345)),
            _ => (new Colour(0.19, 0.075, 280), new Colour(0.38, 0.13, 290)),
        };
        var light = stage.Light;
        var all = stage.Everything;
        stage.Sky.Fill(
            new PathData().Rect(all.X, all.Y, all.Width, all.Height),
            stage.Canvas.Down(
                (0, light.Glowing(top), 1),
                (0.32, light.Glowing(top.Mix(low, 0.42)), 1),
                (0.66, light.Glowing(low), 1)
            )
        );
        var clouds = light.Weather is Weather.Cloudy or Weather.Fog ? 4 : 2;
        for (var i = 0; i < clouds; i++)
            Planets.Nebula(
                stage,
                stage.Sky,
                stage.X((i + chance.Between(0.2, 0.8)) / clouds),
                stage.Horizon * chance.Between(0.2, 0.75),
                stage.W * chance.Between(0.2, 0.32),
                new Colour(0.72, 0.16, chance.Pick([350.0, 310, 200, 260])),
                clouds > 2 ? 0.62 : 0.4
            );
        Sky.Stars(stage, 110);
    }

    private static void Bright(Stage stage, Seed chance)
    {
        var first = chance.Below(Bodies.Length);
        var unit = stage.Unit * (stage.Shot == Shot.Close ? 1.2 : 1);
        var high = stage.Edge == PanelEdge.Top ? 0.5 : 0.36;
        Planets.Banded(
            stage,
            stage.Far,
            stage.X(chance.Between(0.72, 0.84)),
            Above(stage, high, unit * 13),
            unit * chance.Between(10, 13),
            Bodies[first],
            true,
            ref chance
        );
        if (chance.Chance(0.6))
            Planets.World(
                stage,
                stage.Far,
                stage.X(chance.Between(0.16, 0.28)),
                Above(stage, chance.Between(0.42, 0.56), unit * 9),
                unit * chance.Between(6.5, 9),
                ref chance
            );
        else
            Planets.Banded(
                stage,
                stage.Far,
                stage.X(chance.Between(0.14, 0.26)),
                Above(stage, chance.Between(0.4, 0.55), unit * 6.5),
                unit * 6.5,
                Bodies[(first + 2) % Bodies.Length],
                false,
                ref chance
            );
        Planets.Banded(
            stage,
            stage.Far,
            stage.X(chance.Between(0.44, 0.54)),
            Above(stage, chance.Between(0.62, 0.75), unit * 2.6),
            unit * 2.6,
            Bodies[(first + 3) % Bodies.Length],
            false,
            ref chance
        );
    }

    /// <summary>The height of a planet of that size which no peak of the ridges cuts off.</summary>
    private static double Above(Stage stage, double share, double radius) =>
        Math.Min(stage.Horizon * share, stage.Horizon - stage.H * HighestPeak - radius * 1.15);

    private static void Ridges(Stage stage, Colour ground, Seed chance)
    {
        for (var row = 0; row < 2; row++)
        {
            var colour = stage.Light.On(ground.Turned(-12 + 6 * row).Darker(0.2 - 0.07 * row));
            var y = stage.Horizon + stage.H * (0.03 + 0.05 * row);
            if (row == 0)
            {
                var spikes = new PathData();
                for (var i = 0; i < 7; i++)
                {
                    double x = stage.Left + (stage.Right - stage.Left) * (i + chance.Between(0.1, 0.9)) / 7,
                        half = stage.W * chance.Between(0.05, 0.1),
                        h = stage.H * chance.Between(0.05, 0.03 + HighestPeak);
                    spikes
                        .Move(x - half, y + stage.H * 0.03)
                        .Quad(x - half * 0.25, y - h * 0.5, x, y - h)
                        .Quad(x + half * 0.3, y - h * 0.45, x + half, y + stage.H * 0.03)
                        .Close();
                }
                stage.Far.Fill(spikes, stage.Canvas.Down(colour.Lighter(0.05), colour));
            }
            var hill = new Hill(stage, "ridge" + row, y, stage.H * 0.022, 1.5);
            hill.Paint(stage.Middle, colour.Lighter(0.03), colour.Darker(0.03));
            hill.Rim(stage.Middle, colour.Lighter(0.1), stage.H * 0.008, 0.5);
        }
    }

    private static void Moon(Stage stage, Colour local, Seed chance)
    {
        var colour = stage.Light.On(local);
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.025, stage.H * 0.018, 0.9);
        ground.Paint(stage.Ground, colour.Lighter(0.03), colour.Darker(0.09));
        ground.Rim(stage.Ground, colour.Lighter(0.09), stage.H * 0.012);
        var (rims, bowls, pits) = (new PathData(), new PathData(), new PathData());
        var craters = stage.Count(9);
        for (var i = 0; i < craters; i++)
        {
            var y = stage.FarLine + (stage.Bottom - stage.FarLine) * (i + chance.Between(0.2, 0.8)) / craters;
            var x = stage.Left + (stage.Right - stage.Left) * ((i * 0.382 + chance.Between(0, 0.15)) % 1);
            Planets.Craters(rims, bowls, x, y, stage.ScaleAt(y) * chance.Between(0.14, 0.42), 0.3);
        }
        for (var i = 0; i < 24; i++)
            pits.Ellipse(
                chance.Between(stage.Left, stage.Right),
                chance.Between(stage.FarLine, stage.Bottom),
                stage.Unit * chance.Between(0.3, 0.9),
                stage.Unit * 0.25
            );
        stage.Ground.Fill(pits, colour.Darker(0.11), 0.5);
        stage.Ground.Fill(rims, colour.Lighter(0.06));
        stage.Ground.Fill(bowls, stage.Canvas.Down(colour.Darker(0.13), colour.Darker(0.03)));
        foreach (var x in (ReadOnlySpan<double>)[0.01, 0.985])
        {
            Peaks.Boulder(
                stage,
                stage.Near,
                stage.W * x,
                stage.H + stage.Unit * 4,
                stage.Unit * chance.Between(17, 24),
                local.Darker(0.2),
                0,
                ref chance
            );
            Peaks.Boulder(
                stage,
                stage.Near,
                stage.W * (x + (0.5 - x) * 0.24),
                stage.H + stage.Unit * 5,
                stage.Unit * chance.Between(9, 12),
                local.Darker(0.15),
                0,
                ref chance
            );
        }
    }

    private static void Weathers(Stage stage, Seed chance)
    {
        var white = stage.Light.Glowing(new Colour(0.96, 0.05, 95));
        switch (stage.Light.Weather)
        {
            case Weather.Rain:
                for (var i = 0; i < 9; i++)
                    Meteor(
                        stage,
                        stage.Sky,
                        chance.Between(0.05, 0.95) * stage.W,
                        chance.Between(0.05, 0.8) * stage.Horizon,
                        stage.Unit * chance.Between(6, 14),
                        white
                    );
                break;
            case Weather.Snow:
                Meteor(stage, stage.Sky, stage.X(0.45), stage.Horizon * 0.3, stage.Unit * 26, white);
                var dust = new PathData();
                for (var i = 0; i < 46; i++)
                    Shapes.Sparkle(
                        dust,
                        chance.Between(stage.Left, stage.Right),
                        chance.Between(stage.Top, stage.Bottom),
                        stage.Unit * chance.Between(0.4, 1)
                    );
                stage.WeatherLayer.Fill(dust, white, 0.7);
                break;
            case Weather.Fog:
                var veil = stage.Light.Glowing(new Colour(0.75, 0.12, 200));
                stage.WeatherLayer.Fill(
                    new PathData().Rect(
                        stage.Left,
                        stage.Horizon - stage.H * 0.12,
                        stage.Everything.Width,
                        stage.H * 0.34
                    ),
                    stage.Canvas.Down((0, veil, 0), (0.5, veil, 0.32), (1, veil, 0))
                );
                break;
        }
    }

    private static void Meteor(Stage stage, Layer layer, double x, double y, double length, Colour colour)
    {
        double dx = stage.Side * length,
            dy = -length * 0.5,
            w = length * 0.045;
        var tail = new PathData()
            .Move(x - dy * 0.05, y + dx * 0.05)
            .Line(x + dx, y + dy)
            .Line(x + dy * 0.05, y - dx * 0.05)
            .Close();
        // The tail fades away from the head, which is on its left unless mirrored.
        var (left, right) = stage.Mirrored ? (0.0, 0.85) : (0.85, 0.0);
        layer.Fill(tail, stage.Canvas.Across((0, colour, left), (1, colour, right)));
        layer.Fill(new PathData().Circle(x, y, w * 1.3), colour);
    }
}
