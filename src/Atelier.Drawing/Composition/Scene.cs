using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Composition;

/// <summary>One finished picture, in layers.</summary>
/// <param name="Layers">Back to front; each name occurs once.</param>
/// <param name="Defs">Gradients and clips the layers refer to.</param>
/// <param name="Panel">Where text goes, padding already taken off; null when none was asked for.</param>
/// <param name="PanelContrast">
/// Lowest WCAG 2 contrast of <paramref name="TextColour"/> on the panel over any colour that may shine through; 0 without
/// a painted panel.
/// </param>
/// <param name="TextColour">As #rrggbb.</param>
/// <param name="Composition">How the page is laid out, to be handed to the next pages so that they differ.</param>
/// <param name="Notes">What could not be drawn as asked, in words.</param>
/// <param name="DrawingIds">Drawings of the art pack used, each once, in a fixed order.</param>
/// <param name="Faces">Where faces are, in points.</param>
/// <param name="Title">A few words.</param>
/// <param name="AltText">What the picture shows, for those who cannot see it.</param>
public sealed record Scene(
    double Width,
    double Height,
    IReadOnlyList<SceneLayer> Layers,
    string Defs,
    Box? Panel,
    double PanelContrast,
    string TextColour,
    string Composition,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> DrawingIds,
    IReadOnlyList<Box> Faces,
    string Title,
    string AltText
)
{
    /// <summary>Who and what stands in the layers heavens, props, actors and foreground, each by itself, back to front.</summary>
    public IReadOnlyList<SceneFigure> Figures { get; init; } = [];

    /// <summary>Puts another drawing into the hour, weather and palette of this picture.</summary>
    public Func<string, string> Lit { get; init; } = svg => svg;

    /// <summary>Where figures stand, in points: the far edge of the ground and the near one.</summary>
    public (double Far, double Near) Ground { get; init; }

    /// <summary>The water things float on or swim in, the same way; null where there is none.</summary>
    public (double Far, double Near)? Water { get; init; }

    /// <summary>A room: neither wind nor rain gets in.</summary>
    public bool Indoors { get; init; }

    /// <summary>A whole SVG document: sizes in points, title and description first, one group per layer.</summary>
    /// <param name="extraSvg">A trusted fragment painted last, for example set text.</param>
    public string ToSvg(string? extraSvg = null)
    {
        var svg = new StringBuilder(Layers.Sum(l => l.Svg.Length) + Defs.Length + 1024);
        var (w, h) = (Points(Width), Points(Height));
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(w).Append("pt\" height=\"").Append(h);
        svg.Append("pt\" viewBox=\"0 0 ").Append(w).Append(' ').Append(h).Append("\" role=\"img\">");
        svg.Append("<title>").Append(Xml.Text(Title)).Append("</title><desc>").Append(Xml.Text(AltText));
        svg.Append("</desc>");
        if (Defs.Length > 0)
            svg.Append("<defs>").Append(Defs).Append("</defs>");
        foreach (var layer in Layers)
            svg.Append("<g id=\"layer-").Append(layer.Name).Append("\">").Append(layer.Svg).Append("</g>");
        if (!string.IsNullOrEmpty(extraSvg))
            svg.Append("<g id=\"layer-text\">").Append(extraSvg).Append("</g>");
        return svg.Append("</svg>").ToString();
    }

    private static string Points(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
