using System.Globalization;

namespace Atelier.Drawing.Backdrops;

/// <summary>
/// A colour by lightness (0-1), chroma (0 grey to about 0.3) and hue (degrees) in OKLCH (Ottosson, 2020), where equal
/// steps look equal, so that mixing towards dusk or haze keeps colours clean instead of muddy.
/// </summary>
internal readonly record struct Colour(double L, double C, double H)
{
    public static readonly Colour White = new(1, 0, 0);

    private double A => C * Math.Cos(H * Math.PI / 180);
    private double B => C * Math.Sin(H * Math.PI / 180);

    public Colour Mix(Colour other, double share)
    {
        share = Math.Clamp(share, 0, 1);
        return FromLab(L + (other.L - L) * share, A + (other.A - A) * share, B + (other.B - B) * share);
    }

    public Colour Lighter(double by) => this with { L = Math.Clamp(L + by, 0, 1) };

    public Colour Darker(double by) => Lighter(-by);

    public Colour Richer(double factor) => this with { C = C * factor };

    public Colour Turned(double degrees) => this with { H = H + degrees };

    /// <summary>Reads #rrggbb.</summary>
    public static Colour Hex(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        double r = Linear(value >> 16 & 255),
            g = Linear(value >> 8 & 255),
            b = Linear(value & 255);
        var l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return FromLab(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        );
    }

    /// <summary>The nearest #rrggbb of the same lightness and hue: chroma gives way where a screen cannot show it.</summary>
    public override string ToString()
    {
        var shown = Rgb(C);
        if (!Shows(shown))
        {
            var (low, high) = (0.0, C);
            for (var step = 0; step < 8; step++)
            {
                var middle = (low + high) / 2;
                if (Shows(Rgb(middle)))
                    low = middle;
                else
                    high = middle;
            }
            shown = Rgb(low);
        }
        return $"#{Byte(shown.R):x2}{Byte(shown.G):x2}{Byte(shown.B):x2}";
    }

    private (double R, double G, double B) Rgb(double chroma)
    {
        double a = chroma * Math.Cos(H * Math.PI / 180),
            b = chroma * Math.Sin(H * Math.PI / 180);
        double l = L + 0.3963377774 * a + 0.2158037573 * b,
            m = L - 0.1055613458 * a - 0.0638541728 * b,
            s = L - 0.0894841775 * a - 1.2914855480 * b;
        (l, m, s) = (l * l * l, m * m * m, s * s * s);
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        );
    }

    private static bool Shows((double R, double G, double B) c) =>
        Math.Min(c.R, Math.Min(c.G, c.B)) >= -0.0005 && Math.Max(c.R, Math.Max(c.G, c.B)) <= 1.0005;

    private static Colour FromLab(double l, double a, double b) =>
        new(l, Math.Sqrt(a * a + b * b), Math.Atan2(b, a) * 180 / Math.PI);

    private static double Linear(int value)
    {
        var c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static int Byte(double linear)
    {
        linear = Math.Clamp(linear, 0, 1);
        var c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055;
        return (int)Math.Round(c * 255);
    }
}
