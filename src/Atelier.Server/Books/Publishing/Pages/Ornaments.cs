using System.Globalization;
using System.Text;
using Atelier.Drawing;

namespace Atelier.Books.Publishing.Pages;

/// <summary>Drawn decoration of the pages around the story: paper, hills, sprigs, dividers, stars.</summary>
internal static class Ornaments
{
    /// <summary>How far a wreath's ends rise, as a share of its reach.</summary>
    public const double Curl = 0.26;

    public static string Paper(double width, double height, string colour) =>
        Svg($"<rect width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{colour}\"/>");

    /// <summary>Small stars and dots in loose rows, keeping clear of <paramref name="keepClear"/>.</summary>
    public static string Confetti(Box area, IReadOnlyList<Box> keepClear, BookColours colours, Seed seed)
    {
        var svg = new StringBuilder();
        const double step = 46;
        var row = 0;
        for (var y = area.Y + step / 2; y < area.Bottom; y += step * 0.86, row++)
        for (var x = area.X + (row % 2 == 0 ? 0.25 : 0.75) * step; x < area.Right; x += step)
        {
            var (cx, cy) = (x + seed.Between(-9, 9), y + seed.Between(-9, 9));
            var (shape, size, tint) = (
                seed.Unit(),
                seed.Between(2.2, 4.6),
                seed.Chance(0.2) ? colours.Glow : colours.Soft
            );
            if (keepClear.Any(box => box.Inset(-12).Overlaps(new Box(cx - size, cy - size, 2 * size, 2 * size))))
                continue;
            svg.Append(
                shape < 0.4
                    ? Star(cx, cy, size * 1.5, tint)
                    : Svg($"<circle cx=\"{cx:0.#}\" cy=\"{cy:0.#}\" r=\"{size * 0.7:0.#}\" fill=\"{tint}\"/>")
            );
        }

        return svg.ToString();
    }

    /// <summary>Two rolling hills across the foot of a page; <paramref name="top"/> is where the nearer one begins.</summary>
    public static string Hills(double width, double height, double top, string far, string near)
    {
        var rise = (height - top) * 0.35;
        return Svg(
                $"<path d=\"M0 {top - rise * 0.2:0.#}C{width * 0.22:0.#} {top - rise * 1.3:0.#} {width * 0.42:0.#} {top - rise * 0.1:0.#} {width * 0.62:0.#} {top - rise * 0.5:0.#}S{width * 0.9:0.#} {top - rise * 1.4:0.#} {width:0.#} {top - rise * 0.9:0.#}V{height:0.#}H0Z\" fill=\"{far}\"/>"
            )
            + Svg(
                $"<path d=\"M0 {top + rise * 0.5:0.#}C{width * 0.25:0.#} {top - rise * 0.3:0.#} {width * 0.45:0.#} {top - rise * 0.15:0.#} {width * 0.6:0.#} {top + rise * 0.2:0.#}S{width * 0.85:0.#} {top + rise * 0.5:0.#} {width:0.#} {top + rise * 0.05:0.#}V{height:0.#}H0Z\" fill=\"{near}\"/>"
            );
    }

    /// <summary>A short rule that swells towards a star in its middle.</summary>
    public static string Divider(double cx, double cy, double width, BookColours colours)
    {
        var (half, gap) = (width / 2, 13);
        return Svg(
                $"<path d=\"M{cx - half:0.#} {cy:0.#}Q{cx - half * 0.4:0.#} {cy - 2.4:0.#} {cx - gap:0.#} {cy:0.#}Q{cx - half * 0.4:0.#} {cy + 2.4:0.#} {cx - half:0.#} {cy:0.#}ZM{cx + half:0.#} {cy:0.#}Q{cx + half * 0.4:0.#} {cy - 2.4:0.#} {cx + gap:0.#} {cy:0.#}Q{cx + half * 0.4:0.#} {cy + 2.4:0.#} {cx + half:0.#} {cy:0.#}Z\" fill=\"{colours.Accent}\"/>"
            ) + Star(cx, cy, 7.5, colours.Glow);
    }

