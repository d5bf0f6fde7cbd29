using System.Globalization;
using System.Text;
using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Tests.Backdrops;

internal static class Pages
{
    public static readonly PageFrame Square = Frame(621, 630);

    public static readonly PageFrame[] All = [Square, Frame(441, 666), Frame(621, 810), Frame(960, 540)];

    public static Backdrop Paint(
        Setting setting,
        TimeOfDay time,
        Weather weather,
        Shot shot,
        PageFrame page,
        ulong seed = 1
    ) => new BackdropPainter().Paint(setting, time, weather, shot, page, Palette.Storybook, new Seed(seed));

    /// <summary>The backdrop as a document; <paramref name="under"/> is painted first, for what shines through.</summary>
    public static string Svg(Backdrop backdrop, PageFrame page, string under = "")
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page.Width}\" height=\"{page.Height}\"><defs>{backdrop.Defs}</defs>{under}"
        );
        foreach (var layer in backdrop.Behind.Concat(backdrop.InFront))
            svg.Append(CultureInfo.InvariantCulture, $"<g id=\"{layer.Name}\">{layer.Svg}</g>");
        return svg.Append("</svg>").ToString();
    }

    private static PageFrame Frame(double width, double height) =>
        new(width, height, new Box(27, 27, width - 54, height - 54));
}
