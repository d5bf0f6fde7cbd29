namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Grass, flowers and bushes.</summary>
internal static class Plants
{
    private static readonly Colour[] Petals =
    [
        new(0.97, 0.01, 95),
        new(0.66, 0.2, 25),
        new(0.84, 0.16, 88),
        new(0.72, 0.16, 350),
        new(0.66, 0.14, 300),
        new(0.7, 0.12, 250),
    ];

    /// <summary>Tufts strewn over the ground between two heights, smaller towards the horizon.</summary>
    public static void Tufts(
        Stage stage,
        Layer layer,
        double top,
        double bottom,
        int count,
        Colour colour,
        double opacity = 0.8
    )
    {
        count = stage.Count(count);
        var chance = stage.Seed.For("tufts");
        var path = new PathData();
        for (var i = 0; i < count; i++)
        {
            var y = top + (bottom - top) * Math.Pow((i + chance.Unit()) / count, 0.9);
            var x = stage.Left + (stage.Right - stage.Left) * chance.Unit();
            if (!stage.IsTrodden(x, y))
                Tuft(path, x, y, stage.ScaleAt(y) * chance.Between(0.045, 0.08), ref chance);
        }
        layer.Fill(path, colour, opacity);
    }

    public static void Tuft(PathData path, double x, double y, double height, ref Seed chance)
    {
        var blades = 3 + chance.Below(2);
        for (var i = 0; i < blades; i++)
        {
            var lean = (i - (blades - 1) / 2.0) * 0.45 + chance.Between(-0.15, 0.15);
            double foot = x + (i - (blades - 1) / 2.0) * height * 0.16,
                tip = height * (1 - Math.Abs(lean) * 0.45);
            var half = height * 0.085;
            path.Move(foot - half, y)
                .Quad(foot - half + lean * height * 0.2, y - tip * 0.6, foot + lean * height, y - tip)
                .Quad(foot + half + lean * height * 0.3, y - tip * 0.5, foot + half, y)
                .Close();
        }
    }

    /// <summary>Flowers of one or two colours in loose clumps.</summary>
    public static void Flowers(Stage stage, Layer layer, double top, double bottom, int count, Seed chance)
    {
        if (stage.Snowy)
            return;
        var clumps = stage.Count(3);
        for (var clump = 0; clump < clumps; clump++)
        {
            var petal = stage.Light.On(Petals[chance.Below(Petals.Length)]);
            var (stems, heads, hearts) = (new PathData(), new PathData(), new PathData());
            var centre = stage.W * (clump + chance.Between(0.1, 0.9)) / clumps;
            for (var i = 0; i < count / 3; i++)
            {
                var y = chance.Between(top, bottom);
                var scale = stage.ScaleAt(y);
                var x = centre + (chance.Unit() + chance.Unit() - 1) * stage.H * 0.16;
                if (stage.IsTrodden(x, y))
                    continue;
                var height = scale * chance.Between(0.1, 0.17);
                var r = scale * chance.Between(0.026, 0.036);
                stems.Move(x, y).Quad(x + r * 0.6, y - height * 0.5, x, y - height);
                Bloom(heads, hearts, x, y - height, r, clump == 1);
            }
            layer.Stroke(stems, stage.Light.On(new Colour(0.52, 0.12, 142)), stage.NearScale * 0.009);
            layer.Fill(heads, petal);
            layer.Fill(hearts, stage.Light.On(clump == 1 ? new Colour(0.5, 0.15, 20) : new Colour(0.83, 0.15, 85)));
        }
    }

    /// <summary>A bush sitting on (x, y).</summary>
    public static void Bush(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double distance,
        ref Seed chance
    )
    {
        var green = stage.Light.On(Trees.Greens[chance.Below(4)].Darker(0.03), distance);
        var height = width * chance.Between(0.5, 0.62);
        var shape = Shapes.Cloud(x, y + height * 0.06, width, height, chance.For("bush"));
        layer.Fill(shape, stage.Canvas.Down(green.Lighter(0.03), green.Darker(0.07)));
        var side = stage.Mirrored ? -1 : 1;
        var lit = Shapes.Cloud(
            x + side * width * 0.1,
            y - height * 0.28,
            width * 0.55,
            height * 0.5,
            chance.For("lit")
        );
        layer.Fill(lit, green.Lighter(0.07), 0.55);
        if (!chance.Chance(0.4) || stage.Snowy)
            return;
        var berries = new PathData();
        for (var i = 0; i < 7; i++)
            berries.Circle(
                x + chance.Between(-0.36, 0.36) * width,
                y - height * chance.Between(0.12, 0.55),
                width * 0.022
            );
        layer.Fill(berries, stage.Light.On(Petals[1 + chance.Below(4)], distance));
    }

    public static void Sunflower(Stage stage, Layer layer, double x, double foot, double height, double r)
    {
        var light = stage.Light;
        double y = foot - height;
        layer.Stroke(
            new PathData().Move(x, foot).Quad(x + r * 0.3, foot - height * 0.5, x, y),
            light.On(new(0.52, 0.12, 140)),
            r * 0.3
        );
        var leaves = new PathData();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Shapes.Leaf(
                leaves,
                x,
                foot - height * (0.42 + 0.1 * side),
                x + side * r * 1.7,
                foot - height * (0.52 + 0.1 * side),
                0.24
            );
        layer.Fill(leaves, light.On(new(0.56, 0.13, 140)));
        var petals = new PathData();
        for (var i = 0; i < 13; i++)
        {
            var angle = i * 2 * Math.PI / 13;
            Shapes.Leaf(petals, x, y, x + Math.Cos(angle) * r * 1.25, y + Math.Sin(angle) * r * 1.25, 0.2);
        }
        layer.Fill(petals, light.On(new(0.85, 0.16, 85)));
        layer.Fill(new PathData().Circle(x, y, r * 0.58), light.On(new(0.42, 0.07, 50)));
        layer.Fill(new PathData().Circle(x, y, r * 0.36), light.On(new(0.5, 0.08, 52)));
    }

    private static void Bloom(PathData heads, PathData hearts, double x, double y, double r, bool cup)
    {
        if (cup)
        {
            heads
                .Move(x - r, y - r * 1.5)
                .Quad(x - r * 0.5, y - r * 0.9, x, y - r * 1.7)
                .Quad(x + r * 0.5, y - r * 0.9, x + r, y - r * 1.5)
                .Quad(x + r * 1.2, y + r * 0.4, x, y + r * 0.4)
                .Quad(x - r * 1.2, y + r * 0.4, x - r, y - r * 1.5)
                .Close();
            return;
        }
        for (var petal = 0; petal < 5; petal++)
        {
            var angle = Math.PI * 2 * petal / 5 - Math.PI / 2;
            heads.Circle(x + Math.Cos(angle) * r * 0.72, y + Math.Sin(angle) * r * 0.72, r * 0.55);
        }
        hearts.Circle(x, y, r * 0.5);
    }
}
