namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>What grows under trees.</summary>
internal static class Undergrowth
{
    public static void Mushrooms(Stage stage, Layer layer, Seed chance)
    {
        if (stage.Snowy)
            return;
        for (var group = 0; group < 3; group++)
        {
            var x =
                stage.W
                * (
                    group == 0 ? chance.Between(0.04, 0.24)
                    : group == 1 ? chance.Between(0.78, 0.97)
                    : chance.Between(0.3, 0.7)
                );
            var y = stage.FarLine + (stage.NearLine - stage.FarLine) * chance.Between(0.02, 0.5);
            if (stage.IsTrodden(x, y) || stage.IsTrodden(x + stage.ScaleAt(y) * 0.24, y))
                continue;
            for (var i = 0; i < 2 + chance.Below(2); i++)
                Mushroom(
                    stage,
                    layer,
                    x + i * stage.ScaleAt(y) * 0.12,
                    y + i % 2 * stage.H * 0.008,
                    stage.ScaleAt(y) * chance.Between(0.1, 0.17)
                );
        }
    }

    public static void Mushroom(Stage stage, Layer layer, double x, double y, double height)
    {
        var light = stage.Light;
        var stem = new PathData()
            .Move(x - height * 0.16, y)
            .Quad(x - height * 0.09, y - height * 0.4, x - height * 0.12, y - height * 0.6)
            .Line(x + height * 0.12, y - height * 0.6)
            .Quad(x + height * 0.09, y - height * 0.4, x + height * 0.16, y)
            .Close();
        layer.Fill(stem, light.On(new(0.93, 0.03, 85)));
        var cap = new PathData()
            .Move(x - height * 0.42, y - height * 0.5)
            .Cubic(
                x - height * 0.42,
                y - height * 1.1,
                x + height * 0.42,
                y - height * 1.1,
                x + height * 0.42,
                y - height * 0.5
            )
            .Quad(x, y - height * 0.38, x - height * 0.42, y - height * 0.5)
            .Close();
        layer.Fill(cap, light.On(new(0.62, 0.2, 27)));
        var dots = new PathData()
            .Circle(x - height * 0.18, y - height * 0.66, height * 0.06)
            .Circle(x + height * 0.05, y - height * 0.8, height * 0.07);
        layer.Fill(dots.Circle(x + height * 0.22, y - height * 0.6, height * 0.05), light.On(new(0.97, 0.01, 90)));
    }

    /// <summary>Fern fronds fanning out of the lower corners.</summary>
    public static void Ferns(Stage stage, Layer layer, Colour local, Seed chance)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = (side < 0 ? 0 : stage.W) - side * stage.Unit * chance.Between(1, 4);
            for (var frond = 0; frond < 5; frond++)
            {
                var angle = -Math.PI / 2 - side * (-0.55 + 0.38 * frond);
                var length = stage.Unit * chance.Between(17, 24) * (frond is 0 or 4 ? 0.8 : 1);
                var colour = stage.Light.On(Land.Covered(stage, frond % 2 == 0 ? local.Darker(0.1) : local));
                Frond(layer, x, stage.H + stage.Unit * 2, angle, length, side, colour, stage.Unit);
            }
        }
    }

    /// <summary>Fireflies over the ground on a warm night.</summary>
    public static void Fireflies(Stage stage)
    {
        if (!stage.Light.IsNight || stage.Snowy || stage.Light.Weather == Weather.Rain)
            return;
        var chance = stage.Seed.For("fireflies");
        var glow = stage.Light.Glowing(new Colour(0.93, 0.16, 108));
        var halo = stage.Canvas.Glow((0, glow, 0.75), (0.35, glow, 0.25), (1, glow, 0));
        var sparks = new PathData();
        for (var i = 0; i < 16; i++)
        {
            double x = stage.W * chance.Unit(),
                y = stage.Horizon + (stage.NearLine - stage.Horizon) * chance.Between(-0.25, 0.8),
                r = stage.Unit * chance.Between(0.25, 0.45);
            stage.Ground.Fill(new PathData().Circle(x, y, r * 5), halo);
            sparks.Circle(x, y, r);
        }
        stage.Ground.Fill(sparks, glow.Lighter(0.04));
    }

    private static void Frond(
        Layer layer,
        double x,
        double y,
        double angle,
        double length,
        int side,
        Colour colour,
        double unit
    )
    {
        var leaves = new PathData();
        var stem = new PathData().Move(x, y);
        for (var i = 1; i <= 9; i++)
        {
            var t = i / 9.0;
            var bent = angle - side * t * 0.5;
            double px = x + Math.Cos(bent) * length * t,
                py = y + Math.Sin(bent) * length * t;
            stem.Line(px, py);
            var reach = length * 0.28 * Math.Sin(Math.PI * (0.18 + 0.78 * t));
            foreach (var turn in (ReadOnlySpan<double>)[-1.05, 1.05])
                Shapes.Leaf(
                    leaves,
                    px,
                    py,
                    px + Math.Cos(bent + turn) * reach,
                    py + Math.Sin(bent + turn) * reach,
                    0.16
                );
        }
        layer.Stroke(stem, colour, unit * 0.4);
        layer.Fill(leaves, colour);
    }
}
