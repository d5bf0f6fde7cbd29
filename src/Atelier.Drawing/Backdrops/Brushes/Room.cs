namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Walls, floors, and a row of things along the wall.</summary>
internal static class Room
{
    /// <summary>A thing that stands along the wall: its width in points, and how to paint it around x.</summary>
    internal sealed record Piece(double Width, Action<double> Paint);

    public static void Wall(Stage stage, Colour local, Seed chance)
    {
        var light = stage.Light;
        var wall = light.On(local);
        stage.Sky.Fill(
            new PathData().Rect(stage.Left, stage.Top, stage.Right - stage.Left, stage.Bottom - stage.Top),
            stage.Canvas.Down(wall.Lighter(light.IsNight ? -0.03 : 0.03), wall.Darker(0.02))
        );
        var pattern = new PathData();
        var step = stage.ScaleAt(stage.Horizon) * 0.42;
        switch (chance.Below(3))
        {
            case 0:
                for (var x = stage.Left + step * 0.3; x < stage.Right; x += step)
                    pattern.Rect(x, stage.Top, step * 0.45, stage.Horizon - stage.Top);
                stage.Sky.Fill(pattern, wall.Lighter(0.03), 0.55);
                break;
            case 1:
                for (var row = 0; stage.Horizon - step * (row + 0.6) > stage.Top; row++)
                for (var x = stage.Left + step * (0.3 + row % 2 * 0.5); x < stage.Right; x += step)
                    pattern.Circle(x, stage.Horizon - step * (row + 0.6), step * 0.055);
                stage.Sky.Fill(pattern, wall.Darker(0.06), 0.6);
                break;
            default:
                for (var row = 0; stage.Horizon - step * (row + 0.7) > stage.Top; row++)
                for (var x = stage.Left + step * (0.3 + row % 2 * 0.5); x < stage.Right; x += step)
                    Shapes.Sparkle(pattern, x, stage.Horizon - step * (row + 0.7), step * 0.11);
                stage.Sky.Fill(pattern, wall.Lighter(0.06), 0.7);
                break;
        }
    }

    /// <summary>Where a wall would be too high for a child's room, a ceiling with a moulding.</summary>
    public static void Ceiling(Stage stage, double u)
    {
        var y = stage.Horizon - u * 2.9;
        if (y < stage.H * 0.04)
            return;
        var plaster = stage.Light.On(Furniture.Cream.Lighter(0.015));
        var all = stage.Everything;
        stage.Sky.Fill(
            new PathData().Rect(all.X, all.Y, all.Width, y - all.Y),
            stage.Canvas.Down(plaster.Darker(0.02), plaster.Darker(0.045))
        );
        stage.Sky.Fill(new PathData().Rect(all.X, y - u * 0.1, all.Width, u * 0.16), plaster);
        stage.Sky.Fill(new PathData().Rect(all.X, y + u * 0.06, all.Width, u * 0.035), plaster.Darker(0.09), 0.6);
    }

