using System.Text;

namespace Atelier.Drawing.Backdrops;

/// <summary>
/// The d of an SVG path, points to one decimal. Takes page coordinates and writes steps relative to the last point, in
/// whole tenths so that nothing drifts: half the bytes.
/// </summary>
internal sealed class PathData
{
    private readonly StringBuilder _text = new();
    private (long X, long Y) _start;
    private (long X, long Y) _at;

    public PathData Move(double x, double y)
    {
        var to = Tenths(x, y);
        _text.Append('m');
        Step(to);
        _start = _at = to;
        return this;
    }

    public PathData Line(double x, double y)
    {
        var to = Tenths(x, y);
        if (to.Y == _at.Y)
            Number(_text.Append('h'), to.X - _at.X);
        else if (to.X == _at.X)
            Number(_text.Append('v'), to.Y - _at.Y);
        else
            Step(_text.Append('l'), to);
        _at = to;
        return this;
    }

    public PathData Quad(double cx, double cy, double x, double y)
    {
        Step(_text.Append('q'), Tenths(cx, cy));
        return Arrive(x, y);
    }

    public PathData Cubic(double ax, double ay, double bx, double by, double x, double y)
    {
        Step(_text.Append('c'), Tenths(ax, ay));
        Next(Tenths(bx, by));
        return Arrive(x, y);
    }

    public PathData Arc(double rx, double ry, double x, double y, bool clockwise = true, bool large = false)
    {
        Number(_text.Append('a'), Tenth(rx));
        Number(_text.Append(' '), Tenth(ry));
        _text.Append(large ? " 0 1" : " 0 0").Append(clockwise ? " 1" : " 0");
        return Arrive(x, y);
    }

    public PathData Close()
    {
        _text.Append('z');
        _at = _start;
        return this;
    }

    public PathData Ellipse(double cx, double cy, double rx, double ry) =>
        Move(cx - rx, cy).Arc(rx, ry, cx + rx, cy).Arc(rx, ry, cx - rx, cy).Close();

    public PathData Circle(double cx, double cy, double r) => Ellipse(cx, cy, r, r);

    public PathData Rect(double x, double y, double width, double height) =>
        Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public PathData Round(double x, double y, double width, double height, double r)
    {
        r = Math.Min(r, Math.Min(width, height) / 2);
        return Move(x + r, y)
            .Line(x + width - r, y)
            .Arc(r, r, x + width, y + r)
            .Line(x + width, y + height - r)
            .Arc(r, r, x + width - r, y + height)
            .Line(x + r, y + height)
            .Arc(r, r, x, y + height - r)
            .Line(x, y + r)
            .Arc(r, r, x + r, y)
            .Close();
    }

    public PathData Polygon(params ReadOnlySpan<(double X, double Y)> points)
    {
        Move(points[0].X, points[0].Y);
        foreach (var (x, y) in points[1..])
            Line(x, y);
        return Close();
    }

    /// <summary>Goes on from the current point through the points, smoothly (Catmull-Rom).</summary>
    public PathData Through(IReadOnlyList<(double X, double Y)> points)
    {
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (before, from) = (points[Math.Max(0, i - 1)], points[i]);
            var (to, after) = (points[i + 1], points[Math.Min(points.Count - 1, i + 2)]);
            Cubic(
                from.X + (to.X - before.X) / 6,
                from.Y + (to.Y - before.Y) / 6,
                to.X - (after.X - from.X) / 6,
                to.Y - (after.Y - from.Y) / 6,
                to.X,
                to.Y
            );
        }
        return this;
    }

    public override string ToString() => _text.ToString();

    private PathData Arrive(double x, double y)
    {
        var to = Tenths(x, y);
        Next(to);
        _at = to;
        return this;
    }

    private void Step((long X, long Y) to) => Step(_text, to);

    private void Step(StringBuilder text, (long X, long Y) to)
    {
        Number(text, to.X - _at.X);
        Apart(to.Y - _at.Y);
    }

    private void Next((long X, long Y) to)
    {
        Apart(to.X - _at.X);
        Apart(to.Y - _at.Y);
    }

    /// <summary>A minus sign already parts two numbers.</summary>
    private void Apart(long tenths) => Number(tenths < 0 ? _text : _text.Append(' '), tenths);

    private static (long X, long Y) Tenths(double x, double y) => (Tenth(x), Tenth(y));

    private static long Tenth(double value) => (long)Math.Round(value * 10);

    /// <summary>One decimal, without culture and without allocation.</summary>
    public static void Number(StringBuilder text, double value) => Number(text, Tenth(value));

    private static void Number(StringBuilder text, long tenths)
    {
        if (tenths < 0)
            text.Append('-');
        tenths = Math.Abs(tenths);
        text.Append(tenths / 10);
        if (tenths % 10 != 0)
            text.Append('.').Append((char)('0' + tenths % 10));
    }
}
