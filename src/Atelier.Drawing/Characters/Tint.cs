using System.Globalization;

namespace Atelier.Drawing.Characters;

/// <summary>Arithmetic on #rgb and #rrggbb colours.</summary>
internal static class Tint
{
    /// <summary>Towards black below zero, towards white above; -1 to 1.</summary>
    public static string Shade(string hex, double by) => Mix(hex, by < 0 ? "#000000" : "#ffffff", Math.Abs(by));

    public static string Mix(string from, string to, double share)
    {
        var (r, g, b) = Parse(from);
        var (r2, g2, b2) = Parse(to);
        return Hex(r + (r2 - r) * share, g + (g2 - g) * share, b + (b2 - b) * share);
    }

    /// <summary>Perceived lightness, 0 to 1.</summary>
    public static double Luma(string hex)
    {
        var (r, g, b) = Parse(hex);
        return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
    }

    public static double Saturation(string hex)
    {
        var (r, g, b) = Parse(hex);
        var max = Math.Max(r, Math.Max(g, b));
        return max == 0 ? 0 : (max - Math.Min(r, Math.Min(g, b))) / max;
    }

    /// <summary>How far apart two colours are, 0 to about 1.7.</summary>
    public static double Distance(string a, string b)
    {
        var (r, g, l) = Parse(a);
        var (r2, g2, l2) = Parse(b);
        return Math.Sqrt((r - r2) * (r - r2) + (g - g2) * (g - g2) + (l - l2) * (l - l2)) / 255;
    }

    /// <summary>Turns the hue and scales saturation and lightness (of HSL).</summary>
    public static string Turn(string hex, double degrees, double saturation, double lightness)
    {
        var (h, s, l) = Hsl(hex);
        h = ((h + degrees) % 360 + 360) % 360;
        (s, l) = (Math.Clamp(s * saturation, 0, 1), Math.Clamp(l * lightness, 0, 1));
        var c = (1 - Math.Abs(2 * l - 1)) * s;
        return Hex(Channel(0), Channel(8), Channel(4));

        double Channel(double n)
        {
            var k = (n + h / 30) % 12;
            return 255 * (l - c / 2 * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }
    }

    /// <summary>Degrees between two hues, 0 to 180; greys are far from everything.</summary>
    public static double HueApart(string a, string b)
    {
        var (one, two) = (Hsl(a), Hsl(b));
        var apart = Math.Abs(one.H - two.H);
        return one.S < 0.08 ? 180 : Math.Min(apart, 360 - apart);
    }

    private static (double H, double S, double L) Hsl(string hex)
    {
        var (r, g, b) = Parse(hex);
        (r, g, b) = (r / 255, g / 255, b / 255);
        var (max, min) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (l, d) = ((max + min) / 2, max - min);
        if (d == 0)
            return (0, 0, l);
        var h =
            max == r ? (g - b) / d
            : max == g ? (b - r) / d + 2
            : (r - g) / d + 4;
        return ((h * 60 + 360) % 360, d / (1 - Math.Abs(2 * l - 1)), l);
    }

    private static (double R, double G, double B) Parse(string hex)
    {
        var digits = hex.AsSpan(1);
        if (digits.Length == 3)
            return (Nibble(digits[0]) * 17, Nibble(digits[1]) * 17, Nibble(digits[2]) * 17);
        return (Pair(digits[..2]), Pair(digits[2..4]), Pair(digits[4..6]));
    }

    private static double Nibble(char c) => Convert.ToInt32(c.ToString(), 16);

    private static double Pair(ReadOnlySpan<char> two) =>
        int.Parse(two, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Hex(double r, double g, double b) => $"#{Byte(r):x2}{Byte(g):x2}{Byte(b):x2}";

    private static int Byte(double v) => (int)Math.Round(Math.Clamp(v, 0, 255));
}
