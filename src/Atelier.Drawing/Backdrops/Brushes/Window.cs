namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>A window in a wall: it shows the sky of the hour and the weather.</summary>
internal static class Window
{
    /// <param name="x">Middle of the glass.</param>
    /// <param name="top">Top of the glass.</param>
    public static void Paint(
        Stage stage,
        double x,
        double top,
        double width,
        double height,
        Colour frame,
        Colour? curtain,
        Seed chance
    )
    {
        var light = stage.Light;
        double left = x - width / 2,
            border = width * 0.055;
        var wood = light.On(frame);
        stage.Far.Fill(
            new PathData().Round(left - border, top - border, width + 2 * border, height + 2 * border, border),
            wood
        );
        var glass = new PathData().Rect(left, top, width, height);
        stage.Far.Fill(
            glass,
            stage.Canvas.Down((0, light.SkyTop, 1), (0.55, light.SkyMiddle, 1), (1, light.SkyBottom, 1))
        );
        stage.Far.Group(stage.Canvas.Clip(glass), () => View(stage, left, top, width, height, chance));
        var bars = new PathData().Rect(x - border * 0.3, top, border * 0.6, height);
        stage.Far.Fill(bars.Rect(left, top + height * 0.48, width, border * 0.6), wood);
        var sill = new PathData().Round(
            left - border * 2.2,
            top + height + border * 0.4,
            width + border * 4.4,
            border * 1.3,
            border * 0.4
        );
        stage.Far.Fill(sill, wood.Lighter(0.035));
        stage.Far.Fill(
            new PathData().Rect(left - border * 1.8, top + height + border * 1.7, width + border * 3.6, border * 0.4),
            wood.Darker(0.14),
            0.35
        );
        if (curtain is { } cloth)
            Curtains(stage, x, top, width, height, cloth);
    }

    /// <summary>A tall window with a pointed arch and leaded panes, in a frame of stone.</summary>
    public static void Lancet(Stage stage, double x, double top, double width, double height, Colour stone, Seed chance)
    {
        PathData Arch(double by) =>
            new PathData()
                .Move(x - width / 2 - by, top + height + by)
                .Line(x - width / 2 - by, top + width * 0.8)
                .Quad(x - width / 2 - by, top + width * 0.2 - by * 0.5, x, top - by * 1.4)
                .Quad(x + width / 2 + by, top + width * 0.2 - by * 0.5, x + width / 2 + by, top + width * 0.8)
                .Line(x + width / 2 + by, top + height + by)
                .Close();
        var light = stage.Light;
        stage.Far.Fill(Arch(width * 0.13), light.On(stone));
        var glass = Arch(0);
        stage.Far.Fill(
            glass,
            stage.Canvas.Down((0, light.SkyTop, 1), (0.55, light.SkyMiddle, 1), (1, light.SkyBottom, 1))
        );
        stage.Far.Group(stage.Canvas.Clip(glass), () => View(stage, x - width / 2, top, width, height, chance));
        var leads = new PathData().Move(x, top).Line(x, top + height);
        for (var i = 1; i < 5; i++)
            leads.Move(x - width / 2, top + height * i / 5).Line(x + width / 2, top + height * i / 5);
        stage.Far.Stroke(leads, light.On(stone.Darker(0.25)), width * 0.035, 0.8);
    }

