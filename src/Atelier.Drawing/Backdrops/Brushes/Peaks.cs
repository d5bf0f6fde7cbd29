namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Rock: mountains with a lit and a shaded face, mesas, boulders.</summary>
internal static class Peaks
{
    /// <param name="snow">Share of the height that is snow, 0 for none.</param>
    public static void Paint(
        Stage stage,
        Layer layer,
        double x,
        double foot,
        double half,
        double height,
        Colour rock,
        double distance,
        double snow,
        ref Seed chance
    )
    {
        var lean = chance.Between(-0.12, 0.12) * half;
        var summit = (X: x + lean, Y: foot - height);
        var left = Slope(summit, (x - half, foot), ref chance);
        var right = Slope(summit, (x + half, foot), ref chance);
        var face = stage.Light.On(rock.Lighter(0.04), distance);
        var base_ = stage.Light.On(rock.Lighter(0.05), Math.Min(1, distance + 0.35));
        layer.Fill(Along(left, right), stage.Canvas.Down((0, face, 1), (1, base_, 1)));
        var spine = new List<(double X, double Y)> { summit };
        for (var i = 1; i <= 4; i++)
            spine.Add((summit.X + half * (i % 2 == 0 ? 0.02 : 0.13) * i * 0.5 * stage.Side, summit.Y + height * i / 4));
        var shade = stage.Light.On(rock.Darker(0.06), distance);
        var dark = stage.Mirrored ? right : left; // away from the sun
        layer.Fill(Along(dark, spine), stage.Canvas.Down((0, shade, 0.9), (1, base_, 0.7)));
        if (snow > 0)
            Snow(stage, layer, summit, left, right, height * snow, distance, ref chance);
    }

    /// <summary>A flat-topped butte with bands of rock.</summary>
    public static void Mesa(
        Stage stage,
        Layer layer,
        double x,
        double foot,
        double half,
        double height,
        Colour rock,
        double distance,
        ref Seed chance
    )
    {
        var colour = stage.Light.On(rock, distance);
        double top = foot - height,
            shoulder = foot - height * 0.36,
            cut = half * chance.Between(0.62, 0.74);
        var butte = new PathData()
            .Move(x - half, foot)
            .Quad(x - half * 0.8, shoulder + height * 0.02, x - cut, shoulder)
            .Line(x - cut * 0.94, top + height * 0.03)
            .Quad(x - cut * 0.9, top, x - cut * 0.8, top)
            .Line(x + cut * 0.84, top + height * 0.015)
            .Quad(x + cut * 0.93, top + height * 0.02, x + cut * 0.95, top + height * 0.08)
            .Line(x + cut, shoulder)
            .Quad(x + half * 0.8, shoulder + height * 0.02, x + half, foot)
            .Close();
        layer.Fill(butte, stage.Canvas.Down(colour.Lighter(0.04), colour.Darker(0.02)));
        layer.Group(
            stage.Canvas.Clip(butte),
            () =>
            {
                var bands = new PathData();
                foreach (var at in (ReadOnlySpan<double>)[0.16, 0.34, 0.62])
                    bands.Rect(x - half, top + height * at, half * 2, height * 0.055);
                layer.Fill(bands, colour.Lighter(0.06), 0.55);
                var shade = stage.Mirrored ? x + cut * 0.35 : x - half;
                layer.Fill(
                    new PathData().Rect(shade, top, stage.Mirrored ? half : half - cut * 0.35, height),
                    colour.Darker(0.1),
                    0.35
                );
            }
        );
    }

