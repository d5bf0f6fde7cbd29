namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Furniture along a wall. x is the middle, y the floor, u the points of a child's height there.</summary>
internal static class Furniture
{
    public static readonly Colour Oak = new(0.72, 0.085, 68);
    public static readonly Colour Walnut = new(0.52, 0.075, 52);
    public static readonly Colour Cream = new(0.95, 0.025, 85);

    public static void Contact(Stage stage, double x, double y, double half) =>
        stage.Ground.Fill(
            new PathData().Ellipse(x, y, half, half * 0.09),
            stage.Light.On(new Colour(0.28, 0.04, 40)),
            0.25
        );

    /// <summary>A bed seen from its side: headboard, pillow, quilt with patches.</summary>
    public static void Bed(Stage stage, double x, double y, double u, Colour wood, Colour quilt, bool headLeft)
    {
        var light = stage.Light;
        var layer = stage.Ground;
        var frame = light.On(wood);
        var s = headLeft ? 1 : -1;
        double half = u * 0.95,
            head = x - s * half,
            foot = x + s * half;
        Contact(stage, x, y, half * 1.06);
        PathData Panel(double at, double width, double height, double r) =>
            new PathData().Round(Math.Min(at, at + s * width), y - height, Math.Abs(width), height, r);
        layer.Fill(
            Panel(head, u * 0.12, u * 0.98, u * 0.05),
            stage.Canvas.Down(frame.Lighter(0.04), frame.Darker(0.04))
        );
        layer.Fill(new PathData().Circle(head + s * u * 0.06, y - u, u * 0.07), frame.Lighter(0.05));
        layer.Fill(Panel(head + s * u * 0.08, 2 * half - u * 0.14, u * 0.34, u * 0.04), frame.Darker(0.03));
        layer.Fill(Panel(head + s * u * 0.1, 2 * half - u * 0.2, u * 0.5, u * 0.08), light.On(Cream));
        var pillow = new PathData()
            .Move(head + s * u * 0.14, y - u * 0.48)
            .Quad(head + s * u * 0.12, y - u * 0.76, head + s * u * 0.3, y - u * 0.72)
            .Quad(head + s * u * 0.56, y - u * 0.68, head + s * u * 0.52, y - u * 0.48)
            .Close();
        layer.Fill(pillow, light.On(new(0.97, 0.015, 250)));
        var cover = light.On(quilt);
        double from = head + s * u * 0.5,
            to = foot - s * u * 0.08;
        var blanket = new PathData()
            .Move(from, y - u * 0.5)
            .Quad(from + s * u * 0.1, y - u * 0.66, from + s * u * 0.45, y - u * 0.6)
            .Quad(to - s * u * 0.2, y - u * 0.56, to, y - u * 0.52)
            .Line(to, y - u * 0.14)
            .Quad((from + to) / 2, y - u * 0.08, from, y - u * 0.16)
            .Close();
        layer.Fill(blanket, stage.Canvas.Down(cover.Lighter(0.04), cover.Darker(0.05)));
        layer.Group(stage.Canvas.Clip(blanket), () => Patches(layer, light, quilt, from, to, y, u));
        layer.Fill(
            new PathData().Round(Math.Min(from, from + s * u * 0.17), y - u * 0.58, u * 0.17, u * 0.44, u * 0.05),
            light.On(Cream.Darker(0.02))
        );
        layer.Fill(
            Panel(foot - s * u * 0.1, u * 0.12, u * 0.68, u * 0.05),
            stage.Canvas.Down(frame.Lighter(0.04), frame.Darker(0.04))
        );
        layer.Fill(new PathData().Circle(foot - s * u * 0.04, y - u * 0.7, u * 0.06), frame.Lighter(0.05));
    }

