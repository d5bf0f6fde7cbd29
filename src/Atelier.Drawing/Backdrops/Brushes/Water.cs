namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Open water seen from the shore.</summary>
internal static class Water
{
    public static readonly Colour Sea = new(0.7, 0.1, 222);

    /// <summary>Fills from <paramref name="top"/> to <paramref name="bottom"/> with rows of waves and the sun's road.</summary>
    public static void Paint(Stage stage, Layer layer, double top, double bottom)
    {
        var light = stage.Light;
        // Water is half sky: at sunset a blue of its own would only turn grey.
        var share = light.Time == TimeOfDay.Evening ? 0.75 : 0.25;
        var mirrored = light.SkyTop.Mix(light.SkyMiddle, 0.4);
        var sea = light.On(Sea).Mix(mirrored.Darker(light.Time == TimeOfDay.Evening ? 0.06 : 0), share);
        var far = sea.Mix(light.SkyMiddle, 0.5);
        layer.Fill(
            new PathData().Rect(stage.Left, top, stage.Right - stage.Left, bottom - top),
            stage.Canvas.Down((0, far, 1), (0.5, sea, 1), (1, sea.Lighter(0.06).Turned(-15), 1))
        );
        Road(stage, layer, top, bottom);
        var chance = stage.Seed.For("waves");
        for (var row = 0; row < 6; row++)
        {
            var t = (row + 0.5) / 6;
            var y = top + (bottom - top) * t * t;
            var path = new PathData();
            var width = stage.W * (0.05 + 0.09 * t);
            for (var x = stage.Left + chance.Between(0, width); x < stage.Right; x += width * chance.Between(1.5, 3.2))
            {
                var lift = width * 0.09;
                path.Move(x, y)
                    .Quad(x + width * 0.25, y - lift * 2, x + width * 0.5, y)
                    .Quad(x + width * 0.75, y + lift * 2, x + width, y)
                    .Quad(x + width * 0.75, y + lift * 0.8, x + width * 0.5, y - lift * 0.6)
                    .Quad(x + width * 0.25, y - lift * 3, x, y)
                    .Close();
            }
            layer.Fill(path, light.On(new Colour(0.93, 0.04, 210), 0.3 * (1 - t)), 0.3 + 0.35 * t);
        }
    }

    /// <summary>The glitter below sun or moon.</summary>
    private static void Road(Stage stage, Layer layer, double top, double bottom)
    {
        if (stage.BareSky || stage.Light.Weather is not (Weather.Clear or Weather.Cloudy))
            return;
        var chance = stage.Seed.For("road");
        var (x, _, r) = Sky.LuminaryAt(stage);
        var path = new PathData();
        for (var i = 0; i < 16; i++)
        {
            var t = (i + 0.5) / 16;
            var width = r * (0.5 + 1.3 * t) * chance.Between(0.5, 1.2);
            path.Ellipse(
                x + r * chance.Between(-0.6, 0.6) * (0.4 + t),
                top + (bottom - top) * 0.8 * t,
                width,
                stage.Unit * (0.18 + 0.3 * t)
            );
        }
        layer.Fill(path, stage.Light.Sun.Mix(Colour.White, 0.35), stage.Light.Time == TimeOfDay.Day ? 0.35 : 0.6);
    }

    /// <summary>Foam lapping along an edge.</summary>
    public static void Foam(Stage stage, Layer layer, Hill edge, double thickness)
    {
        edge.Rim(layer, stage.Light.On(new Colour(0.985, 0.01, 210)), thickness, 0.85);
    }
}
