namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>House fronts side by side along a street. x is the left edge, y the pavement.</summary>
internal static class Facades
{
    internal enum Roof
    {
        Gable,
        Hip,
        Flat,
        Stepped,
    }

    /// <summary>One front: windows in rows, a door or a shop below.</summary>
    public static void Paint(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double height,
        Colour local,
        Roof roof,
        bool shop,
        double u,
        double distance,
        Seed chance
    )
    {
        var light = stage.Light;
        var wall = light.On(local, distance);
        var tile = light.On(chance.Pick(Houses.Tiles), distance);
        RoofOf(stage, layer, x, y - height, width, roof, tile, wall, u, distance, ref chance);
        layer.Fill(
            new PathData().Rect(x, y - height, width, height),
            stage.Canvas.Down(wall.Lighter(0.015), wall.Darker(0.02))
        );
        layer.Fill(
            new PathData().Rect(stage.Mirrored ? x + width * 0.93 : x, y - height, width * 0.07, height),
            wall.Darker(0.06),
            0.6
        );
        var ground = u * 0.98;
        var columns = Math.Max(2, (int)Math.Round(width / (u * 0.62)));
        var floors = Math.Max(1, (int)Math.Round((height - ground) / (u * 0.78)));
        Windows(stage, layer, x, y - height, width, height - ground, columns, floors, u, distance, ref chance);
        layer.Fill(new PathData().Rect(x, y - ground, width, u * 0.05), wall.Lighter(0.05));
        if (shop)
            Shop(stage, layer, x, y, width, u, distance, ref chance);
        else
        {
            var left = chance.Chance(0.5);
            Houses.Door(stage, layer, x + width * (left ? 0.28 : 0.72), y, u * 0.36, u * 0.78, distance, ref chance);
            Houses.Casement(
                stage,
                layer,
                x + width * (left ? 0.7 : 0.3),
                y - u * 0.5,
                u * 0.4,
                u * 0.42,
                distance,
                chance.Chance(0.7),
                false
            );
        }
        layer.Fill(new PathData().Rect(x, y - u * 0.06, width, u * 0.06), wall.Darker(0.14), 0.5);
    }

    private static void Windows(
        Stage stage,
        Layer layer,
        double x,
        double top,
        double width,
        double height,
        int columns,
        int floors,
        double u,
        double distance,
        ref Seed chance
    )
    {
        var (frames, lit, dark, bars, boxes, blooms) = (
            new PathData(),
            new PathData(),
            new PathData(),
            new PathData(),
            new PathData(),
            new PathData()
        );
        double w = Math.Min(u * 0.3, width / columns * 0.56),
            h = Math.Min(u * 0.44, height / floors * 0.62);
        var garden = chance.Chance(0.5) && !stage.Snowy;
        for (var floor = 0; floor < floors; floor++)
        for (var column = 0; column < columns; column++)
        {
            double cx = x + width * (column + 0.5) / columns,
                cy = top + height * (floor + 0.5) / floors;
            frames.Rect(cx - w * 0.6, cy - h * 0.57, w * 1.2, h * 1.16);
            (chance.Chance(0.62) ? lit : dark).Rect(cx - w / 2, cy - h / 2, w, h);
            bars.Rect(cx - w * 0.04, cy - h / 2, w * 0.08, h).Rect(cx - w / 2, cy - h * 0.12, w, h * 0.05);
            if (!garden || floor != floors - 1)
                continue;
            boxes.Rect(cx - w * 0.66, cy + h * 0.55, w * 1.32, h * 0.14);
            for (var i = 0; i < 5; i++)
                blooms.Circle(cx + w * (i - 2) * 0.27, cy + h * (0.53 - 0.05 * (i % 2)), w * 0.13);
        }
        var frame = stage.Light.On(new Colour(0.96, 0.015, 85), distance);
        layer.Fill(frames, frame);
        layer.Fill(lit, Houses.Pane(stage.Light, distance, true));
        layer.Fill(dark, Houses.Pane(stage.Light, distance, false));
        layer.Fill(bars, frame);
        layer.Fill(
            blooms,
            stage.Light.On(
                chance.Pick([new Colour(0.66, 0.2, 15), new(0.72, 0.15, 340), new(0.84, 0.15, 85)]),
                distance
            )
        );
        layer.Fill(boxes, stage.Light.On(new(0.5, 0.08, 50), distance));
    }

    private static void Shop(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double u,
        double distance,
        ref Seed chance
    )
    {
        var light = stage.Light;
        var frame = light.On(
            chance.Pick([new Colour(0.5, 0.1, 190), new(0.52, 0.13, 20), new(0.5, 0.09, 265), new(0.52, 0.1, 150)]),
            distance
        );
        layer.Fill(new PathData().Rect(x + width * 0.05, y - u * 0.8, width * 0.9, u * 0.8), frame);
        var doorLeft = chance.Chance(0.5);
        double glass = width * 0.52,
            gx = doorLeft ? x + width * 0.39 : x + width * 0.09;
        layer.Fill(new PathData().Rect(gx, y - u * 0.68, glass, u * 0.46), Houses.Pane(light, distance, true));
        var dx = doorLeft ? x + width * 0.11 : x + width * 0.68;
        layer.Fill(new PathData().Rect(dx, y - u * 0.68, width * 0.2, u * 0.66), frame.Darker(0.07));
        layer.Fill(
            new PathData().Rect(dx + width * 0.03, y - u * 0.62, width * 0.14, u * 0.34),
            Houses.Pane(light, distance, true)
        );
        var goods = new PathData();
        for (var i = 0; i < 5; i++)
            goods.Circle(gx + glass * (0.12 + 0.19 * i), y - u * 0.27, u * (0.05 + 0.012 * (i % 2)));
        layer.Fill(goods, light.On(new(0.74, 0.15, 60), distance));
        Awning(stage, layer, x + width * 0.03, y - u * 0.84, width * 0.94, u * 0.25, frame, distance);
    }

