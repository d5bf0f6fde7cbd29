using System.Globalization;

namespace Atelier.Reading.Articles.Tree;

/// <summary>Whether declarations of style make text that nobody sees: not shown, of no size, of no colour, off the screen.</summary>
internal static class InlineStyle
{
    public static bool Hides(string style)
    {
        if (style.Length == 0)
            return false;
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in style.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                declared[part[..colon].Trim().ToLowerInvariant()] = part[(colon + 1)..]
                    .Replace("!important", "", StringComparison.OrdinalIgnoreCase)
                    .Trim()
                    .ToLowerInvariant();
        }
        return Value("display") == "none"
            || Value("visibility") is "hidden" or "collapse"
            || Value("content-visibility") == "hidden"
            || Number("opacity") is 0
            || Number("font-size") is >= 0 and < 2
                && !Value("font-size").EndsWith("em", StringComparison.Ordinal)
                && !Value("font-size").EndsWith('%')
            || Number("font-size") is 0
            || Number("text-indent") is < -900
            || (IsTiny("width") || IsTiny("height") || Number("max-height") is 0)
                && Value("overflow") is "hidden" or "clip"
            || Value("position") is "absolute" or "fixed"
                && (Number("left") is < -900 || Number("top") is < -900 || Number("right") is < -900)
            || Value("clip").StartsWith("rect(0", StringComparison.Ordinal) && Value("position") == "absolute"
            || Value("color") is "transparent"
            || Value("color") is { Length: > 0 } ink
                && Background(Value("background-color"), Value("background")) == Plain(ink);

        string Value(string name) => declared.GetValueOrDefault(name, "");
        double? Number(string name) => NumberOf(Value(name));
        bool IsTiny(string name) =>
            Number(name) is >= 0 and <= 1
            && !Value(name).EndsWith('%')
            && !Value(name).EndsWith("em", StringComparison.Ordinal);
    }

    private static double? NumberOf(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '-' or '.'))
            end++;
        return double.TryParse(value.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Background(string colour, string all) =>
        colour.Length > 0 ? Plain(colour)
        : all.Length > 0 ? Plain(all.Split(' ')[0])
        : "?";

    private static string Plain(string colour) =>
        colour.Replace(" ", "", StringComparison.Ordinal) switch
        {
            "white" or "#fff" or "#ffffff" or "rgb(255,255,255)" => "#ffffff",
            "black" or "#000" or "#000000" or "rgb(0,0,0)" => "#000000",
            "inherit" or "initial" or "unset" or "currentcolor" => "!",
            var other => other,
        };
}
