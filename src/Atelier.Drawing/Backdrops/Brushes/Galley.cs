namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Kitchen fittings along a wall whose floor is at y, u points to a child's height.</summary>
internal sealed class Galley(Stage stage, double y, double u, Colour wood, Colour accent)
{
    private static readonly Colour Steel = new(0.82, 0.012, 240);

    private Light Light => stage.Light;
    private Layer Layer => stage.Ground;

    public void Sink(double x, Seed chance)
    {
        Window.Paint(
            stage,
            x,
            stage.Horizon - u * 1.85,
            u * 0.95,
            u * 0.75,
            Furniture.Cream,
            accent.Lighter(0.12),
            chance
        );
        var top = Counter(x, u * 1.7);
        Layer.Stroke(
            new PathData()
                .Move(x + u * 0.1, top)
                .Line(x + u * 0.1, top - u * 0.2)
                .Quad(x + u * 0.1, top - u * 0.32, x, top - u * 0.3)
                .Line(x - u * 0.03, top - u * 0.22),
            Light.On(Steel.Darker(0.08)),
            u * 0.045
        );
        Layer.Fill(new PathData().Round(x - u * 0.34, top - u * 0.02, u * 0.68, u * 0.09, u * 0.03), Light.On(Steel));
        Fruit(x + u * 0.56, top);
        Jar(x - u * 0.52, top, u * 0.22, accent);
        Jar(x - u * 0.7, top, u * 0.17, wood.Turned(60));
    }

    public void Stove(double x)
    {
        var body = Light.On(Furniture.Cream);
        double w = u * 0.88,
            top = y - u * 0.78;
        Furniture.Contact(stage, x, y, w * 0.56);
        Layer.Fill(
            new PathData().Round(x - w / 2, top, w, y - top, u * 0.04),
            stage.Canvas.Down(body, body.Darker(0.05))
        );
        Layer.Fill(new PathData().Round(x - w * 0.38, top + u * 0.26, w * 0.76, u * 0.38, u * 0.05), body.Darker(0.09));
        Layer.Fill(
            new PathData().Round(x - w * 0.32, top + u * 0.32, w * 0.64, u * 0.26, u * 0.03),
            Light.LampsLit ? Light.Lamp.Mix(Light.On(new(0.6, 0.16, 45)), 0.4) : Light.On(new(0.35, 0.03, 40))
        );
        var knobs = new PathData();
        for (var i = -2; i <= 2; i++)
            knobs.Circle(x + i * w * 0.18, top + u * 0.14, u * 0.035);
        Layer.Fill(knobs, Light.On(accent));
        Layer.Fill(
            new PathData().Round(x - w * 0.52, top - u * 0.05, w * 1.04, u * 0.08, u * 0.03),
            Light.On(new(0.42, 0.02, 250))
        );
        Pot(x - u * 0.2, top - u * 0.05);
        Kettle(x + u * 0.22, top - u * 0.05);
        var hood = Light.On(wood);
        stage.Far.Fill(
            new PathData().Polygon(
                (x - u * 0.17, stage.Horizon - u * 2.5),
                (x + u * 0.17, stage.Horizon - u * 2.5),
                (x + u * 0.2, stage.Horizon - u * 1.86),
                (x + u * 0.5, stage.Horizon - u * 1.55),
                (x - u * 0.5, stage.Horizon - u * 1.55),
                (x - u * 0.2, stage.Horizon - u * 1.86)
            ),
            hood
        );
        stage.Far.Fill(new PathData().Rect(x - u * 0.5, stage.Horizon - u * 1.58, u, u * 0.08), hood.Lighter(0.06));
    }

    /// <summary>Shelves of plates and cups above drawers.</summary>
    public void Dresser(double x, Seed chance)
    {
        var top = Counter(x, u * 1.1);
        var back = Light.On(wood.Darker(0.05));
        stage.Far.Fill(new PathData().Round(x - u * 0.5, top - u * 1.0, u, u * 1.02, u * 0.05), back);
        stage.Far.Fill(
            new PathData().Rect(x - u * 0.44, top - u * 0.94, u * 0.88, u * 0.95),
            Light.On(wood.Lighter(0.1).Richer(0.6))
        );
        for (var shelf = 0; shelf < 2; shelf++)
        {
            var foot = top - u * (0.16 + 0.42 * shelf);
            stage.Far.Fill(new PathData().Rect(x - u * 0.5, foot, u, u * 0.05), back);
            for (var i = 0; i < 3; i++)
            {
                var cx = x + (i - 1) * u * 0.29;
                var colour = Light.On(
                    chance.Pick([accent, Furniture.Cream, wood.Turned(90).Lighter(0.1), accent.Turned(60)])
                );
                if (shelf == 1)
                {
                    stage.Far.Fill(new PathData().Circle(cx, foot - u * 0.13, u * 0.125), colour);
                    stage.Far.Fill(new PathData().Circle(cx, foot - u * 0.13, u * 0.075), colour.Lighter(0.09));
                }
                else
                {
                    stage.Far.Stroke(
                        new PathData().Ellipse(cx + u * 0.085, foot - u * 0.09, u * 0.04, u * 0.045),
                        colour,
                        u * 0.025
                    );
                    stage.Far.Fill(
                        new PathData().Round(cx - u * 0.08, foot - u * 0.17, u * 0.16, u * 0.17, u * 0.03),
                        colour
                    );
                }
            }
        }
    }