    private static void View(Stage stage, double left, double top, double width, double height, Seed chance)
    {
        var light = stage.Light;
        var open = light.Weather is Weather.Clear or Weather.Cloudy;
        if (light.IsNight && open)
        {
            var stars = new PathData();
            for (var i = 0; i < 9; i++)
                Shapes.Sparkle(
                    stars,
                    left + width * chance.Unit(),
                    top + height * 0.6 * chance.Unit(),
                    width * chance.Between(0.012, 0.035)
                );
            stage.Far.Fill(stars, light.Glowing(new Colour(0.95, 0.06, 95)));
        }
        if (open && !stage.BareSky)
        {
            double r = width * 0.11,
                y = top + height * (light.Time is TimeOfDay.Day or TimeOfDay.Night ? 0.26 : 0.55);
            stage.Far.Fill(
                new PathData().Circle(left + width * 0.72, y, r * 1.5),
                light.Sun.Mix(Colour.White, 0.3),
                0.35
            );
            stage.Far.Fill(new PathData().Circle(left + width * 0.72, y, r), light.Sun);
        }
        var white = light.SkyBottom.Mix(Colour.White, light.IsNight ? 0.08 : 0.55);
        if (!open)
            white = white.Mix(light.SkyTop, 0.35);
        stage.Far.Fill(
            Shapes.Cloud(left + width * 0.3, top + height * 0.42, width * 0.4, width * 0.17, chance.For("a")),
            white,
            0.9
        );
        if (light.Weather != Weather.Clear)
            stage.Far.Fill(
                Shapes.Cloud(left + width * 0.8, top + height * 0.24, width * 0.5, width * 0.2, chance.For("b")),
                white.Darker(0.03),
                0.9
            );
        var outdoors = new Light(light.Time, light.Weather, stage.Palette);
        var snow = light.Weather == Weather.Snow;
        var grass = snow ? new Colour(0.96, 0.012, 235) : Land.Grass;
        var hill = new PathData()
            .Move(left, top + height)
            .Line(left, top + height * 0.8)
            .Quad(left + width * 0.3, top + height * 0.66, left + width * 0.62, top + height * 0.8);
        stage.Far.Fill(hill.Line(left + width * 0.62, top + height).Close(), outdoors.On(grass.Turned(6), 0.35));
        hill = new PathData()
            .Move(left + width * 0.2, top + height)
            .Quad(left + width * 0.7, top + height * 0.68, left + width, top + height * 0.78);
        stage.Far.Fill(hill.Line(left + width, top + height).Close(), outdoors.On(grass.Darker(0.05), 0.15));
        if (light.Weather == Weather.Rain)
        {
            var drops = new PathData();
            for (var i = 0; i < 16; i++)
            {
                double x = left + width * chance.Unit(),
                    y = top + height * chance.Unit();
                drops.Move(x, y).Line(x - width * 0.02, y + width * 0.08);
            }
            stage.Far.Stroke(drops, light.SkyBottom.Mix(Colour.White, 0.5), width * 0.012, 0.75);
        }
        if (snow)
        {
            var flakes = new PathData();
            for (var i = 0; i < 18; i++)
                flakes.Circle(
                    left + width * chance.Unit(),
                    top + height * chance.Unit(),
                    width * chance.Between(0.01, 0.022)
                );
            stage.Far.Fill(flakes, Colour.White, 0.9);
        }
        if (light.Weather == Weather.Fog)
            stage.Far.Fill(new PathData().Rect(left, top + height * 0.4, width, height * 0.6), light.SkyBottom, 0.6);
        var shine = new PathData().Polygon(
            (left + width * 0.08, top + height * 0.42),
            (left + width * 0.3, top + height * 0.04),
            (left + width * 0.4, top + height * 0.04),
            (left + width * 0.18, top + height * 0.42)
        );
        stage.Far.Fill(shine, Colour.White, 0.16);
    }

    private static void Curtains(Stage stage, double x, double top, double width, double height, Colour local)
    {
        var light = stage.Light;
        var cloth = light.On(local);
        double rail = top - height * 0.13,
            foot = top + height * 1.16;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            double outer = x + side * width * 0.72,
                inner = x + side * width * 0.3,
                tie = x + side * width * 0.55;
            var drape = new PathData()
                .Move(outer, rail)
                .Line(inner, rail)
                .Cubic(
                    inner,
                    top + height * 0.4,
                    tie - side * width * 0.06,
                    top + height * 0.5,
                    tie - side * width * 0.05,
                    top + height * 0.62
                )
                .Cubic(
                    tie - side * width * 0.06,
                    top + height * 0.8,
                    tie - side * width * 0.08,
                    foot - height * 0.1,
                    tie - side * width * 0.12,
                    foot
                )
                .Line(outer, foot)
                .Close();
            stage.Far.Fill(drape, stage.Canvas.Down(cloth.Lighter(0.03), cloth.Darker(0.04)));
            var folds = new PathData();
            for (var i = 1; i <= 3; i++)
                folds
                    .Move(inner + (outer - inner) * i / 4, rail)
                    .Quad(
                        inner + (outer - inner) * (i + 0.6) / 4,
                        top + height * 0.5,
                        tie + side * width * 0.035 * i,
                        top + height * 0.62
                    );
            stage.Far.Stroke(folds, cloth.Darker(0.09), width * 0.014, 0.7);
            stage.Far.Fill(
                new PathData().Round(
                    Math.Min(tie - side * width * 0.06, outer),
                    top + height * 0.6,
                    Math.Abs(outer - tie) + width * 0.06,
                    height * 0.045,
                    width * 0.02
                ),
                light.On(local.Lighter(0.12))
            );
        }
        stage.Far.Stroke(
            new PathData().Move(x - width * 0.8, rail).Line(x + width * 0.8, rail),
            light.On(new(0.6, 0.07, 60)),
            width * 0.035
        );
        stage.Far.Fill(
            new PathData().Circle(x - width * 0.82, rail, width * 0.035).Circle(x + width * 0.82, rail, width * 0.035),
            light.On(new(0.72, 0.09, 75))
        );
    }
}
