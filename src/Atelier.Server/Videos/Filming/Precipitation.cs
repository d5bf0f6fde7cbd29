using System.Globalization;
using Atelier.Drawing;

namespace Atelier.Videos.Filming;

/// <summary>Rain and snow that fall: a few drawings, many times.</summary>
internal static class Precipitation
{
    public static IEnumerable<Element> Of(Weather weather, PageFrame page, Seed seed) =>
        weather switch
        {
            Weather.Rain => Falling(page, seed, count: 90, Drop, speed: 1.6, slant: -0.12, sway: 0),
            Weather.Snow => Falling(page, seed, count: 110, Flake, speed: 0.14, slant: 0.02, sway: 0.012),
            _ => [],
        };

    /// <param name="speed">Heights of the page a second, for the nearest.</param>
    /// <param name="slant">Points across for one point down.</param>
    private static IEnumerable<Element> Falling(
        PageFrame page,
        Seed seed,
        int count,
        Func<int, (string Svg, Box Box)> draw,
        double speed,
        double slant,
        double sway
    )
    {
        for (var i = 0; i < count; i++)
        {
            var chance = seed.For("drop", i);
            var size = i % 3;
            var (svg, box) = draw(size);
            var (x, phase, turn) = (chance.Between(-0.1, 1.1) * page.Width, chance.Unit(), chance.Unit());
            var rate = speed * (0.6 + 0.2 * size) * chance.Between(0.85, 1.15);
            var span = page.Height + 2 * box.Height;
            yield return new Element(
                [new Cutting(svg, box)],
                0.5 + 0.25 * size,
                t =>
                {
                    var share = phase + rate * t;
                    var down = (share - Math.Floor(share)) * span;
                    return new(
                        0,
                        x + slant * down + page.Width * sway * Math.Sin((t * 0.3 + turn) * 2 * Math.PI),
                        down - box.Height
                    );
                }
            );
        }
    }

    private static (string Svg, Box Box) Drop(int size)
    {
        var (long_, wide) = (16.0 + 9 * size, 0.9 + 0.35 * size);
        return (
            Text(
                $"<path stroke=\"#e8f1fb\" stroke-opacity=\"{0.34 + 0.1 * size}\" stroke-width=\"{wide}\" stroke-linecap=\"round\" d=\"M{long_ * 0.12 + 1} 1L1 {long_}\"/>"
            ),
            new Box(0, 0, long_ * 0.12 + 2, long_ + 1)
        );
    }

    private static (string Svg, Box Box) Flake(int size)
    {
        var radius = 1.5 + 1.1 * size;
        var middle = radius + 0.5;
        return (
            Text(
                $"<circle fill=\"#ffffff\" fill-opacity=\"{0.7 + 0.1 * size}\" cx=\"{middle}\" cy=\"{middle}\" r=\"{radius}\"/>"
            ),
            new Box(0, 0, 2 * middle, 2 * middle)
        );
    }

    private static string Text(FormattableString svg) => svg.ToString(CultureInfo.InvariantCulture);
}