    public void Fridge(double x)
    {
        var body = Light.On(accent.Lighter(0.14).Richer(0.6));
        double w = u * 0.72,
            h = u * 1.6;
        Furniture.Contact(stage, x, y, w * 0.56);
        Layer.Fill(
            new PathData().Round(x - w / 2, y - h, w, h, u * 0.12),
            stage.Canvas.Down(body.Lighter(0.03), body.Darker(0.04))
        );
        Layer.Stroke(
            new PathData().Move(x - w / 2, y - h * 0.66).Line(x + w / 2, y - h * 0.66),
            body.Darker(0.1),
            u * 0.02
        );
        Layer.Fill(
            new PathData()
                .Round(x - w * 0.38, y - h * 0.6, w * 0.07, u * 0.34, u * 0.02)
                .Round(x - w * 0.38, y - h * 0.84, w * 0.07, u * 0.2, u * 0.02),
            Light.On(Steel)
        );
        Layer.Fill(new PathData().Rect(x + w * 0.02, y - h * 0.56, u * 0.22, u * 0.26), Light.On(Furniture.Cream));
        Layer.Fill(new PathData().Circle(x + w * 0.1, y - h * 0.48, u * 0.05), Light.On(new(0.85, 0.15, 85)));
        Layer.Fill(new PathData().Rect(x + w * 0.06, y - h * 0.44, u * 0.15, u * 0.05), Light.On(new(0.7, 0.13, 140)));
    }

    public void Cupboards(double x, Seed chance)
    {
        var top = Counter(x, u * 1.05);
        Jar(x - u * 0.3, top, u * 0.24, accent);
        Jar(x - u * 0.06, top, u * 0.2, accent.Turned(50));
        Jar(x + u * 0.14, top, u * 0.17, wood.Turned(40));
        Furniture.Shelf(stage, x, y - u * 1.45, u * 0.9, u * 0.9, chance);
    }

    /// <summary>A round table with a cloth and a bowl of fruit, standing free on the floor.</summary>
    public void Table(double x, double foot)
    {
        var s = stage.ScaleAt(foot);
        Furniture.Contact(stage, x, foot, s * 0.5);
        var oak = Light.On(Furniture.Walnut);
        Layer.Fill(
            new PathData().Polygon(
                (x - s * 0.07, foot - s * 0.55),
                (x + s * 0.07, foot - s * 0.55),
                (x + s * 0.1, foot - s * 0.08),
                (x + s * 0.34, foot),
                (x - s * 0.34, foot),
                (x - s * 0.1, foot - s * 0.08)
            ),
            oak
        );
        var cloth = Light.On(accent.Lighter(0.1));
        var top = foot - s * 0.66;
        Layer.Fill(
            new PathData()
                .Move(x - s * 0.62, top)
                .Quad(x - s * 0.66, top + s * 0.2, x - s * 0.6, top + s * 0.28)
                .Quad(x - s * 0.4, top + s * 0.2, x - s * 0.2, top + s * 0.33)
                .Quad(x, top + s * 0.24, x + s * 0.2, top + s * 0.33)
                .Quad(x + s * 0.4, top + s * 0.2, x + s * 0.6, top + s * 0.28)
                .Quad(x + s * 0.66, top + s * 0.2, x + s * 0.62, top)
                .Close(),
            cloth.Darker(0.05)
        );
        Layer.Fill(new PathData().Ellipse(x, top, s * 0.62, s * 0.1), cloth);
        Layer.Fill(new PathData().Ellipse(x, top, s * 0.5, s * 0.072), cloth.Lighter(0.05));
        stage.AddZone(ZoneKind.Surface, new Box(x - s * 0.5, top - s * 0.3, s, s * 0.3), s, s);
        Fruit(x, top + s * 0.02);
    }

