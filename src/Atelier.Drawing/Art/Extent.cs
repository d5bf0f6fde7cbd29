namespace Atelier.Drawing.Art;

/// <summary>A bounding box that grows around points and curves under a transform.</summary>
internal sealed class Extent(Affine transform)
{
    private double _left = double.PositiveInfinity;
    private double _top = double.PositiveInfinity;
    private double _right = double.NegativeInfinity;
    private double _bottom = double.NegativeInfinity;

    public bool IsEmpty => _left > _right || _top > _bottom;

    public Box Box => IsEmpty ? default : new Box(_left, _top, _right - _left, _bottom - _top);

    public void Point(double x, double y)
    {
        (x, y) = transform.Apply(x, y);
        Include(x, y);
    }

    public void Cubic(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3)
    {
        // Curves are affine-invariant: transform the control points, then find the exact extremes.
        (x0, y0) = transform.Apply(x0, y0);
        (x1, y1) = transform.Apply(x1, y1);
        (x2, y2) = transform.Apply(x2, y2);
        (x3, y3) = transform.Apply(x3, y3);
        Include(x0, y0);
        Include(x3, y3);
        Span<double> turns = stackalloc double[4];
        var count = Turns(x0, x1, x2, x3, turns);
        count += Turns(y0, y1, y2, y3, turns[count..]);
        foreach (var t in turns[..count])
            Include(At(x0, x1, x2, x3, t), At(y0, y1, y2, y3, t));
    }

    public void Ellipse(double cx, double cy, double rx, double ry)
    {
        // The extremes of an ellipse under an affine map, in closed form.
        var (x, y) = transform.Apply(cx, cy);
        var w = Math.Sqrt(Sq(transform.A * rx) + Sq(transform.C * ry));
        var h = Math.Sqrt(Sq(transform.B * rx) + Sq(transform.D * ry));
        Include(x - w, y - h);
        Include(x + w, y + h);
    }

    private static double Sq(double v) => v * v;

    private static double At(double a, double b, double c, double d, double t)
    {
        var s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private static int Turns(double p0, double p1, double p2, double p3, Span<double> into)
    {
        var a = -p0 + 3 * p1 - 3 * p2 + p3;
        var b = 2 * (p0 - 2 * p1 + p2);
        var c = p1 - p0;
        var count = 0;
        if (Math.Abs(a) < 1e-12)
        {
            if (Math.Abs(b) > 1e-12)
                Keep(-c / b, into, ref count);
            return count;
        }
        var root = b * b - 4 * a * c;
        if (root < 0)
            return 0;
        root = Math.Sqrt(root);
        Keep((-b + root) / (2 * a), into, ref count);
        Keep((-b - root) / (2 * a), into, ref count);
        return count;
    }

    private static void Keep(double t, Span<double> into, ref int count)
    {
        if (t is > 0 and < 1)
            into[count++] = t;
    }

    private void Include(double x, double y)
    {
        _left = Math.Min(_left, x);
        _top = Math.Min(_top, y);
        _right = Math.Max(_right, x);
        _bottom = Math.Max(_bottom, y);
    }
}
