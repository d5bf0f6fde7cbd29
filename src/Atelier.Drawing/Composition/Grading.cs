using System.Text.RegularExpressions;
using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Composition;

/// <summary>Puts drawings into the hour, weather and palette of the backdrop, so that they belong to one picture.</summary>
internal sealed partial class Grading(Light light)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="strength">0 keeps the drawing's own colours (palette applied), 1 lights it like the land.</param>
    /// <param name="distance">0 at the viewer to 1 at the horizon.</param>
    public string Apply(string svg, double strength, double distance = 0) =>
        Colours().Replace(svg, m => m.Groups[1].Value + Graded(m.Groups[2].Value, strength, distance) + "\"");

    private string Graded(string hex, double strength, double distance)
    {
        var key = $"{hex}{strength:0.00}{distance:0.00}";
        if (_known.TryGetValue(key, out var known))
            return known;
        if (hex.Length == 4)
            hex = $"#{hex[1]}{hex[1]}{hex[2]}{hex[2]}{hex[3]}{hex[3]}";
        var own = Colour.Hex(hex);
        return _known[key] = light.Glowing(own).Mix(light.On(own, distance), strength).ToString();
    }

    [GeneratedRegex("((?:fill|stroke|stop-color)=\")(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\"")]
    private static partial Regex Colours();
}
