namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Houses that stand alone. x is the middle, y the ground, u the points of a child's height there.</summary>
internal static class Houses
{
    public static readonly Colour[] Plaster =
    [
        new(0.93, 0.04, 85),
        new(0.87, 0.075, 55),
        new(0.86, 0.06, 20),
        new(0.88, 0.05, 220),
        new(0.88, 0.06, 150),
        new(0.92, 0.075, 95),
    ];

    public static readonly Colour[] Tiles =
    [
        new(0.58, 0.14, 35),
        new(0.52, 0.12, 22),
        new(0.48, 0.06, 255),
        new(0.55, 0.08, 60),
    ];

    /// <summary>A gabled cottage about 2.1 u wide and 2 u high, smoke from its chimney in the cold.</summary>
    public static void Cottage(Stage stage, Layer layer, double x, double y, double u, double distance, Seed chance)
    {
        var light = stage.Light;
        var wall = light.On(chance.Pick(Plaster), distance);
        var roof = light.On(chance.Pick(Tiles), distance);
        var s = chance.Chance(0.5) ? 1 : -1;
        double w = u * 1.7,
            h = u * 0.92,
            ridge = y - u * 1.75;
        Trees.Shadow(stage, layer, x, y, w * 0.62);
        Chimney(stage, layer, x - s * w * 0.27, ridge + u * 0.3, u, distance, ref chance);
        layer.Fill(
            new PathData().Rect(x - w / 2, y - h, w, h),
            stage.Canvas.Down(wall.Lighter(0.02), wall.Darker(0.03))
        );
        layer.Fill(new PathData().Rect(x - w / 2, y - h * 0.12, w, h * 0.12), light.On(new(0.66, 0.03, 70), distance));
        var tiles = new PathData()
            .Move(x - w * 0.62, y - h * 0.9)
            .Line(x - w * 0.42, ridge)
            .Line(x + w * 0.42, ridge)
            .Line(x + w * 0.62, y - h * 0.9)
            .Close();
        layer.Fill(tiles, stage.Canvas.Down(roof.Lighter(0.04), roof.Darker(0.04)));
        RoofRows(layer, x, ridge, y - h * 0.9, w * 0.42, w * 0.62, roof);
        if (stage.Snowy)
            SnowCap(stage, layer, x, ridge, w * 0.45, w * 0.6, u * 0.42, distance);
        Door(stage, layer, x + s * w * 0.22, y, u * 0.36, u * 0.66, distance, ref chance);
        Casement(stage, layer, x - s * w * 0.22, y - h * 0.54, u * 0.46, u * 0.42, distance, chance.Chance(0.9), true);
        var dormer = x + s * w * 0.05;
        layer.Fill(
            new PathData().Polygon(
                (dormer - u * 0.24, ridge + u * 0.6),
                (dormer - u * 0.24, ridge + u * 0.3),
                (dormer, ridge + u * 0.08),
                (dormer + u * 0.24, ridge + u * 0.3),
                (dormer + u * 0.24, ridge + u * 0.6)
            ),
            wall
        );
        layer.Stroke(
            new PathData()
                .Move(dormer - u * 0.29, ridge + u * 0.34)
                .Line(dormer, ridge + u * 0.06)
                .Line(dormer + u * 0.29, ridge + u * 0.34),
            stage.Snowy ? light.On(new(0.97, 0.01, 240), distance) : roof.Darker(0.06),
            u * 0.06
        );
        Casement(stage, layer, dormer, ridge + u * 0.42, u * 0.22, u * 0.22, distance, chance.Chance(0.5), false);
    }

