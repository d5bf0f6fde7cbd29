namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Castle walls and towers. x is the middle, y the foot.</summary>
internal sealed class Fortress(Stage stage, Layer layer, Colour stone, Colour roof, Colour cloth, double distance)
{
    private Light Light => stage.Light;

    public void Tower(double x, double y, double width, double height, bool pointed, ref Seed chance)
    {
        var wall = Light.On(stone, distance);
        double half = width / 2,
            top = y - height,
            head = width * 0.62;
        layer.Fill(
            new PathData().Rect(x - half, top, width, height),
            stage.Canvas.Across(
                (0, wall.Darker(stage.Mirrored ? 0 : 0.07), 1),
                (0.55, wall.Lighter(0.02), 1),
                (1, wall.Darker(stage.Mirrored ? 0.07 : 0), 1)
            )
        );
        Blocks(x - half, top + head, width, height - head, ref chance);
        layer.Fill(
            new PathData().Polygon(
                (x - half * 1.22, top - head * 0.2),
                (x + half * 1.22, top - head * 0.2),
                (x + half * 1.22, top + head * 0.35),
                (x + half, top + head * 0.6),
                (x - half, top + head * 0.6),
                (x - half * 1.22, top + head * 0.35)
            ),
            wall.Darker(0.035)
        );
        Battlements(x - half * 1.22, top - head * 0.2, width * 1.22, wall.Darker(0.02));
        Slit(x, top + head * 1.1, width * 0.2);
        if (height > width * 2.4)
            Slit(x, top + head * 2.3, width * 0.18);
        if (pointed)
            Cone(x, top - head * 0.28, width * 0.66, width * chance.Between(1.1, 1.45));
    }

    public void Wall(double left, double y, double width, double height, ref Seed chance)
    {
        var wall = Light.On(stone, distance);
        layer.Fill(
            new PathData().Rect(left, y - height, width, height),
            stage.Canvas.Down(wall.Lighter(0.02), wall.Darker(0.05))
        );
        Battlements(left, y - height, width, wall.Lighter(0.01));
        Blocks(left, y - height, width, height, ref chance);
    }

    /// <summary>The gate: an arch with a portcullis and doors of wood, warm light within at night.</summary>
    public void Gate(double x, double y, double width, double height)
    {
        PathData Arch(double by) =>
            new PathData()
                .Move(x - width / 2 - by, y)
                .Line(x - width / 2 - by, y - height + width / 2)
                .Arc(width / 2 + by, width / 2 + by, x + width / 2 + by, y - height + width / 2)
                .Line(x + width / 2 + by, y)
                .Close();
        layer.Fill(Arch(width * 0.16), Light.On(stone.Darker(0.1), distance));
        layer.Fill(
            Arch(0),
            Light.LampsLit ? Light.Lamp.Mix(Light.On(new(0.5, 0.1, 50)), 0.35) : Light.On(new(0.36, 0.05, 45), distance)
        );
        var bars = new PathData();
        for (var i = 1; i < 6; i++)
            bars.Move(x - width / 2 + width * i / 6, y - height * (i is 1 or 5 ? 0.8 : 0.96))
                .Line(x - width / 2 + width * i / 6, y - height * 0.52);
        for (var i = 0; i < 3; i++)
            bars.Move(x - width * 0.47, y - height * (0.58 + 0.11 * i))
                .Line(x + width * 0.47, y - height * (0.58 + 0.11 * i));
        layer.Stroke(bars, Light.On(new(0.3, 0.03, 50), distance), width * 0.05);
    }

    public void Banner(double x, double top, double width, double length)
    {
        var colour = Light.On(cloth, distance);
        layer.Fill(
            new PathData().Polygon(
                (x - width / 2, top),
                (x + width / 2, top),
                (x + width / 2, top + length),
                (x, top + length * 0.82),
                (x - width / 2, top + length)
            ),
            stage.Canvas.Down(colour.Lighter(0.03), colour.Darker(0.04))
        );
        layer.Fill(
            Shapes.Sparkle(new(), x, top + length * 0.38, width * 0.32),
            Light.On(new(0.86, 0.14, 88), distance)
        );
        layer.Stroke(
            new PathData().Move(x - width * 0.62, top).Line(x + width * 0.62, top),
            Light.On(new(0.5, 0.08, 55), distance),
            width * 0.1
        );
    }