    public static void Wardrobe(Stage stage, double x, double y, double u, Colour local)
    {
        var layer = stage.Ground;
        var wood = stage.Light.On(local);
        double w = u * 0.92,
            h = u * 1.62;
        Contact(stage, x, y, w * 0.56);
        layer.Fill(
            new PathData()
                .Rect(x - w * 0.44, y - u * 0.08, w * 0.12, u * 0.08)
                .Rect(x + w * 0.32, y - u * 0.08, w * 0.12, u * 0.08),
            wood.Darker(0.12)
        );
        layer.Fill(
            new PathData().Round(x - w / 2, y - h, w, h - u * 0.05, u * 0.05),
            stage.Canvas.Down(wood.Lighter(0.03), wood.Darker(0.03))
        );
        var crown = new PathData()
            .Move(x - w * 0.54, y - h + u * 0.06)
            .Quad(x, y - h - u * 0.16, x + w * 0.54, y - h + u * 0.06)
            .Close();
        layer.Fill(crown, wood.Lighter(0.05));
        var doors = new PathData()
            .Round(x - w * 0.44, y - h + u * 0.14, w * 0.42, h - u * 0.3, u * 0.03)
            .Round(x + w * 0.02, y - h + u * 0.14, w * 0.42, h - u * 0.3, u * 0.03);
        layer.Fill(doors, wood.Lighter(0.05));
        layer.Stroke(doors, wood.Darker(0.07), u * 0.014);
        var heart = new PathData()
            .Circle(x - w * 0.06, y - h * 0.5, u * 0.03)
            .Circle(x + w * 0.06, y - h * 0.5, u * 0.03);
        layer.Fill(heart, stage.Light.On(new(0.84, 0.12, 85)));
    }

    /// <summary>A low chest of drawers with things on top; returns the height of its top.</summary>
    public static double Drawers(Stage stage, double x, double y, double u, Colour local)
    {
        var layer = stage.Ground;
        var wood = stage.Light.On(local);
        double w = u * 0.8,
            h = u * 0.68;
        Contact(stage, x, y, w * 0.56);
        layer.Fill(
            new PathData()
                .Rect(x - w * 0.42, y - u * 0.07, w * 0.1, u * 0.07)
                .Rect(x + w * 0.32, y - u * 0.07, w * 0.1, u * 0.07),
            wood.Darker(0.12)
        );
        layer.Fill(
            new PathData().Round(x - w / 2, y - h, w, h - u * 0.05, u * 0.04),
            stage.Canvas.Down(wood.Lighter(0.03), wood.Darker(0.03))
        );
        layer.Fill(
            new PathData().Round(x - w * 0.54, y - h - u * 0.01, w * 1.08, u * 0.06, u * 0.03),
            wood.Lighter(0.06)
        );
        var (fronts, knobs) = (new PathData(), new PathData());
        for (var i = 0; i < 3; i++)
        {
            var top = y - h + u * (0.09 + 0.175 * i);
            fronts.Round(x - w * 0.43, top, w * 0.86, u * 0.145, u * 0.025);
            knobs.Circle(x - w * 0.2, top + u * 0.072, u * 0.022).Circle(x + w * 0.2, top + u * 0.072, u * 0.022);
        }
        layer.Fill(fronts, wood.Lighter(0.065));
        layer.Fill(knobs, wood.Darker(0.14));
        return y - h - u * 0.01;
    }

    public static void Lamp(Stage stage, double x, double y, double u, Colour shade)
    {
        var light = stage.Light;
        var layer = stage.Ground;
        if (light.LampsLit)
            layer.Fill(
                new PathData().Circle(x, y - u * 0.34, u * 0.85),
                stage.Canvas.Glow((0, light.Lamp, 0.6), (0.5, light.Lamp, 0.2), (1, light.Lamp, 0))
            );
        layer.Fill(
            new PathData()
                .Ellipse(x, y - u * 0.015, u * 0.1, u * 0.025)
                .Rect(x - u * 0.018, y - u * 0.26, u * 0.036, u * 0.25),
            light.On(Walnut)
        );
        var cover = new PathData().Polygon(
            (x - u * 0.09, y - u * 0.46),
            (x + u * 0.09, y - u * 0.46),
            (x + u * 0.17, y - u * 0.22),
            (x - u * 0.17, y - u * 0.22)
        );
        layer.Fill(
            cover,
            light.LampsLit ? light.Glowing(shade.Mix(new Colour(0.93, 0.11, 88), 0.62)) : light.On(shade)
        );
    }

    /// <summary>What a hanging lamp gives at dusk: a warm wall and a pool on the floor. Paint it before the furniture.</summary>
    public static void Lamplight(Stage stage, double x, double u, double strength = 1)
    {
        var light = stage.Light;
        if (!light.LampsLit)
            return;
        stage.Sky.Fill(
            new PathData().Circle(x, LampHeight(stage, u) + u * 0.2, u * 2.6),
            stage.Canvas.Glow((0, light.Lamp, 0.72 * strength), (0.3, light.Lamp, 0.38 * strength), (1, light.Lamp, 0))
        );
        stage.Ground.Fill(
            new PathData().Ellipse(x, stage.FarLine + stage.H * 0.08, u * 3.2, stage.H * 0.2),
            stage.Canvas.Glow((0, light.Lamp, 0.5 * strength), (0.6, light.Lamp, 0.2 * strength), (1, light.Lamp, 0))
        );
    }

