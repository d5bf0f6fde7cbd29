namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Sky of the hour: gradient, sun or moon, stars, clouds and birds.</summary>
internal static class Sky
{
    public static void Paint(Stage stage)
    {
        var light = stage.Light;
        var layer = stage.Sky;
        var bottom = stage.Horizon + stage.H * 0.12;
        layer.Fill(
            new PathData().Rect(stage.Left, stage.Top, stage.Right - stage.Left, stage.Bottom - stage.Top),
            stage.Canvas.Down(
                (0, light.SkyTop, 1),
                (0.5 * bottom / stage.H, light.SkyMiddle, 1),
                (bottom / stage.H, light.SkyBottom, 1)
            )
        );
        if (light.IsNight && light.Weather is Weather.Clear or Weather.Cloudy)
            Stars(stage, light.Weather == Weather.Clear ? 70 : 25);
        Luminary(stage);
        Clouds(stage);
    }

    public static void Stars(Stage stage, int count, double depth = 1)
    {
        var chance = stage.Seed.For("stars");
        var (small, large) = (new PathData(), new PathData());
        var height = stage.Horizon * depth;
        for (var i = 0; i < count; i++)
        {
            double x = chance.Between(stage.Left, stage.Right),
                y = stage.Top + (height - stage.Top) * Math.Pow(chance.Unit(), 1.3);
            if (i % 9 == 0)
                Shapes.Sparkle(large, x, y, stage.Unit * chance.Between(0.9, 1.7));
            else
                (i % 3 == 0 ? large : small).Circle(x, y, stage.Unit * chance.Between(0.12, 0.3));
        }
        stage.Sky.Fill(small, stage.Light.Glowing(new Colour(0.85, 0.05, 260)), 0.8);
        stage.Sky.Fill(large, stage.Light.Glowing(new Colour(0.96, 0.05, 95)), 0.95);
    }

    /// <summary>Where the sun or moon stands, and its radius.</summary>
    public static (double X, double Y, double R) LuminaryAt(Stage stage)
    {
        var chance = stage.Seed.For("sun");
        var low = stage.Light.Time is TimeOfDay.Morning or TimeOfDay.Evening;
        var height = stage.Edge == PanelEdge.Top ? 0.42 : 0.26;
        return (
            stage.X(low ? chance.Between(0.68, 0.84) : chance.Between(0.7, 0.86)),
            low ? stage.Horizon * chance.Between(0.6, 0.72) : stage.Horizon * (height + chance.Between(0, 0.1)),
            stage.Unit * (stage.Shot == Shot.Wide ? 6.4 : 7.6)
        );
    }

    private static void Luminary(Stage stage)
    {
        var light = stage.Light;
        if (stage.BareSky || light.Weather is Weather.Rain or Weather.Snow)
            return;
        var (x, y, r) = LuminaryAt(stage);
        stage.Luminary = new Box(x - r * 1.3, y - r * 1.3, r * 2.6, r * 2.6);
        var strength = light.Weather == Weather.Clear ? 1 : 0.55;
        var glow = light.Sun.Mix(Colour.White, 0.25);
        stage.Sky.Fill(
            new PathData().Circle(x, y, r * 4.2),
            stage.Canvas.Glow((0.1, glow, 0.75 * strength), (0.45, glow, 0.22 * strength), (1, glow, 0))
        );
        stage.Sky.Fill(new PathData().Circle(x, y, r * 1.32), glow, 0.42 * strength);
        var face = light.Weather == Weather.Fog ? light.Sun.Mix(light.SkyMiddle, 0.55) : light.Sun;
        if (!light.IsNight)
        {
            stage.Sky.Fill(new PathData().Circle(x, y, r), face);
            return;
        }
        if (stage.Seed.For("moon").Unit() < 0.5)
        {
            stage.Sky.Fill(new PathData().Circle(x, y, r), face);
            var seas = new PathData()
                .Circle(x - r * 0.3, y - r * 0.25, r * 0.22)
                .Circle(x + r * 0.35, y + r * 0.1, r * 0.28);
            stage.Sky.Fill(seas.Circle(x - r * 0.15, y + r * 0.45, r * 0.15), face.Darker(0.06));
        }
        else
        {
            var side = stage.Mirrored ? -1 : 1;
            var (tipX, tipY) = (x + side * r * 0.45, r * 0.89);
            var crescent = new PathData().Move(tipX, y - tipY).Arc(r, r, tipX, y + tipY, stage.Mirrored, true);
            stage.Sky.Fill(crescent.Arc(r * 0.94, r * 0.94, tipX, y - tipY, !stage.Mirrored).Close(), face);
        }
    }

    private static void Clouds(Stage stage)
    {
        var light = stage.Light;
        var chance = stage.Seed.For("clouds");
        var white = light.On(new Colour(0.985, 0.006, 90)).Mix(light.SkyBottom, light.IsNight ? 0.45 : 0.22);
        if (light.Weather is Weather.Rain or Weather.Snow)
        {
            white = white.Mix(light.SkyTop, light.Weather == Weather.Rain ? 0.5 : 0.3);
            Bank(stage, white.Mix(light.SkyTop, 0.4), 0.15, chance.For("far"));
            Bank(stage, white, 0.06, chance.For("near"));
        }
        var count = light.Weather switch
        {
            Weather.Clear => light.IsNight ? 1 : 3,
            Weather.Cloudy => 6,
            Weather.Fog => 2,
            _ => 2,
        };
        for (var i = 0; i < count; i++)
        {
            var depth = chance.Unit();
            var width = stage.Unit * (13 + 17 * depth);
            // One in each column of the sky, so that clouds neither pile up nor leave a hole.
            var x = stage.Left + (stage.Right - stage.Left) * (i + chance.Between(0.15, 0.85)) / count;
            var y = stage.Horizon * (0.66 - 0.42 * depth + chance.Between(-0.08, 0.08));
            var base_ = white.Mix(light.SkyMiddle, 0.5 - 0.4 * depth);
            var shape = Shapes.Cloud(x, y, width, width * chance.Between(0.36, 0.46), chance.For("cloud", i));
            stage.Sky.Fill(shape, stage.Canvas.Down(base_, base_.Mix(light.SkyMiddle, 0.55)), 0.92);
        }
    }

    private static void Bank(Stage stage, Colour colour, double depth, Seed chance)
    {
        var path = new PathData().Move(stage.Left, stage.Top).Line(stage.Left, stage.H * depth);
        var x = stage.Left;
        while (x < stage.Right)
        {
            var next = x + stage.Unit * chance.Between(9, 20);
            var y = stage.H * (depth + chance.Between(-0.02, 0.02));
            path.Arc((next - x) * 0.56, (next - x) * 0.42, next, y, false);
            x = next;
        }
        stage.Sky.Fill(
            path.Line(x, stage.Top).Close(),
            stage.Canvas.Down(colour.Darker(0.05), colour.Lighter(0.02)),
            0.9
        );
    }
}