    private double Counter(double x, double width)
    {
        var front = Light.On(wood);
        var top = y - u * 0.8;
        Furniture.Contact(stage, x, y, width * 0.53);
        Layer.Fill(new PathData().Rect(x - width * 0.48, y - u * 0.09, width * 0.96, u * 0.09), front.Darker(0.16));
        Layer.Fill(
            new PathData().Rect(x - width / 2, top, width, u * 0.72),
            stage.Canvas.Down(front.Lighter(0.02), front.Darker(0.04))
        );
        var (doors, knobs) = (new PathData(), new PathData());
        var count = Math.Max(2, (int)Math.Round(width / (u * 0.52)));
        for (var i = 0; i < count; i++)
        {
            double left = x - width / 2 + width * i / count,
                w = width / count;
            doors
                .Round(left + w * 0.08, top + u * 0.12, w * 0.84, u * 0.14, u * 0.02)
                .Round(left + w * 0.08, top + u * 0.31, w * 0.84, u * 0.35, u * 0.02);
            knobs
                .Circle(left + w / 2, top + u * 0.19, u * 0.024)
                .Circle(left + w * (i % 2 == 0 ? 0.8 : 0.2), top + u * 0.46, u * 0.024);
        }
        Layer.Fill(doors, front.Lighter(0.055));
        Layer.Fill(knobs, Light.On(new(0.8, 0.1, 80)));
        Layer.Fill(
            new PathData().Round(x - width * 0.515, top - u * 0.03, width * 1.03, u * 0.08, u * 0.03),
            Light.On(Furniture.Oak.Lighter(0.06))
        );
        stage.AddZone(
            ZoneKind.Surface,
            new Box(x - width * 0.45, top - u * 0.03 - u * 0.3, width * 0.9, u * 0.3),
            u,
            u
        );
        return top - u * 0.03;
    }

    private void Fruit(double x, double foot)
    {
        var fruits = new PathData()
            .Circle(x - u * 0.1, foot - u * 0.17, u * 0.075)
            .Circle(x + u * 0.11, foot - u * 0.17, u * 0.075);
        Layer.Fill(fruits, Light.On(new(0.64, 0.19, 28)));
        Layer.Fill(new PathData().Circle(x, foot - u * 0.2, u * 0.08), Light.On(new(0.78, 0.16, 62)));
        Layer.Fill(new PathData().Circle(x + u * 0.03, foot - u * 0.15, u * 0.06), Light.On(new(0.78, 0.16, 122)));
        Layer.Fill(
            new PathData()
                .Move(x - u * 0.2, foot - u * 0.15)
                .Line(x + u * 0.2, foot - u * 0.15)
                .Quad(x + u * 0.17, foot, x + u * 0.07, foot)
                .Line(x - u * 0.07, foot)
                .Quad(x - u * 0.17, foot, x - u * 0.2, foot - u * 0.15)
                .Close(),
            Light.On(new(0.94, 0.025, 230))
        );
    }

    private void Jar(double x, double foot, double height, Colour local)
    {
        var colour = Light.On(local);
        Layer.Fill(
            new PathData().Round(x - height * 0.36, foot - height * 0.86, height * 0.72, height * 0.86, height * 0.14),
            colour
        );
        Layer.Fill(
            new PathData().Rect(x - height * 0.36, foot - height * 0.55, height * 0.72, height * 0.3),
            Light.On(Furniture.Cream)
        );
        Layer.Fill(
            new PathData().Round(x - height * 0.3, foot - height, height * 0.6, height * 0.18, height * 0.06),
            Light.On(Furniture.Oak)
        );
    }

    private void Pot(double x, double foot)
    {
        var colour = Light.On(accent);
        Layer.Fill(
            new PathData()
                .Round(x - u * 0.17, foot - u * 0.2, u * 0.34, u * 0.2, u * 0.04)
                .Round(x - u * 0.22, foot - u * 0.17, u * 0.44, u * 0.04, u * 0.02),
            colour
        );
        Layer.Fill(
            new PathData()
                .Round(x - u * 0.18, foot - u * 0.235, u * 0.36, u * 0.045, u * 0.02)
                .Circle(x, foot - u * 0.25, u * 0.03),
            colour.Lighter(0.07)
        );
        var steam = new PathData();
        foreach (var dx in (ReadOnlySpan<double>)[-0.06, 0.05])
            steam
                .Move(x + u * dx, foot - u * 0.32)
                .Cubic(
                    x + u * (dx + 0.06),
                    foot - u * 0.4,
                    x + u * (dx - 0.06),
                    foot - u * 0.46,
                    x + u * dx,
                    foot - u * 0.54
                );
        Layer.Stroke(steam, Light.On(Furniture.Cream.Lighter(0.03)), u * 0.025, 0.6);
    }

    private void Kettle(double x, double foot)
    {
        var colour = Light.On(Steel);
        Layer.Stroke(
            new PathData().Move(x - u * 0.1, foot - u * 0.18).Quad(x, foot - u * 0.4, x + u * 0.1, foot - u * 0.18),
            Light.On(new(0.35, 0.02, 250)),
            u * 0.03
        );
        Layer.Fill(
            new PathData()
                .Move(x - u * 0.15, foot)
                .Quad(x - u * 0.17, foot - u * 0.22, x, foot - u * 0.23)
                .Quad(x + u * 0.17, foot - u * 0.22, x + u * 0.15, foot)
                .Close()
                .Polygon(
                    (x + u * 0.1, foot - u * 0.08),
                    (x + u * 0.24, foot - u * 0.2),
                    (x + u * 0.26, foot - u * 0.16),
                    (x + u * 0.13, foot - u * 0.02)
                ),
            colour
        );
    }
}
