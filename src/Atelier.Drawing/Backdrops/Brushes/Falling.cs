namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Rain, snow and fog in front of everything, thin enough to read and recognise through.</summary>
internal static class Falling
{
    public static void Paint(Stage stage)
    {
        switch (stage.Light.Weather)
        {
            case Weather.Rain:
                Rain(stage);
                break;
            case Weather.Snow:
                Snow(stage);
                break;
            case Weather.Fog:
                Fog(stage);
                break;
        }
    }

    private static void Rain(Stage stage)
    {
        var chance = stage.Seed.For("rain");
        var (fine, bold) = (new PathData(), new PathData());
        var count = (int)(90 * Math.Max(1, stage.W / stage.H));
        for (var i = 0; i < count; i++)
        {
            double x = chance.Between(stage.Left, stage.Right * 1.05),
                y = chance.Between(stage.Top, stage.Bottom);
            var length = stage.Unit * chance.Between(2.2, 5);
            (i % 3 == 0 ? bold : fine).Move(x, y).Line(x - length * 0.22, y + length);
        }
        var drop = stage.Light.On(new Colour(0.93, 0.025, 235)).Lighter(0.06);
        stage.WeatherLayer.Stroke(fine, drop, stage.Unit * 0.18, 0.4);
        stage.WeatherLayer.Stroke(bold, drop, stage.Unit * 0.32, 0.5);
    }

    private static void Snow(Stage stage)
    {
        var chance = stage.Seed.For("snow");
        PathData[] sizes = [new(), new(), new()];
        var count = (int)(110 * Math.Max(1, stage.W / stage.H));
        for (var i = 0; i < count; i++)
        {
            var r = stage.Unit * (0.28 + 0.26 * (i % 3)) * chance.Between(0.8, 1.15);
            sizes[i % 3].Circle(chance.Between(stage.Left, stage.Right), chance.Between(stage.Top, stage.Bottom), r);
        }
        var flake = stage.Light.Glowing(new Colour(stage.Light.IsNight ? 0.86 : 0.99, 0.012, 240));
        for (var i = 0; i < 3; i++)
            stage.WeatherLayer.Fill(sizes[i], flake, 0.55 + 0.13 * i);
    }

    private static void Fog(Stage stage)
    {
        var veil = stage.Light.SkyBottom;
        for (var i = 0; i < 3; i++)
        {
            var y = stage.Horizon + stage.H * (-0.1 + 0.17 * i);
            var height = stage.H * 0.2;
            var path = new PathData().Rect(stage.Left, y - height / 2, stage.Right - stage.Left, height);
            stage.WeatherLayer.Fill(path, stage.Canvas.Down((0, veil, 0), (0.5, veil, 0.3 - 0.06 * i), (1, veil, 0)));
        }
    }
}