    /// <summary>A red barn with a gambrel roof, about 2.4 u wide.</summary>
    public static void Barn(Stage stage, Layer layer, double x, double y, double u, double distance, Colour paint)
    {
        var light = stage.Light;
        var red = light.On(paint, distance);
        var white = light.On(new Colour(0.96, 0.015, 85), distance);
        double w = u * 1.15,
            eaves = y - u * 1.15,
            knee = y - u * 1.78,
            top = y - u * 2.15;
        Trees.Shadow(stage, layer, x, y, w * 1.2);
        var front = new PathData().Polygon(
            (x - w, y),
            (x - w, eaves),
            (x - w * 0.66, knee),
            (x, top),
            (x + w * 0.66, knee),
            (x + w, eaves),
            (x + w, y)
        );
        layer.Fill(front, stage.Canvas.Down(red.Lighter(0.03), red.Darker(0.04)));
        var boards = new PathData();
        for (var i = -5; i <= 5; i++)
            boards
                .Move(x + w * i * 0.17, y)
                .Line(x + w * i * 0.17, Math.Abs(i) < 4 ? knee + u * 0.05 * Math.Abs(i) : eaves);
        layer.Stroke(boards, red.Darker(0.07), u * 0.014, 0.7);
        var roof = stage.Snowy ? light.On(new(0.96, 0.012, 240), distance) : light.On(new(0.45, 0.035, 50), distance);
        layer.Stroke(
            new PathData()
                .Move(x - w * 1.06, eaves + u * 0.06)
                .Line(x - w * 0.68, knee)
                .Line(x, top - u * 0.02)
                .Line(x + w * 0.68, knee)
                .Line(x + w * 1.06, eaves + u * 0.06),
            roof,
            u * 0.13
        );
        layer.Fill(new PathData().Rect(x - w * 0.42, y - u * 0.95, w * 0.84, u * 0.95), red.Darker(0.05));
        layer.Stroke(
            new PathData()
                .Rect(x - w * 0.42, y - u * 0.95, w * 0.84, u * 0.94)
                .Move(x, y)
                .Line(x, y - u * 0.95)
                .Move(x - w * 0.4, y - u * 0.93)
                .Line(x - w * 0.02, y - u * 0.03)
                .Move(x - w * 0.02, y - u * 0.93)
                .Line(x - w * 0.4, y - u * 0.03)
                .Move(x + w * 0.4, y - u * 0.93)
                .Line(x + w * 0.02, y - u * 0.03)
                .Move(x + w * 0.02, y - u * 0.93)
                .Line(x + w * 0.4, y - u * 0.03),
            white,
            u * 0.045
        );
        var loft = new PathData().Round(x - u * 0.2, y - u * 1.62, u * 0.4, u * 0.36, u * 0.04);
        layer.Fill(loft, light.LampsLit ? light.Lamp : light.On(new(0.36, 0.04, 40), distance));
        layer.Stroke(loft.Move(x, y - u * 1.62).Line(x, y - u * 1.26), white, u * 0.04);
    }

    /// <summary>A window with cross bars, lit from inside when <paramref name="lit"/> and lamps are.</summary>
    public static void Casement(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double height,
        double distance,
        bool lit,
        bool shutters
    )
    {
        var light = stage.Light;
        var frame = light.On(new Colour(0.96, 0.015, 85), distance);
        var bar = Math.Min(width, height) * 0.1;
        if (shutters)
            layer.Fill(
                new PathData()
                    .Rect(x - width * 0.92, y - height / 2, width * 0.36, height)
                    .Rect(x + width * 0.56, y - height / 2, width * 0.36, height),
                light.On(new(0.56, 0.09, 165), distance)
            );
        layer.Fill(
            new PathData().Rect(x - width / 2 - bar, y - height / 2 - bar, width + 2 * bar, height + 2 * bar),
            frame
        );
        layer.Fill(new PathData().Rect(x - width / 2, y - height / 2, width, height), Pane(light, distance, lit));
        layer.Fill(
            new PathData()
                .Rect(x - bar * 0.35, y - height / 2, bar * 0.7, height)
                .Rect(x - width / 2, y - bar * 0.35, width, bar * 0.7),
            frame
        );
    }