    /// <summary>A lamp hanging from the ceiling; from close by it would hide the wall, and is above the page.</summary>
    public static void Pendant(Stage stage, double x, double u, Colour shade)
    {
        if (stage.Shot == Shot.Close)
            return;
        var light = stage.Light;
        var y = LampHeight(stage, u);
        stage.Far.Stroke(new PathData().Move(x, stage.Top).Line(x, y), light.On(Walnut), u * 0.02);
        var bell = new PathData()
            .Move(x - u * 0.05, y)
            .Line(x + u * 0.05, y)
            .Quad(x + u * 0.24, y + u * 0.06, x + u * 0.28, y + u * 0.24)
            .Line(x - u * 0.28, y + u * 0.24)
            .Quad(x - u * 0.24, y + u * 0.06, x - u * 0.05, y)
            .Close();
        stage.Far.Fill(
            new PathData().Circle(x, y + u * 0.24, u * 0.07),
            light.LampsLit ? light.Lamp.Lighter(0.06) : light.On(Cream)
        );
        stage.Far.Fill(bell, light.LampsLit ? light.On(shade).Mix(light.Lamp, 0.35) : light.On(shade));
    }

    /// <summary>A framed picture on the wall: a small landscape, an animal's face or a star.</summary>
    public static void Picture(Stage stage, double x, double y, double width, double height, Seed chance)
    {
        var light = stage.Light;
        var frame = light.On(chance.Pick([Oak, Walnut, new Colour(0.84, 0.1, 85), new(0.9, 0.03, 80)]));
        stage.Far.Fill(new PathData().Round(x - width / 2, y - height / 2, width, height, width * 0.05), frame);
        double w = width * 0.82,
            h = height * 0.8,
            left = x - w / 2,
            top = y - h / 2;
        stage.Far.Fill(
            new PathData().Rect(left, top, w, h),
            light.On(chance.Pick([new Colour(0.92, 0.045, 215), new(0.94, 0.05, 85), new(0.9, 0.05, 350)]))
        );
        switch (chance.Below(3))
        {
            case 0:
                var hill = new PathData()
                    .Move(left, top + h)
                    .Line(left, top + h * 0.7)
                    .Quad(left + w * 0.4, top + h * 0.4, left + w, top + h * 0.75)
                    .Line(left + w, top + h)
                    .Close();
                stage.Far.Fill(
                    new PathData().Circle(left + w * 0.7, top + h * 0.3, h * 0.14),
                    light.On(new(0.86, 0.15, 85))
                );
                stage.Far.Fill(hill, light.On(new(0.72, 0.12, 140)));
                break;
            case 1:
                stage.Far.Fill(Shapes.Sparkle(new PathData(), x, y, h * 0.36), light.On(new(0.82, 0.15, 80)));
                break;
            default:
                var fur = light.On(new(0.7, 0.1, 60));
                stage.Far.Fill(
                    new PathData()
                        .Circle(x - h * 0.2, y - h * 0.12, h * 0.11)
                        .Circle(x + h * 0.2, y - h * 0.12, h * 0.11)
                        .Circle(x, y + h * 0.06, h * 0.27),
                    fur
                );
                stage.Far.Fill(new PathData().Ellipse(x, y + h * 0.14, h * 0.13, h * 0.1), fur.Lighter(0.14));
                stage.Far.Fill(
                    new PathData()
                        .Circle(x - h * 0.1, y, h * 0.03)
                        .Circle(x + h * 0.1, y, h * 0.03)
                        .Ellipse(x, y + h * 0.1, h * 0.045, h * 0.03),
                    light.On(new(0.3, 0.04, 40))
                );
                break;
        }
    }