    /// <summary>Two leafy sprigs that meet below (or, turned over, above) something.</summary>
    public static string Wreath(double cx, double cy, double reach, BookColours colours, bool below)
    {
        var svg = new StringBuilder(Svg($"<g transform=\"translate({cx:0.#} {cy:0.#}) scale(1 {(below ? 1 : -1)})\">"));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            svg.Append(
                Svg(
                    $"<path d=\"M0 0Q{side * reach * 0.55:0.#} 2 {side * reach:0.#} {-reach * Curl:0.#}\" fill=\"none\" stroke=\"{colours.Accent}\" stroke-width=\"2\" stroke-linecap=\"round\"/>"
                )
            );
            for (var i = 1; i <= 7; i++)
            {
                var t = i / 7.3;
                // The leaf's foot lies on the quadratic curve above.
                var (x, y) = (side * reach * (1.1 * t * (1 - t) + t * t), 4 * t * (1 - t) - reach * Curl * t * t);
                var length = 21 - i;
                foreach (var up in (ReadOnlySpan<int>)[-1, 1])
                {
                    var angle = side > 0 ? -18 * t + up * 42 : 180 + 18 * t - up * 42;
                    svg.Append(
                        Svg(
                            $"<path transform=\"translate({x:0.#} {y:0.#}) rotate({angle:0.#})\" d=\"M0 0Q{length * 0.5:0.#} {-length * 0.42:0.#} {length:0.#} 0Q{length * 0.5:0.#} {length * 0.42:0.#} 0 0Z\" fill=\"{(i % 3 == 0 ? colours.Deep : colours.Accent)}\"/>"
                        )
                    );
                }
            }
        }

        return svg.Append(Svg($"<circle r=\"4.5\" fill=\"{colours.Glow}\"/></g>")).ToString();
    }

    /// <summary>A scene seen through a round, ringed window.</summary>
    public static string Window(PageArt scene, Box window, BookColours colours)
    {
        var (cx, cy, r) = (window.CentreX, window.CentreY, window.Width / 2);
        var side = Math.Min(scene.Width, scene.Height);
        // The middle of the scene, or the part around its faces where there are any.
        var focus = scene.Faces.Count > 0 ? scene.Faces.Average(face => face.CentreX) : scene.Width / 2;
        var (x, y) = (Math.Clamp(focus - side / 2, 0, scene.Width - side), (scene.Height - side) * 0.6);
        return Svg(
                $"<circle cx=\"{cx:0.#}\" cy=\"{cy:0.#}\" r=\"{r + 9:0.#}\" fill=\"{colours.Soft}\"/><circle cx=\"{cx:0.#}\" cy=\"{cy:0.#}\" r=\"{r + 4:0.#}\" fill=\"{colours.Accent}\"/><clipPath id=\"window\"><circle cx=\"{cx:0.#}\" cy=\"{cy:0.#}\" r=\"{r:0.#}\"/></clipPath><g clip-path=\"url(#window)\"><svg x=\"{window.X:0.##}\" y=\"{window.Y:0.##}\" width=\"{window.Width:0.##}\" height=\"{window.Height:0.##}\" viewBox=\"{x:0.##} {y:0.##} {side:0.##} {side:0.##}\">"
            )
            + scene.Svg
            + "</svg></g>";
    }

    public static string Star(double cx, double cy, double radius, string colour)
    {
        var points = new StringBuilder();
        for (var i = 0; i < 10; i++)
        {
            var (r, angle) = (i % 2 == 0 ? radius : radius * 0.5, Math.PI * (i / 5.0 - 0.5));
            points.Append(
                CultureInfo.InvariantCulture,
                $"{cx + r * Math.Cos(angle):0.#},{cy + r * Math.Sin(angle):0.#} "
            );
        }

        return $"<polygon points=\"{points.ToString().TrimEnd()}\" fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"1.2\" stroke-linejoin=\"round\"/>";
    }

    internal static string Svg(FormattableString svg) => svg.ToString(CultureInfo.InvariantCulture);
}
