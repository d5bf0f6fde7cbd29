namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>What stands between viewer and actors: only in the corners, so that faces stay free.</summary>
internal static class Frames
{
    /// <summary>Grass and blossoms growing up from both lower corners.</summary>
    public static void Corners(Stage stage, Colour local, bool flowers)
    {
        var chance = stage.Seed.For("corners");
        var back = stage.Light.On(Land.Covered(stage, local.Darker(0.1)));
        var front = stage.Light.On(Land.Covered(stage, local.Darker(0.2)));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var edge = side < 0 ? stage.Left : stage.Right;
            var reach = stage.W * chance.Between(0.16, 0.26);
            var (behind, before) = (new PathData(), new PathData());
            for (var i = 0; i < 12; i++)
            {
                var t = (i + chance.Unit()) / 12;
                var x = edge - side * reach * t;
                var height = stage.Unit * (15 * (1 - t) + 4.5) * chance.Between(0.7, 1.1);
                var lean = -side * height * chance.Between(-0.1, 0.4);
                Shapes.Leaf(
                    i % 2 == 0 ? behind : before,
                    x,
                    stage.Bottom,
                    x + lean,
                    stage.Bottom - (stage.Bottom - stage.H) - height,
                    0.045
                );
            }
            stage.Near.Fill(behind, back);
            if (flowers && !stage.Snowy)
                Blossoms(stage, edge, side, reach, chance.For("blossoms"));
            stage.Near.Fill(before, front);
        }
    }

    /// <summary>A leafy bough reaching in from an upper corner.</summary>
    public static void Bough(Stage stage, bool left, Colour leaf, int leaves = 22)
    {
        var chance = stage.Seed.For("bough");
        var side = left ? 1 : -1;
        double x0 = left ? stage.Left : stage.Right,
            y0 = stage.H * 0.02,
            length = stage.W * 0.36;
        var light = stage.Light;
        var stem = new PathData()
            .Move(x0, y0)
            .Quad(x0 + side * length * 0.5, y0 + stage.H * 0.005, x0 + side * length, y0 + stage.H * 0.07);
        stage.Near.Stroke(stem, light.On(new Colour(0.4, 0.06, 50)), stage.Unit * 1.1);
        var (dark, bright) = (new PathData(), new PathData());
        for (var i = 0; i < leaves; i++)
        {
            var t = (i + chance.Between(0.1, 0.9)) / leaves;
            double x = x0 + side * length * t,
                y = y0 + stage.H * (0.01 * t + 0.06 * t * t);
            var angle = Math.PI / 2 + (i % 2 == 0 ? 1 : -1) * chance.Between(0.5, 1.25) - side * 0.5;
            var size = stage.Unit * chance.Between(4.2, 7) * (1.05 - 0.4 * t);
            Shapes.Leaf(
                i % 3 == 0 ? bright : dark,
                x,
                y,
                x + Math.Cos(angle) * size,
                y + Math.Sin(angle) * size * 0.8 * (i % 2 == 0 ? 1 : -0.6),
                0.2
            );
        }
        stage.Near.Fill(dark, light.On(leaf.Darker(0.13)));
        stage.Near.Fill(bright, light.On(leaf.Darker(0.05)));
    }

    private static void Blossoms(Stage stage, double edge, int side, double reach, Seed chance)
    {
        var petal = stage.Light.On(
            chance.Pick([new Colour(0.7, 0.17, 5), new(0.86, 0.15, 90), new(0.68, 0.14, 300), new(0.97, 0.01, 90)])
        );
        var (stems, heads, hearts) = (new PathData(), new PathData(), new PathData());
        for (var i = 0; i < 3; i++)
        {
            var x = edge - side * (stage.Right - stage.W + reach * (0.08 + 0.26 * i));
            var y = stage.H - stage.Unit * (11 - 2.6 * i) * chance.Between(0.8, 1.1);
            stems.Move(x + side * stage.Unit, stage.Bottom).Quad(x + side * stage.Unit, (y + stage.H) / 2, x, y);
            var r = stage.Unit * chance.Between(1.2, 1.6);
            for (var p = 0; p < 6; p++)
                heads.Circle(x + Math.Cos(p * Math.PI / 3) * r, y + Math.Sin(p * Math.PI / 3) * r * 0.9, r * 0.62);
            hearts.Circle(x, y, r * 0.6);
        }
        stage.Near.Stroke(stems, stage.Light.On(new Colour(0.5, 0.11, 142)), stage.Unit * 0.45);
        stage.Near.Fill(heads, petal);
        stage.Near.Fill(hearts, stage.Light.On(new Colour(0.78, 0.15, 75)));
    }
}
