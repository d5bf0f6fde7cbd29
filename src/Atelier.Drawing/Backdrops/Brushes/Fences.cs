namespace Atelier.Drawing.Backdrops.Brushes;

internal static class Fences
{
    /// <summary>Posts and two rails across the page, open at <paramref name="gate"/> (a share of the width).</summary>
    public static void Rails(Stage stage, Layer layer, double y, double height, double gate)
    {
        var chance = stage.Seed.For("fence");
        var wood = stage.Light.On(new Colour(0.86, 0.035, 75));
        var (posts, rails, caps) = (new PathData(), new PathData(), new PathData());
        double step = height * 1.15,
            w = height * 0.15;
        double open = stage.X(1 - gate) - step * 0.9,
            close = open + step * 1.2;
        for (var x = stage.Left; x < stage.Right; x += step)
        {
            if (x > open && x < close)
                continue;
            var tall = height * chance.Between(0.95, 1.05);
            posts.Round(x - w / 2, y - tall, w, tall, w * 0.4);
            caps.Round(x - w * 0.6, y - tall - w * 0.2, w * 1.2, w * 0.6, w * 0.3);
            if (x + step <= stage.Right && !(x + step > open && x + step < close))
                foreach (var at in (ReadOnlySpan<double>)[0.4, 0.78])
                    rails.Rect(x, y - height * at - w * 0.35, step, w * 0.7);
        }
        layer.Fill(rails, wood.Darker(0.04));
        layer.Fill(posts, wood);
        if (stage.Snowy)
            layer.Fill(caps, stage.Light.On(new(0.975, 0.01, 240)));
    }
}
