using System.Globalization;

namespace Atelier.Reading.Dates;

/// <summary>Zones of time by number, and by the few names that mail and feeds use.</summary>
internal static class Zones
{
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["bst"] = 1,
        ["west"] = 1,
        ["cet"] = 1,
        ["met"] = 1,
        ["cest"] = 2,
        ["mest"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["ist"] = 5.5,
        ["jst"] = 9,
        ["kst"] = 9,
        ["aest"] = 10,
        ["aedt"] = 11,
        ["nzst"] = 12,
        ["nzdt"] = 13,
        ["ast"] = -4,
        ["adt"] = -3,
        ["est"] = -5,
        ["edt"] = -4,
        ["et"] = -5,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["ct"] = -6,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["mt"] = -7,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["pt"] = -8,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
    };

    /// <returns>Null for no zone that anybody knows.</returns>
    public static TimeSpan? Of(string text)
    {
        if (Hours.TryGetValue(text, out var named))
            return TimeSpan.FromHours(named);
        // As browsers write it: GMT+0100.
        if (text.Length > 4 && text[..3].ToUpperInvariant() is "GMT" or "UTC")
            text = text[3..];
        if (text.Length < 2 || text[0] is not ('+' or '-'))
            return null;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
            return null;
        var zone = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -zone : zone;
    }
}
