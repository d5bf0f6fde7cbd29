namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Life on the sea bed. Everything takes the water's colour with distance.</summary>
internal sealed class Reef(Stage stage, Colour shallow, Colour deep)
{
    private static readonly Colour[] Corals =
    [
        new(0.7, 0.17, 20),
        new(0.76, 0.15, 50),
        new(0.72, 0.15, 345),
        new(0.68, 0.14, 300),
        new(0.82, 0.14, 85),
    ];

    /// <summary>A thing's own colour seen through <paramref name="distance"/> of water.</summary>
    public Colour In(Colour local, double distance) =>
        stage.Light.On(local).Mix(shallow.Mix(deep, 0.5), 0.12 + 0.75 * distance);

    public void Kelp(Layer layer, double x, double y, double height, double distance, ref Seed chance)
    {
        var colour = In(new Colour(0.58, 0.12, chance.Between(125, 160)), distance);
        var sway = chance.Between(-0.08, 0.08) * height;
        double w = height * 0.035;
        List<(double X, double Y)> left = [],
            right = [];
        var leaves = new PathData();
        for (var i = 0; i <= 8; i++)
        {
            var t = i / 8.0;
            double cx = x + sway * t + Math.Sin(t * Math.PI * 2.2 + sway) * height * 0.045,
                cy = y - height * t,
                half = w * (1 - t * 0.85);
            left.Add((cx - half, cy));
            right.Add((cx + half, cy));
            if (i is > 0 and < 8)
            {
                var side = i % 2 == 0 ? 1 : -1;
                Shapes.Leaf(leaves, cx, cy, cx + side * height * 0.13 * (1.2 - t), cy - height * 0.11, 0.2);
            }
        }
        right.Reverse();
        layer.Fill(leaves, colour.Darker(0.03));
        layer.Fill(
            new PathData().Move(left[0].X, left[0].Y).Through(left).Line(right[0].X, right[0].Y).Through(right).Close(),
            colour
        );
    }

    public void Coral(Layer layer, double x, double y, double size, double distance, ref Seed chance)
    {
        var colour = In(chance.Pick(Corals), distance);
        switch (chance.Below(3))
        {
            case 0:
                Branches(layer, x, y, size, colour, ref chance);
                break;
            case 1:
                var tubes = new PathData();
                var mouths = new PathData();
                for (var i = 0; i < 4; i++)
                {
                    double tx = x + size * (i - 1.5) * 0.2,
                        h = size * chance.Between(0.5, 0.95),
                        w = size * 0.17;
                    tubes
                        .Move(tx - w * 0.35, y)
                        .Line(tx - w / 2, y - h)
                        .Line(tx + w / 2, y - h)
                        .Line(tx + w * 0.35, y)
                        .Close();
                    mouths.Ellipse(tx, y - h, w / 2, w * 0.2);
                }
                layer.Fill(tubes, stage.Canvas.Down(colour.Lighter(0.04), colour.Darker(0.05)));
                layer.Fill(mouths, colour.Darker(0.12));
                break;
            default:
                var dome = Shapes.Cloud(x, y, size * 0.95, size * 0.6, chance.For("dome"));
                layer.Fill(dome, stage.Canvas.Down(colour.Lighter(0.05), colour.Darker(0.05)));
                var dots = new PathData();
                for (var i = 0; i < 8; i++)
                    dots.Circle(
                        x + size * chance.Between(-0.34, 0.34),
                        y - size * chance.Between(0.08, 0.4),
                        size * 0.026
                    );
                layer.Fill(dots, colour.Lighter(0.12));
                break;
        }
    }

    public void Fan(Layer layer, double x, double y, double size, double distance, ref Seed chance)
    {
        var colour = In(chance.Pick(Corals), distance);
        layer.Fill(
            new PathData()
                .Move(x, y)
                .Cubic(x - size * 0.8, y - size * 0.3, x - size * 0.6, y - size * 1.05, x, y - size)
                .Cubic(x + size * 0.6, y - size * 1.05, x + size * 0.8, y - size * 0.3, x, y)
                .Close(),
            colour,
            0.75
        );
        var ribs = new PathData();
        for (var i = -3; i <= 3; i++)
            ribs.Move(x, y)
                .Quad(x + size * 0.1 * i, y - size * 0.5, x + size * 0.17 * i, y - size * (0.88 - 0.035 * i * i));
        layer.Stroke(ribs, colour.Lighter(0.1), size * 0.022);
    }

    /// <summary>Small fish of a far shoal, all one way.</summary>
    public void Shoal(Layer layer, double x, double y, int count, double size, double distance, ref Seed chance)
    {
        var fish = new PathData();
        var s = stage.Side;
        for (var i = 0; i < count; i++)
        {
            double fx = x + chance.Between(-1, 1) * size * 5,
                fy = y + chance.Between(-1, 1) * size * 2.2,
                r = size * chance.Between(0.7, 1.1);
            fish.Move(fx - s * r, fy)
                .Quad(fx, fy - r * 0.75, fx + s * r, fy)
                .Quad(fx, fy + r * 0.75, fx - s * r, fy)
                .Close();
            fish.Polygon((fx - s * r * 0.8, fy), (fx - s * r * 1.5, fy - r * 0.45), (fx - s * r * 1.5, fy + r * 0.45));
        }
        layer.Fill(fish, In(chance.Pick(Corals), distance), 0.85);
    }

    public void Bubbles(Layer layer, double x, double foot, double top, int count, ref Seed chance)
    {
        var (balls, shine) = (new PathData(), new PathData());
        for (var i = 0; i < count; i++)
        {
            var t = (i + chance.Unit()) / count;
            double y = foot + (top - foot) * t,
                r = stage.Unit * (0.4 + 0.9 * t) * chance.Between(0.7, 1.2),
                bx = x + Math.Sin(t * 9) * stage.Unit * 1.5;
            balls.Circle(bx, y, r);
            shine.Circle(bx - r * 0.3, y - r * 0.3, r * 0.3);
        }
        layer.Fill(balls, shallow.Lighter(0.14), 0.45);
        layer.Fill(shine, Colour.White, 0.75);
    }

    private static void Branches(Layer layer, double x, double y, double size, Colour colour, ref Seed chance)
    {
        var path = new PathData();
        for (var i = -2; i <= 2; i++)
        {
            double tx = x + i * size * 0.2 + chance.Between(-0.04, 0.04) * size,
                ty = y - size * (0.95 - 0.12 * Math.Abs(i));
            path.Move(x + i * size * 0.03, y).Quad(x + i * size * 0.2, y - size * 0.35, tx, ty);
            var (mx, my) = (x + i * size * 0.15, y - size * 0.5);
            path.Move(mx, my).Quad(mx + size * 0.06, my - size * 0.12, mx + size * 0.1, my - size * 0.24);
        }
        layer.Stroke(path, colour, size * 0.075);
    }
}
