namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>A rolling edge of land across the page, overscan included: it knows its height everywhere.</summary>
internal sealed class Hill
{
    private readonly Stage _stage;
    private readonly double _base;
    private readonly (double Height, double Length, double Phase)[] _waves;

    /// <param name="y">Mean height of the ridge.</param>
    /// <param name="height">How far it swings to either side, in points.</param>
    /// <param name="waves">About how many crests cross the page.</param>
    public Hill(Stage stage, string name, double y, double height, double waves = 1.5)
    {
        (_stage, _base) = (stage, y);
        var chance = stage.Seed.For(name);
        var length = stage.W / waves;
        _waves =
        [
            (height * 0.72, length, chance.Between(0, 2 * Math.PI)),
            (height * 0.28, length * chance.Between(0.42, 0.58), chance.Between(0, 2 * Math.PI)),
        ];
    }

    public double At(double x)
    {
        var y = _base;
        foreach (var (height, length, phase) in _waves)
            y += height * Math.Sin(2 * Math.PI * x / length + phase);
        return y;
    }

    public PathData Outline(double bottom) => Band(0, bottom);

    public void Paint(Layer layer, Colour top, Colour bottom) =>
        layer.Fill(Outline(_stage.Bottom), _stage.Canvas.Down((0, top, 1), (0.55, bottom, 1)));

    /// <summary>A lighter lip along the ridge, thinning out and swelling like brushwork.</summary>
    public void Rim(Layer layer, Colour colour, double thickness, double opacity = 0.35)
    {
        var upper = Points(0);
        var lower = Points(0)
            .Select((p, i) => (p.X, Y: p.Y + thickness * (0.55 + 0.45 * Math.Sin(i * 1.3 + _waves[0].Phase))))
            .Reverse()
            .ToList();
        var path = new PathData().Move(upper[0].X, upper[0].Y).Through(upper).Line(lower[0].X, lower[0].Y);
        layer.Fill(path.Through(lower).Close(), colour, opacity);
    }

    private PathData Band(double shift, double bottom)
    {
        var points = Points(shift);
        var path = new PathData().Move(_stage.Left, bottom).Line(points[0].X, points[0].Y).Through(points);
        return path.Line(_stage.Right, bottom).Close();
    }

    private List<(double X, double Y)> Points(double shift)
    {
        const int Count = 14;
        var points = new List<(double, double)>(Count + 1);
        for (var i = 0; i <= Count; i++)
        {
            var x = _stage.Left + (_stage.Right - _stage.Left) * i / Count;
            points.Add((x, At(x) + shift));
        }
        return points;
    }
}
