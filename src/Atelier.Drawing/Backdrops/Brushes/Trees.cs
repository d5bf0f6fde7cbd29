namespace Atelier.Drawing.Backdrops.Brushes;

internal enum TreeKind
{
    Round,
    Pine,
    Poplar,
    Birch,
    Apple,
}

/// <summary>Trees, rooted at (x, y), in the flat style: a dark shape, a lighter one towards the light, few marks.</summary>
internal static class Trees
{
    private static readonly Colour Bark = new(0.45, 0.065, 45);

    public static readonly Colour[] Greens =
    [
        new(0.63, 0.14, 138),
        new(0.59, 0.13, 145),
        new(0.67, 0.14, 131),
        new(0.56, 0.12, 150),
    ];

    public static void Paint(
        Stage stage,
        Layer layer,
        TreeKind kind,
        double x,
        double y,
        double height,
        double distance,
        ref Seed chance,
        Colour? leaves = null
    )
    {
        var local = leaves ?? Greens[chance.Below(Greens.Length)];
        var green = stage.Light.On(local.Turned(chance.Between(-6, 6)), distance);
        if (distance < 0.7)
            Shadow(stage, layer, x, y, height * (kind == TreeKind.Poplar ? 0.18 : 0.3));
        switch (kind)
        {
            case TreeKind.Pine:
                Pine(
                    stage,
                    layer,
                    x,
                    y,
                    height,
                    distance,
                    stage.Light.On(local.Turned(14).Darker(0.07), distance),
                    ref chance
                );
                break;
            case TreeKind.Poplar:
                Poplar(stage, layer, x, y, height, distance, green);
                break;
            case TreeKind.Birch:
                Trunk(stage, layer, x, y, height * 0.7, height * 0.045, stage.Light.On(new(0.94, 0.012, 90), distance));
                BirchMarks(stage, layer, x, y, height, distance, ref chance);
                Crown(
                    stage,
                    layer,
                    x,
                    y - height * 0.68,
                    height * 0.22,
                    height * 0.31,
                    green.Lighter(0.03),
                    ref chance
                );
                break;
            default:
                Trunk(stage, layer, x, y, height * 0.55, height * 0.075, stage.Light.On(Bark, distance));
                Crown(stage, layer, x, y - height * 0.65, height * 0.34, height * 0.35, green, ref chance);
                if (kind == TreeKind.Apple)
                    Fruit(stage, layer, x, y - height * 0.63, height, distance, ref chance);
                break;
        }
    }

    public static void Shadow(Stage stage, Layer layer, double x, double y, double rx) =>
        layer.Fill(
            new PathData().Ellipse(x, y, rx, rx * 0.16),
            stage.Light.On(new Colour(0.3, 0.07, 160)),
            stage.Light.IsNight ? 0.35 : 0.22
        );

    private static void Trunk(Stage stage, Layer layer, double x, double y, double height, double width, Colour colour)
    {
        var path = new PathData()
            .Move(x - width * 0.85, y)
            .Quad(x - width * 0.4, y - height * 0.12, x - width * 0.36, y - height)
            .Line(x + width * 0.36, y - height)
            .Quad(x + width * 0.4, y - height * 0.12, x + width * 0.85, y)
            .Quad(x, y + width * 0.22, x - width * 0.85, y)
            .Close();
        layer.Fill(path, colour);
        var shade = new PathData()
            .Move(x + width * 0.05, y + width * 0.1)
            .Line(x + width * 0.1, y - height)
            .Line(x + width * 0.36, y - height)
            .Quad(x + width * 0.4, y - height * 0.12, x + width * 0.85, y)
            .Close();
        layer.Fill(shade, colour.Darker(0.07), 0.6);
    }

    private static void Crown(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double rx,
        double ry,
        Colour green,
        ref Seed chance
    )
    {
        layer.Fill(Shapes.Blob(new(), x, y, rx, ry, 8, ref chance), stage.Canvas.Down(green, green.Darker(0.085)));
        var side = stage.Mirrored ? -1 : 1; // the sun stands on the seed's right
        var lit = Shapes.Blob(new(), x + side * rx * 0.2, y - ry * 0.26, rx * 0.62, ry * 0.52, 7, ref chance);
        layer.Fill(lit, green.Lighter(0.055), 0.75);
        if (stage.Snowy)
        {
            var cap = Shapes.Cloud(x, y - ry * 0.3, rx * 1.35, ry * 0.68, chance.For("cap"));
            layer.Fill(cap, stage.Light.On(new(0.97, 0.012, 240)).Mix(green, 0.12));
        }
        var marks = new PathData();
        for (var i = 0; i < 7; i++)
        {
            double angle = chance.Between(0, 2 * Math.PI),
                reach = Math.Sqrt(chance.Unit()) * 0.7;
            double mx = x + Math.Cos(angle) * rx * reach,
                my = y + Math.Sin(angle) * ry * reach,
                w = rx * 0.09;
            marks.Move(mx - w, my).Quad(mx, my + w, mx + w, my);
        }
        layer.Stroke(marks, green.Darker(0.09), rx * 0.03, 0.55);
    }