    private void Cone(double x, double y, double half, double height)
    {
        var tile = Light.On(roof, distance);
        var cone = new PathData()
            .Move(x - half, y)
            .Quad(x - half * 0.3, y - height * 0.4, x, y - height)
            .Quad(x + half * 0.3, y - height * 0.4, x + half, y)
            .Quad(x, y + half * 0.24, x - half, y)
            .Close();
        layer.Fill(
            cone,
            stage.Canvas.Across(
                (0, tile.Darker(stage.Mirrored ? -0.03 : 0.06), 1),
                (1, tile.Darker(stage.Mirrored ? 0.06 : -0.03), 1)
            )
        );
        if (stage.Snowy)
            layer.Fill(
                new PathData()
                    .Move(x - half * 0.42, y - height * 0.42)
                    .Quad(x - half * 0.16, y - height * 0.6, x, y - height)
                    .Quad(x + half * 0.16, y - height * 0.6, x + half * 0.42, y - height * 0.42)
                    .Quad(x + half * 0.1, y - height * 0.3, x, y - height * 0.42)
                    .Quad(x - half * 0.2, y - height * 0.28, x - half * 0.42, y - height * 0.42)
                    .Close(),
                Light.On(new(0.97, 0.01, 240), distance)
            );
        layer.Stroke(
            new PathData().Move(x, y - height * 0.97).Line(x, y - height - half * 0.7),
            Light.On(new(0.45, 0.05, 60), distance),
            half * 0.06
        );
        var s = stage.Side;
        layer.Fill(
            new PathData()
                .Move(x, y - height - half * 0.7)
                .Quad(x + s * half * 0.3, y - height - half * 0.78, x + s * half * 0.75, y - height - half * 0.5)
                .Quad(x + s * half * 0.3, y - height - half * 0.42, x, y - height - half * 0.3)
                .Close(),
            Light.On(cloth, distance)
        );
    }

    private void Battlements(double left, double y, double width, Colour wall)
    {
        var teeth = Math.Max(3, (int)Math.Round(width / (stage.NearScale * 0.09)) | 1);
        var path = new PathData();
        var step = width / teeth;
        for (var i = 0; i < teeth; i += 2)
            path.Rect(left + i * step, y - step * 0.9, step, step * 1.1);
        layer.Fill(path, wall);
        if (!stage.Snowy)
            return;
        var caps = new PathData();
        for (var i = 0; i < teeth; i += 2)
            caps.Round(left + i * step, y - step * 1.1, step, step * 0.34, step * 0.15);
        layer.Fill(caps, Light.On(new(0.97, 0.01, 240), distance));
    }

    private void Blocks(double left, double top, double width, double height, ref Seed chance)
    {
        var size = stage.NearScale * 0.055;
        var (pale, dark) = (new PathData(), new PathData());
        var count = (int)(width * height / (size * size * 16));
        for (var i = 0; i < count; i++)
        {
            var x = left + size * 0.4 + chance.Unit() * Math.Max(0, width - size * 2.4);
            (i % 2 == 0 ? pale : dark).Round(
                x,
                top + chance.Unit() * (height - size),
                size * 1.6,
                size * 0.72,
                size * 0.15
            );
        }
        var wall = Light.On(stone, distance);
        layer.Fill(pale, wall.Lighter(0.045), 0.8);
        layer.Fill(dark, wall.Darker(0.055), 0.7);
    }

    private void Slit(double x, double y, double width) =>
        layer.Fill(
            new PathData()
                .Move(x - width / 2, y + width * 1.7)
                .Line(x - width / 2, y)
                .Arc(width / 2, width / 2, x + width / 2, y)
                .Line(x + width / 2, y + width * 1.7)
                .Close(),
            Light.LampsLit ? Light.Lamp : Light.On(new(0.4, 0.045, 265), distance)
        );
}
