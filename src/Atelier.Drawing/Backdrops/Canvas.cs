using System.Text;

namespace Atelier.Drawing.Backdrops;

/// <summary>The shared definitions of one backdrop: gradients and clips, each written once.</summary>
internal sealed class Canvas(string prefix)
{
    private readonly StringBuilder _defs = new();
    private readonly Dictionary<string, string> _known = [];

    public string Defs => _defs.ToString();

    /// <summary>A paint from top to bottom of what it fills.</summary>
    public string Down(Colour top, Colour bottom) => Linear("0", "1", (0, top, 1), (1, bottom, 1));

    public string Down(params (double At, Colour Colour, double Opacity)[] stops) => Linear("0", "1", stops);

    /// <summary>A paint from left to right of what it fills.</summary>
    public string Across(params (double At, Colour Colour, double Opacity)[] stops) => Linear("1", "0", stops);

    public string Glow(params (double At, Colour Colour, double Opacity)[] stops) =>
        Define($"<radialGradient id=\"@\">{Stops(stops)}</radialGradient>", "radialGradient");

    /// <summary>An attribute that keeps what carries it inside the path.</summary>
    public string Clip(PathData inside)
    {
        var paint = Define($"<clipPath id=\"@\"><path d=\"{inside}\"/></clipPath>", "clipPath");
        return $" clip-path=\"{paint}\"";
    }

    private string Linear(string x2, string y2, params (double At, Colour Colour, double Opacity)[] stops) =>
        Define(
            $"<linearGradient id=\"@\" x1=\"0\" y1=\"0\" x2=\"{x2}\" y2=\"{y2}\">{Stops(stops)}</linearGradient>",
            "linearGradient"
        );

    private string Define(string markup, string element)
    {
        if (_known.TryGetValue(markup, out var paint))
            return paint;
        var id = $"{prefix}{element[0]}{_known.Count}";
        _defs.Append(markup.Replace("id=\"@\"", $"id=\"{id}\"", StringComparison.Ordinal));
        return _known[markup] = $"url(#{id})";
    }

    private static string Stops((double At, Colour Colour, double Opacity)[] stops)
    {
        var text = new StringBuilder();
        foreach (var (at, colour, opacity) in stops)
        {
            text.Append("<stop offset=\"").Append(Layer.Share(at)).Append("\" stop-color=\"").Append(colour);
            if (opacity < 1)
                text.Append("\" stop-opacity=\"").Append(Layer.Share(opacity));
            text.Append("\"/>");
        }
        return text.ToString();
    }
}