    /// <summary>A wall shelf with books and small things; its board's top is y.</summary>
    public static void Shelf(Stage stage, double x, double y, double width, double u, Seed chance)
    {
        var light = stage.Light;
        Colour[] spines =
        [
            new(0.62, 0.17, 27),
            new(0.6, 0.11, 250),
            new(0.8, 0.14, 85),
            new(0.62, 0.12, 150),
            new(0.66, 0.12, 310),
            new(0.72, 0.14, 50),
        ];
        var at = x - width * 0.46;
        var leaning = x + width * chance.Between(-0.1, 0.2);
        while (at < leaning)
        {
            double w = u * chance.Between(0.045, 0.08),
                h = u * chance.Between(0.2, 0.3);
            var colour = light.On(chance.Pick(spines));
            stage.Far.Fill(new PathData().Round(at, y - h, w, h, u * 0.01), colour);
            stage.Far.Fill(new PathData().Rect(at, y - h * 0.8, w, h * 0.08), colour.Lighter(0.13));
            at += w + u * 0.006;
        }
        var ball = u * 0.085;
        stage.Far.Fill(new PathData().Circle(at + u * 0.16, y - ball, ball), light.On(chance.Pick(spines)));
        stage.Far.Fill(
            new PathData()
                .Move(at + u * 0.16 - ball, y - ball)
                .Quad(at + u * 0.16, y - ball * 0.5, at + u * 0.16 + ball, y - ball)
                .Quad(at + u * 0.16, y - ball * 1.5, at + u * 0.16 - ball, y - ball)
                .Close(),
            light.On(Cream)
        );
        var board = light.On(Oak);
        stage.Far.Fill(new PathData().Round(x - width / 2, y, width, u * 0.055, u * 0.02), board);
        stage.Far.Fill(
            new PathData()
                .Rect(x - width * 0.4, y + u * 0.055, u * 0.04, u * 0.09)
                .Rect(x + width * 0.4 - u * 0.04, y + u * 0.055, u * 0.04, u * 0.09),
            board.Darker(0.08)
        );
    }

    /// <summary>Little flags on a string from wall to wall.</summary>
    public static void Bunting(Stage stage, double y, Seed chance)
    {
        var u = stage.ScaleAt(stage.Horizon);
        Colour[] cloths =
        [
            new(0.75, 0.13, 25),
            new(0.85, 0.12, 88),
            new(0.76, 0.1, 200),
            new(0.78, 0.11, 145),
            new(0.76, 0.1, 320),
        ];
        var turn = chance.Below(cloths.Length);
        var step = u * 0.34;
        var count = (int)((stage.Right - stage.Left) / step) + 1;
        double At(double x) => y + u * 0.16 * Math.Abs(Math.Sin(Math.PI * (x - stage.Left) / (step * 4)));
        var cord = new List<(double, double)>();
        for (var i = 0; i <= count; i++)
            cord.Add((stage.Left + i * step, At(stage.Left + i * step)));
        stage.Far.Stroke(
            new PathData().Move(cord[0].Item1, cord[0].Item2).Through(cord),
            stage.Light.On(Cream.Darker(0.12)),
            u * 0.016
        );
        for (var colour = 0; colour < cloths.Length; colour++)
        {
            var flags = new PathData();
            for (var i = colour; i < count; i += cloths.Length)
            {
                double a = stage.Left + (i + 0.15) * step,
                    b = stage.Left + (i + 0.85) * step;
                flags.Polygon((a, At(a)), (b, At(b)), ((a + b) / 2, Math.Max(At(a), At(b)) + u * 0.25));
            }
            stage.Far.Fill(flags, stage.Light.On(cloths[(colour + turn) % cloths.Length]));
        }
    }

    private static void Patches(Layer layer, Light light, Colour quilt, double from, double to, double y, double u)
    {
        var (pale, deep, seams) = (new PathData(), new PathData(), new PathData());
        var step = (to - from) / 5;
        for (var row = 0; row < 3; row++)
        for (var i = 0; i < 5; i++)
            if ((row + i) % 3 != 0)
                ((row + i) % 3 == 1 ? pale : deep).Rect(from + i * step, y - u * (0.66 - 0.19 * row), step, u * 0.19);
        layer.Fill(pale, light.On(quilt.Lighter(0.13).Richer(0.7)), 0.9);
        layer.Fill(deep, light.On(quilt.Turned(45).Lighter(0.06)), 0.55);
        for (var i = 1; i < 5; i++)
            seams.Move(from + i * step, y - u * 0.66).Line(from + i * step, y);
        layer.Stroke(seams, light.On(Cream), u * 0.008, 0.6);
    }

    private static double LampHeight(Stage stage, double u) => Math.Max(stage.H * 0.1, stage.Horizon - u * 2.3);
}