    private static void Awning(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        double height,
        Colour colour,
        double distance
    )
    {
        var white = stage.Light.On(new Colour(0.97, 0.012, 85), distance);
        var stripes = Math.Max(5, (int)Math.Round(width / (height * 0.75)) | 1);
        var (odd, even) = (new PathData(), new PathData());
        for (var i = 0; i < stripes; i++)
        {
            double a = x + width * i / stripes,
                b = x + width * (i + 1) / stripes;
            (i % 2 == 0 ? odd : even)
                .Move(a, y)
                .Line(b, y)
                .Line(b, y + height * 0.7)
                .Arc((b - a) / 2, height * 0.3, a, y + height * 0.7)
                .Close();
        }
        layer.Fill(odd, colour.Lighter(0.1));
        layer.Fill(even, white);
        layer.Fill(new PathData().Rect(x, y + height * 0.66, width, height * 0.05), colour.Darker(0.1), 0.25);
        if (stage.Snowy)
            layer.Fill(
                new PathData().Round(x, y - height * 0.12, width, height * 0.26, height * 0.12),
                stage.Light.On(new(0.97, 0.012, 240), distance)
            );
    }

    private static void RoofOf(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        Roof roof,
        Colour tile,
        Colour wall,
        double u,
        double distance,
        ref Seed chance
    )
    {
        var snow = stage.Light.On(new Colour(0.97, 0.012, 240), distance);
        var middle = x + width / 2;
        switch (roof)
        {
            case Roof.Gable:
                var peak = y - Math.Min(width * 0.52, u * 1.1);
                layer.Fill(new PathData().Polygon((x, y + 1), (middle, peak), (x + width, y + 1)), wall);
                layer.Fill(
                    new PathData().Circle(middle, y - (y - peak) * 0.36, u * 0.13),
                    stage.Light.On(new(0.96, 0.015, 85), distance)
                );
                layer.Fill(
                    new PathData().Circle(middle, y - (y - peak) * 0.36, u * 0.09),
                    Houses.Pane(stage.Light, distance, chance.Chance(0.5))
                );
                layer.Stroke(
                    new PathData()
                        .Move(x - u * 0.06, y + u * 0.05)
                        .Line(middle, peak)
                        .Line(x + width + u * 0.06, y + u * 0.05),
                    stage.Snowy ? snow : tile,
                    u * 0.12
                );
                break;
            case Roof.Hip:
                var high = u * 0.62;
                var hip = new PathData().Polygon(
                    (x - u * 0.08, y + 1),
                    (x + width * 0.16, y - high),
                    (x + width * 0.84, y - high),
                    (x + width + u * 0.08, y + 1)
                );
                layer.Fill(
                    new PathData().Rect(x + width * 0.64, y - high - u * 0.26, u * 0.22, u * 0.5),
                    tile.Darker(0.09)
                );
                layer.Fill(hip, stage.Canvas.Down(tile.Lighter(0.04), tile.Darker(0.03)));
                var rows = new PathData();
                for (var i = 1; i < 4; i++)
                    rows.Move(x + width * 0.16 * (1 - i / 4.0), y - high * (1 - i / 4.0))
                        .Line(x + width * (0.84 + 0.16 * i / 4), y - high * (1 - i / 4.0));
                layer.Stroke(rows, tile.Darker(0.08), u * 0.016, 0.6);
                if (stage.Snowy)
                    Houses.SnowCap(stage, layer, middle, y - high, width * 0.35, width * 0.5, high * 0.6, distance);
                break;
            case Roof.Stepped:
                var steps = new PathData().Move(x, y + 1);
                for (var i = 0; i < 4; i++)
                    steps.Line(x + width * 0.12 * i, y - u * 0.2 * i).Line(x + width * 0.12 * i, y - u * 0.2 * (i + 1));
                for (var i = 3; i >= 0; i--)
                    steps
                        .Line(x + width * (1 - 0.12 * i), y - u * 0.2 * (i + 1))
                        .Line(x + width * (1 - 0.12 * i), y - u * 0.2 * i);
                layer.Fill(steps.Line(x + width, y + 1).Close(), wall);
                layer.Fill(
                    new PathData().Round(middle - u * 0.1, y - u * 0.5, u * 0.2, u * 0.3, u * 0.1),
                    Houses.Pane(stage.Light, distance, chance.Chance(0.5))
                );
                if (stage.Snowy)
                    layer.Fill(
                        new PathData()
                            .Round(x + width * 0.35, y - u * 0.84, width * 0.3, u * 0.08, u * 0.04)
                            .Round(x - u * 0.01, y - u * 0.24, width * 0.12, u * 0.07, u * 0.03)
                            .Round(x + width * 0.88, y - u * 0.24, width * 0.12, u * 0.07, u * 0.03),
                        snow
                    );
                break;
            default:
                layer.Fill(
                    new PathData().Rect(x - u * 0.05, y - u * 0.14, width + u * 0.1, u * 0.16),
                    wall.Darker(0.07)
                );
                layer.Fill(
                    new PathData().Rect(x - u * 0.05, y - u * 0.14, width + u * 0.1, u * 0.05),
                    stage.Snowy ? snow : wall.Lighter(0.05)
                );
                break;
        }
    }
}
