using System.Globalization;

namespace Atelier.Drawing.Composition;

/// <summary>WCAG 2 contrast, and its worst case for a see-through panel.</summary>
internal static class Contrast
{
    /// <summary>
    /// The lowest contrast of text on a panel of this colour and opacity, whatever lies under it. Compositing is linear
    /// in each channel, so all results lie between those over black and over white; the text must be darker or lighter
    /// than both.
    /// </summary>
    public static double AtWorst(string text, string panel, double opacity)
    {
        var ink = Luminance(text, null, 1);
        var (low, high) = (Luminance(panel, 0, opacity), Luminance(panel, 255, opacity));
        return ink >= low && ink <= high ? 1 : Math.Min(Ratio(ink, low), Ratio(ink, high));
    }

    private static double Ratio(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    private static double Luminance(string hex, int? under, double opacity)
    {
        var rgb = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        double Channel(int shift)
        {
            double value = (rgb >> shift) & 255;
            value = (under is { } u ? value * opacity + u * (1 - opacity) : value) / 255;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(16) + 0.7152 * Channel(8) + 0.0722 * Channel(0);
    }
}