    public static void Boards(Stage stage, Colour local)
    {
        var floor = stage.Light.On(local);
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, stage.Horizon, stage.Right - stage.Left, stage.Bottom - stage.Horizon),
            stage.Canvas.Down(floor.Darker(0.03), floor.Lighter(0.015))
        );
        var seams = new PathData();
        var vanishing = (X: stage.W / 2, Y: stage.Horizon - stage.H * 0.75);
        var spread = (stage.Bottom - vanishing.Y) / (stage.Horizon - vanishing.Y);
        var step = stage.W / 9;
        for (var i = -12; i <= 12; i++)
            seams.Move(vanishing.X + i * step, stage.Horizon).Line(vanishing.X + i * step * spread, stage.Bottom);
        stage.Ground.Stroke(seams, floor.Darker(0.07), stage.Unit * 0.3, 0.6);
    }

    public static void Tiles(Stage stage, Colour light, Colour dark)
    {
        var (pale, deep) = (stage.Light.On(light), stage.Light.On(dark));
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, stage.Horizon, stage.Right - stage.Left, stage.Bottom - stage.Horizon),
            stage.Canvas.Down(pale.Darker(0.03), pale)
        );
        var squares = new PathData();
        double vanishX = stage.W / 2,
            vanishY = stage.Horizon - stage.H * 0.7;
        var step = stage.W / 7;
        double Row(int r) =>
            stage.Horizon + (stage.Bottom - stage.Horizon) * (Math.Pow(1.25, r) - 1) / (Math.Pow(1.25, 6) - 1);
        double At(int i, double y) => vanishX + i * step * (y - vanishY) / (stage.Horizon - vanishY);
        for (var r = 0; r < 6; r++)
        for (var i = -9; i < 9; i++)
            if ((i + r) % 2 == 0)
                squares.Polygon(
                    (At(i, Row(r)), Row(r)),
                    (At(i + 1, Row(r)), Row(r)),
                    (At(i + 1, Row(r + 1)), Row(r + 1)),
                    (At(i, Row(r + 1)), Row(r + 1))
                );
        stage.Ground.Fill(squares, deep, 0.55);
    }

    public static void Skirting(Stage stage, Colour local)
    {
        var board = stage.Light.On(local);
        var height = stage.ScaleAt(stage.Horizon) * 0.1;
        stage.Far.Fill(
            new PathData().Rect(stage.Left, stage.Horizon - height, stage.Right - stage.Left, height),
            board
        );
        stage.Far.Fill(
            new PathData().Rect(stage.Left, stage.Horizon - height, stage.Right - stage.Left, height * 0.22),
            board.Lighter(0.04)
        );
        stage.Ground.Fill(
            new PathData().Rect(stage.Left, stage.Horizon, stage.Right - stage.Left, height * 0.9),
            stage.Canvas.Down(
                (0, stage.Light.On(new Colour(0.3, 0.04, 40)), 0.3),
                (1, stage.Light.On(new Colour(0.3, 0.04, 40)), 0)
            )
        );
    }

    /// <summary>Sets as many pieces as the wall holds, most wanted first, in an order of the seed's choosing.</summary>
    public static void Row(Stage stage, IReadOnlyList<Piece> wanted, Seed chance)
    {
        var room = stage.W * 0.98;
        var chosen = new List<Piece>();
        foreach (var piece in wanted)
        {
            if (piece.Width * 1.06 > room)
                continue;
            room -= piece.Width * 1.06;
            chosen.Insert(chance.Below(chosen.Count + 1), piece);
        }
        var gap = (stage.W * 0.98 - chosen.Sum(p => p.Width)) / (chosen.Count + 1);
        var x = stage.W * 0.01;
        foreach (var piece in chosen)
        {
            x += gap;
            piece.Paint(x + piece.Width / 2);
            x += piece.Width;
        }
    }

    public static void Rug(Stage stage, double x, double y, double rx, Colour local, bool striped)
    {
        var colour = stage.Light.On(local);
        var ry = rx * 0.24;
        stage.Ground.Fill(new PathData().Ellipse(x, y + ry * 0.05, rx * 1.01, ry * 1.03), colour.Darker(0.13));
        stage.Ground.Fill(new PathData().Ellipse(x, y, rx, ry), colour);
        stage.Ground.Fill(
            new PathData().Ellipse(x, y, rx * 0.86, ry * 0.84),
            stage.Light.On(local.Lighter(0.12).Richer(0.6))
        );
        stage.Ground.Fill(new PathData().Ellipse(x, y, rx * 0.78, ry * 0.75), colour);
        if (striped)
            stage.Ground.Fill(
                new PathData().Ellipse(x, y, rx * 0.5, ry * 0.47),
                stage.Light.On(local.Turned(40).Lighter(0.08))
            );
    }
}
