namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Plants of warm places: palms, cacti, broad leaves.</summary>
internal static class Palms
{
    public static void Palm(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double lean,
        double distance,
        ref Seed chance
    )
    {
        var light = stage.Light;
        var bark = light.On(new Colour(0.58, 0.07, 62), distance);
        double topX = x + lean * height,
            topY = y - height * 0.82,
            w = height * 0.035;
        Trees.Shadow(stage, layer, x, y, height * 0.2);
        var trunk = new PathData()
            .Move(x - w * 1.5, y)
            .Quad(x + lean * height * 0.15 - w, y - height * 0.45, topX - w * 0.7, topY)
            .Line(topX + w * 0.7, topY)
            .Quad(x + lean * height * 0.15 + w, y - height * 0.4, x + w * 1.5, y)
            .Close();
        layer.Fill(trunk, bark);
        var rings = new PathData();
        for (var i = 1; i < 9; i++)
        {
            var t = i / 9.0;
            var bend = 2 * t * (1 - t) * 0.15 + t * t;
            double cx = x + lean * height * bend,
                cy = y - height * (2 * t * (1 - t) * 0.43 + t * t * 0.82);
            rings.Move(cx - w, cy).Quad(cx, cy + w * 0.7, cx + w, cy);
        }
        layer.Stroke(rings, bark.Darker(0.09), w * 0.28, 0.8);
        var green = light.On(new Colour(0.6, 0.14, 142), distance);
        var start = chance.Between(-0.15, 0.15);
        for (var i = 0; i < 8; i++)
        {
            // Fronds behind first, drooping to both sides.
            var angle = -Math.PI * (0.5 + (i % 2 == 0 ? 1 : -1) * (0.12 + 0.135 * (i / 2))) + start;
            Frond(
                layer,
                topX,
                topY,
                angle,
                height * chance.Between(0.36, 0.44),
                i % 2 == 0 ? green.Darker(0.06) : green,
                distance < 0.5
            );
        }
        layer.Fill(
            new PathData().Circle(topX - w, topY + w, w * 1.1).Circle(topX + w, topY + w * 1.2, w * 1.1),
            light.On(new(0.45, 0.07, 50), distance)
        );
    }

    public static void Cactus(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double height,
        double distance,
        ref Seed chance
    )
    {
        var green = stage.Light.On(new Colour(0.6, 0.11, 150), distance);
        var w = height * 0.13;
        Trees.Shadow(stage, layer, x, y, w * 2.2);
        var s = chance.Chance(0.5) ? 1 : -1;
        var arms = new PathData();
        foreach (var (side, at, up) in ((int, double, double)[])[(s, 0.42, 0.3), (-s, 0.56, 0.24)])
            arms.Move(x, y - height * at)
                .Line(x + side * w * 1.55, y - height * at)
                .Line(x + side * w * 1.55, y - height * (at + up));
        layer.Stroke(arms, green, w * 0.72);
        layer.Fill(new PathData().Round(x - w / 2, y - height, w, height, w / 2), green);
        layer.Stroke(
            new PathData()
                .Move(x + stage.Side * w * 0.18, y - height * 0.93)
                .Line(x + stage.Side * w * 0.18, y - height * 0.05),
            green.Lighter(0.08),
            w * 0.16,
            0.8
        );
        var spines = new PathData();
        for (var i = 0; i < 9; i++)
        {
            var sy = y - height * (0.1 + 0.085 * i);
            spines
                .Move(x - w * 0.28, sy)
                .Line(x - w * 0.14, sy - w * 0.1)
                .Move(x - w * 0.02, sy - w * 0.2)
                .Line(x + w * 0.1, sy - w * 0.32);
        }
        layer.Stroke(spines, green.Darker(0.13), w * 0.06);
        if (chance.Chance(0.6))
            layer.Fill(
                new PathData()
                    .Circle(x - w * 0.2, y - height, w * 0.18)
                    .Circle(x + w * 0.2, y - height, w * 0.18)
                    .Circle(x, y - height - w * 0.14, w * 0.2),
                stage.Light.On(new(0.7, 0.19, 5), distance)
            );
        if (stage.Snowy)
            layer.Fill(
                new PathData().Ellipse(x, y - height * 0.985, w * 0.5, w * 0.24),
                stage.Light.On(new(0.97, 0.01, 240), distance)
            );
    }

    /// <summary>Broad leaves fanning out of (x, y), with a pale midrib.</summary>
    public static void Fan(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double size,
        double towards,
        int leaves,
        Colour local,
        double distance,
        ref Seed chance
    )
    {
        var ribs = new PathData();
        for (var i = 0; i < leaves; i++)
        {
            var angle = towards + (i - (leaves - 1) / 2.0) * 2.1 / leaves + chance.Between(-0.1, 0.1);
            var length = size * chance.Between(0.75, 1.05);
            double tipX = x + Math.Cos(angle) * length,
                tipY = y + Math.Sin(angle) * length;
            var leaf = local.Lighter((i % 3 - 1) * 0.045).Turned(i % 2 * 7);
            // Snow dusts standing leaves; it does not bury them as it does the ground.
            var green = stage.Light.On(stage.Snowy ? leaf.Mix(Colour.White, 0.45) : leaf, distance);
            layer.Fill(Shapes.Leaf(new(), x, y, tipX, tipY, 0.15), green);
            ribs.Move(x, y).Line(x + (tipX - x) * 0.86, y + (tipY - y) * 0.86);
        }
        layer.Stroke(ribs, stage.Light.On(local.Lighter(0.13), distance), size * 0.012, 0.7);
    }

    private static void Frond(Layer layer, double x, double y, double angle, double length, Colour colour, bool combed)
    {
        double dx = Math.Cos(angle),
            tipX = x + dx * length,
            tipY = y + Math.Sin(angle) * length * 0.55 + length * 0.32 * Math.Abs(dx),
            midX = x + dx * length * 0.5,
            midY = Math.Min(y, tipY) - length * 0.2;
        var path = new PathData().Move(x, y).Quad(midX, midY - length * 0.08, tipX, tipY);
        if (!combed)
        {
            layer.Fill(path.Quad(midX, midY + length * 0.22, x, y).Close(), colour);
            return;
        }
        for (var i = 5; i > 0; i--)
        {
            var t = i / 6.0;
            double px = (1 - t) * (1 - t) * x + 2 * t * (1 - t) * midX + t * t * tipX,
                py = (1 - t) * (1 - t) * y + 2 * t * (1 - t) * midY + t * t * tipY;
            path.Line(px + dx * length * 0.05, py + length * 0.2 * (1.15 - t))
                .Line(px - dx * length * 0.05, py + length * 0.035);
        }
        layer.Fill(path.Close(), colour);
    }
}
