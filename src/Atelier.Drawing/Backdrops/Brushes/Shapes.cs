namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Outlines that several brushes share.</summary>
internal static class Shapes
{
    /// <summary>A four-pointed star.</summary>
    public static PathData Sparkle(PathData path, double x, double y, double r)
    {
        var waist = r * 0.14;
        return path.Move(x, y - r)
            .Quad(x + waist, y - waist, x + r, y)
            .Quad(x + waist, y + waist, x, y + r)
            .Quad(x - waist, y + waist, x - r, y)
            .Quad(x - waist, y - waist, x, y - r)
            .Close();
    }

    /// <summary>Flat below, three to five lumps above; (x, y) is the middle of its base.</summary>
    public static PathData Cloud(double x, double y, double width, double height, Seed chance)
    {
        var lumps = 3 + chance.Below(3);
        var end = height * 0.3;
        var path = new PathData().Move(x - width / 2 + end, y).Arc(end, end, x - width / 2 + end, y - 2 * end);
        double from = x - width / 2 + end,
            to = x + width / 2 - end;
        var at = from;
        var atY = y - 2 * end;
        for (var i = 1; i <= lumps; i++)
        {
            var next = from + (to - from) * (i + (i < lumps ? chance.Between(-0.18, 0.18) : 0)) / lumps;
            var rise = Math.Sin(Math.PI * i / lumps) * (height - 2 * end) * 0.55;
            var nextY = y - 2 * end - rise;
            var chord = Math.Sqrt((next - at) * (next - at) + (nextY - atY) * (nextY - atY));
            path.Arc(chord * 0.54, chord * 0.54, next, nextY);
            (at, atY) = (next, nextY);
        }
        return path.Arc(end, end, to, y).Close();
    }

    /// <summary>A leafy outline: lumps around an ellipse.</summary>
    public static PathData Blob(PathData path, double cx, double cy, double rx, double ry, int lumps, ref Seed chance)
    {
        Span<(double X, double Y)> points = stackalloc (double, double)[lumps];
        var turn = chance.Between(0, Math.PI);
        for (var i = 0; i < lumps; i++)
        {
            var angle = turn + 2 * Math.PI * (i + chance.Between(-0.2, 0.2)) / lumps;
            var reach = chance.Between(0.84, 0.96);
            points[i] = (cx + Math.Cos(angle) * rx * reach, cy + Math.Sin(angle) * ry * reach);
        }
        path.Move(points[0].X, points[0].Y);
        for (var i = 1; i <= lumps; i++)
        {
            var (from, to) = (points[i - 1], points[i % lumps]);
            var chord = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));
            path.Arc(chord * 0.6, chord * 0.6, to.X, to.Y);
        }
        return path.Close();
    }

    /// <summary>A pointed leaf from its stalk to its tip, <paramref name="belly"/> its half width as a share of length.</summary>
    public static PathData Leaf(PathData path, double x, double y, double tipX, double tipY, double belly)
    {
        double dx = tipX - x,
            dy = tipY - y;
        double mx = x + dx * 0.45,
            my = y + dy * 0.45;
        return path.Move(x, y)
            .Quad(mx - dy * belly * 2, my + dx * belly * 2, tipX, tipY)
            .Quad(mx + dy * belly * 2, my - dx * belly * 2, x, y)
            .Close();
    }
}