    private static void Pine(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double distance,
        Colour green,
        ref Seed chance
    )
    {
        Trunk(stage, layer, x, y, height * 0.25, height * 0.06, stage.Light.On(Bark, distance));
        var tiers = 3 + chance.Below(2);
        for (var i = 0; i < tiers; i++)
        {
            var share = (double)i / tiers;
            double foot = y - height * (0.13 + 0.62 * share),
                top = i == tiers - 1 ? y - height : foot - height * (0.62 / tiers + 0.2),
                half = height * (0.29 - 0.17 * share);
            var tier = new PathData()
                .Move(x, top)
                .Cubic(x + half * 0.18, top + (foot - top) * 0.45, x + half * 0.6, foot - height * 0.06, x + half, foot)
                .Quad(x + half * 0.75, foot + height * 0.035, x + half * 0.5, foot + height * 0.005)
                .Quad(x + half * 0.25, foot + height * 0.05, x, foot + height * 0.015)
                .Quad(x - half * 0.25, foot + height * 0.05, x - half * 0.5, foot + height * 0.005)
                .Quad(x - half * 0.75, foot + height * 0.035, x - half, foot)
                .Cubic(x - half * 0.6, foot - height * 0.06, x - half * 0.18, top + (foot - top) * 0.45, x, top);
            layer.Fill(tier.Close(), stage.Canvas.Down(green.Lighter(0.05 + 0.02 * i), green.Darker(0.05)));
            if (stage.Snowy)
                layer.Fill(
                    new PathData()
                        .Move(x, top)
                        .Quad(x + half * 0.25, top + (foot - top) * 0.5, x + half * 0.6, foot - height * 0.05)
                        .Quad(x, foot - height * 0.1, x - half * 0.6, foot - height * 0.05)
                        .Quad(x - half * 0.25, top + (foot - top) * 0.5, x, top)
                        .Close(),
                    stage.Light.On(new(0.97, 0.01, 240), distance),
                    0.92
                );
        }
    }

    private static void Poplar(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double distance,
        Colour green
    )
    {
        Trunk(stage, layer, x, y, height * 0.3, height * 0.04, stage.Light.On(Bark, distance));
        double top = y - height,
            foot = y - height * 0.1,
            half = height * 0.13;
        PathData Flame(double w, double shift) =>
            new PathData()
                .Move(x + shift, top + (half - w) * 1.6)
                .Cubic(x + shift + w * 1.3, top + height * 0.3, x + shift + w * 1.25, foot, x + shift, foot)
                .Cubic(
                    x + shift - w * 1.25,
                    foot,
                    x + shift - w * 1.3,
                    top + height * 0.3,
                    x + shift,
                    top + (half - w) * 1.6
                )
                .Close();
        layer.Fill(Flame(half, 0), stage.Canvas.Down(green, green.Darker(0.07)));
        layer.Fill(Flame(half * 0.5, (stage.Mirrored ? -1 : 1) * half * 0.25), green.Lighter(0.05), 0.6);
    }

    private static void BirchMarks(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double distance,
        ref Seed chance
    )
    {
        var marks = new PathData();
        for (var i = 0; i < 6; i++)
        {
            double my = y - height * (0.06 + 0.3 * i / 6),
                side = chance.Chance(0.5) ? -1 : 1;
            marks.Move(x + side * height * 0.018, my).Line(x + side * height * 0.004, my + height * 0.003);
        }
        layer.Stroke(marks, stage.Light.On(new(0.35, 0.02, 60), distance), height * 0.008, 0.8);
    }

    private static void Fruit(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double distance,
        ref Seed chance
    )
    {
        var apples = new PathData();
        for (var i = 0; i < 8; i++)
        {
            double angle = 2 * Math.PI * (i + chance.Between(-0.3, 0.3)) / 8,
                reach = chance.Between(0.35, 0.85);
            apples.Circle(
                x + Math.Cos(angle) * height * 0.28 * reach,
                y + Math.Sin(angle) * height * 0.28 * reach,
                height * 0.024
            );
        }
        layer.Fill(apples, stage.Light.On(new(0.6, 0.2, 27), distance));
    }
}