    /// <summary>A boulder sitting on (x, y).</summary>
    public static void Boulder(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double width,
        Colour rock,
        double distance,
        ref Seed chance
    )
    {
        var colour = stage.Light.On(rock, distance);
        var h = width * chance.Between(0.5, 0.72);
        double w = width / 2,
            peak = chance.Between(-0.3, 0.3) * w;
        Trees.Shadow(stage, layer, x, y, w * 1.15);
        var outline = new PathData()
            .Move(x - w, y)
            .Quad(x - w * 1.02, y - h * 0.6, x - w * 0.55, y - h * 0.85)
            .Quad(x + peak, y - h * 1.15, x + w * 0.5, y - h * 0.8)
            .Quad(x + w * 1.03, y - h * 0.5, x + w, y)
            .Quad(x, y + h * 0.12, x - w, y)
            .Close();
        layer.Fill(outline, stage.Canvas.Down(colour.Lighter(0.05), colour.Darker(0.06)));
        var facet = new PathData()
            .Move(x + peak * 0.5, y - h * 0.62)
            .Quad(x + stage.Side * w * 0.4, y - h * 0.9, x + stage.Side * w * 0.55, y - h * 0.72)
            .Quad(x + stage.Side * w * 0.5, y - h * 0.4, x + peak * 0.5, y - h * 0.62)
            .Close();
        layer.Fill(facet, colour.Lighter(0.1), 0.7);
        if (stage.Snowy)
        {
            var cap = new PathData()
                .Move(x - w * 0.7, y - h * 0.7)
                .Quad(x + peak, y - h * 1.3, x + w * 0.66, y - h * 0.66)
                .Quad(x + w * 0.3, y - h * 0.78, x, y - h * 0.68)
                .Quad(x - w * 0.3, y - h * 0.84, x - w * 0.7, y - h * 0.7)
                .Close();
            layer.Fill(cap, stage.Light.On(new(0.97, 0.01, 240), distance));
        }
    }

    private static List<(double X, double Y)> Slope((double X, double Y) from, (double X, double Y) to, ref Seed chance)
    {
        var points = new List<(double X, double Y)> { from };
        for (var i = 1; i < 5; i++)
        {
            var t = i / 5.0;
            var bulge = (i % 2 == 0 ? 1 : -1) * chance.Between(0.01, 0.045);
            points.Add((from.X + (to.X - from.X) * (t + bulge), from.Y + (to.Y - from.Y) * (t - bulge * 0.4)));
        }
        points.Add(to);
        return points;
    }

    private static PathData Along(List<(double X, double Y)> down, List<(double X, double Y)> other)
    {
        var path = new PathData().Move(down[0].X, down[0].Y);
        foreach (var (x, y) in down.Skip(1))
            path.Line(x, y);
        foreach (var (x, y) in Enumerable.Reverse(other))
            path.Line(x, y);
        return path.Close();
    }

    private static void Snow(
        Stage stage,
        Layer layer,
        (double X, double Y) summit,
        List<(double X, double Y)> left,
        List<(double X, double Y)> right,
        double depth,
        double distance,
        ref Seed chance
    )
    {
        var (a, b) = (OnSlope(left, summit.Y + depth), OnSlope(right, summit.Y + depth * 0.9));
        var cap = new List<(double X, double Y)> { summit };
        cap.AddRange(left.Where(p => p.Y > summit.Y && p.Y < summit.Y + depth));
        cap.Add((a, summit.Y + depth));
        for (var i = 1; i < 7; i++)
        {
            var dip = i % 2 == 1 ? chance.Between(-0.34, -0.18) : chance.Between(0.05, 0.25);
            cap.Add((a + (b - a) * i / 7, summit.Y + depth * (0.95 + dip)));
        }
        cap.Add((b, summit.Y + depth * 0.9));
        cap.AddRange(right.Where(p => p.Y > summit.Y && p.Y < summit.Y + depth * 0.9).Reverse());
        var white = stage.Light.On(new Colour(0.975, 0.012, 240), distance * 0.6);
        layer.Fill(new PathData().Polygon([.. cap]), white);
        var middle = summit.X + (stage.Mirrored ? 1 : -1) * depth * 0.06;
        var dark = stage.Mirrored ? right : left;
        var edge = stage.Mirrored ? b : a;
        var shade = new List<(double X, double Y)> { summit };
        shade.AddRange(dark.Where(p => p.Y > summit.Y && p.Y < summit.Y + depth * 0.85));
        shade.Add((edge + (middle - edge) * 0.12, summit.Y + depth * 0.86));
        shade.Add(((edge + middle) / 2, summit.Y + depth * 0.62));
        shade.Add((middle, summit.Y + depth * 0.72));
        layer.Fill(
            new PathData().Polygon([.. shade]),
            stage.Light.On(new Colour(0.86, 0.04, 250), distance * 0.7),
            0.8
        );
    }

    private static double OnSlope(List<(double X, double Y)> slope, double y)
    {
        for (var i = 1; i < slope.Count; i++)
            if (slope[i].Y >= y)
                return slope[i - 1].X
                    + (slope[i].X - slope[i - 1].X) * (y - slope[i - 1].Y) / (slope[i].Y - slope[i - 1].Y);
        return slope[^1].X;
    }
}