    public static Colour Pane(Light light, double distance, bool lit) =>
        light.LampsLit && lit ? light.Lamp : light.On(new Colour(0.7, 0.07, 235), distance).Mix(light.SkyMiddle, 0.25);

    public static void Door(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double height,
        double distance,
        ref Seed chance
    )
    {
        var colour = stage.Light.On(
            chance.Pick([new Colour(0.52, 0.1, 45), new(0.55, 0.12, 25), new(0.5, 0.08, 190), new(0.5, 0.09, 265)]),
            distance
        );
        PathData Arch(double by) =>
            new PathData()
                .Move(x - width / 2 - by, y)
                .Line(x - width / 2 - by, y - height + width / 2)
                .Arc(width / 2 + by, width / 2 + by, x + width / 2 + by, y - height + width / 2)
                .Line(x + width / 2 + by, y)
                .Close();
        layer.Fill(Arch(width * 0.1), stage.Light.On(new(0.95, 0.02, 85), distance));
        layer.Fill(Arch(0), stage.Canvas.Down(colour.Lighter(0.03), colour.Darker(0.03)));
        layer.Fill(
            new PathData().Circle(x + width * 0.3, y - height * 0.42, width * 0.07),
            stage.Light.On(new(0.85, 0.12, 85), distance)
        );
    }

    /// <summary>Snow lying on a roof that widens from its ridge, with a soft lower edge.</summary>
    public static void SnowCap(
        Stage stage,
        Layer layer,
        double x,
        double ridge,
        double top,
        double half,
        double depth,
        double distance
    )
    {
        var path = new PathData().Move(x - top, ridge - depth * 0.12).Line(x + top, ridge - depth * 0.12);
        const int Lobes = 9;
        var reach = top + (half - top) * 0.5;
        path.Line(x + reach, ridge + depth * 0.85);
        for (var i = 1; i <= Lobes; i++)
        {
            var to = x + reach - 2 * reach * i / Lobes;
            path.Arc(reach / Lobes, depth * (i % 2 == 0 ? 0.18 : 0.3), to, ridge + depth * 0.85);
        }
        layer.Fill(path.Close(), stage.Light.On(new Colour(0.97, 0.012, 240), distance));
    }

    private static void RoofRows(
        Layer layer,
        double x,
        double ridge,
        double eaves,
        double top,
        double foot,
        Colour roof
    )
    {
        var rows = new PathData();
        for (var i = 1; i < 5; i++)
        {
            var t = i / 5.0;
            var half = top + (foot - top) * t;
            rows.Move(x - half, ridge + (eaves - ridge) * t).Line(x + half, ridge + (eaves - ridge) * t);
        }
        layer.Stroke(rows, roof.Darker(0.07), (eaves - ridge) * 0.02, 0.6);
    }

    private static void Chimney(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double u,
        double distance,
        ref Seed chance
    )
    {
        var brick = stage.Light.On(new Colour(0.55, 0.1, 35), distance);
        if (stage.Snowy || stage.Light.Time != TimeOfDay.Day)
        {
            var puffs = new PathData();
            double px = x,
                py = y - u * 0.5;
            for (var i = 0; i < 5; i++)
            {
                puffs.Circle(px, py, u * (0.06 + 0.025 * i));
                px += stage.Side * u * chance.Between(0.05, 0.12);
                py -= u * 0.13;
            }
            layer.Fill(puffs, stage.Light.On(new Colour(0.95, 0.01, 250), 0.3), 0.65);
        }
        layer.Fill(new PathData().Rect(x - u * 0.11, y - u * 0.45, u * 0.22, u * 0.6), brick);
        layer.Fill(
            new PathData().Rect(x - u * 0.14, y - u * 0.48, u * 0.28, u * 0.08),
            stage.Snowy ? stage.Light.On(new(0.97, 0.01, 240), distance) : brick.Darker(0.07)
        );
    }
}
