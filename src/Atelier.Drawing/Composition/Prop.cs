using System.Globalization;
using Atelier.Drawing.Art;

namespace Atelier.Drawing.Composition;

/// <summary>Which layer a prop is painted in.</summary>
internal enum PropDepth
{
    /// <summary>In the sky, behind the land.</summary>
    Sky,

    /// <summary>Behind the actors.</summary>
    Behind,

    /// <summary>Nearer than the actors.</summary>
    Before,
}

/// <summary>What lies under a prop.</summary>
internal enum Footing
{
    Ground,
    Water,

    /// <summary>Water of its own, where the place has none.</summary>
    Pond,
    Nothing,
}

/// <summary>A thing in its place on the page.</summary>
/// <param name="Box">Of the ink, in points.</param>
internal sealed record Prop(
    Drawing Drawing,
    string Noun,
    Box Box,
    PropDepth Depth,
    Footing Footing,
    bool Mirrored,
    double Turn = 0
)
{
    /// <summary>With its shadow, pond or ripples, and as much as a turned drawing may stick out.</summary>
    public Box Painted
    {
        get
        {
            var aside = Box.Width * (Footing == Footing.Pond ? 0.42 : 0.08) + Math.Abs(Turn) / 90 * Box.Height;
            var below = Box.Width * 0.2 + Math.Abs(Turn) / 90 * Box.Width;
            var above = Math.Abs(Turn) / 90 * Box.Width;
            return new(Box.X - aside, Box.Y - above, Box.Width + 2 * aside, Box.Height + above + below);
        }
    }

    public string Svg(string idPrefix, Grading grading, double strength, double distance)
    {
        var scale = Box.Height / Math.Max(1e-6, Drawing.Ink.Height);
        var body = Drawing.Stand(idPrefix, Box.CentreX, Box.Bottom, scale, Mirrored, Turn);
        body = grading.Apply(body, strength, distance);
        return Footing switch
        {
            Footing.Ground => Shadow() + body,
            Footing.Water => body + Ripples(),
            Footing.Pond => grading.Apply(Pond(), Math.Max(strength, 0.7)) + body + Ripples(),
            _ => body,
        };
    }

    /// <summary>Two stacked ellipses: soft enough without a filter.</summary>
    private string Shadow()
    {
        var (x, y) = (Xml.Number(Box.CentreX), Xml.Number(Box.Bottom - Box.Height * 0.008));
        var (rx, ry) = (Box.Width * 0.46, Math.Min(Box.Width * 0.075, Box.Height * 0.09));
        return $"<g fill=\"#141a30\"><ellipse opacity=\"0.13\" cx=\"{x}\" cy=\"{y}\" rx=\"{Xml.Number(rx * 1.16)}\" "
            + $"ry=\"{Xml.Number(ry * 1.3)}\"/><ellipse opacity=\"0.16\" cx=\"{x}\" cy=\"{y}\" rx=\"{Xml.Number(rx)}\" "
            + $"ry=\"{Xml.Number(ry * 0.8)}\"/></g>";
    }

    private string Pond()
    {
        var (x, y) = (Xml.Number(Box.CentreX), Box.Bottom - Box.Width * 0.03);
        string Oval(string fill, double share, double drop) =>
            $"<ellipse fill=\"{fill}\" cx=\"{x}\" cy=\"{Xml.Number(y + drop * Box.Width)}\" "
            + $"rx=\"{Xml.Number(Box.Width * share)}\" ry=\"{Xml.Number(Box.Width * share * 0.2)}\"/>";
        return Oval("#5f9a63", 0.86, 0.012) + Oval("#4aa5d4", 0.82, 0) + Oval("#7cc6ea", 0.7, 0.012);
    }

    /// <summary>Light lines where the hull meets the water.</summary>
    private string Ripples()
    {
        string Line(double dx, double dy, double half) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"M{Box.CentreX + dx - half:0.#} {Box.Bottom + dy:0.#}q{half:0.#} {Box.Width * 0.035:0.#} {2 * half:0.#} 0"
            );
        var w = Box.Width;
        return $"<path fill=\"none\" stroke=\"#ffffff\" stroke-opacity=\"0.6\" stroke-linecap=\"round\" stroke-width=\""
            + $"{Xml.Number(Math.Max(0.5, w * 0.014))}\" d=\"{Line(0, -w * 0.02, w * 0.46)}"
            + $"{Line(w * 0.2, w * 0.05, w * 0.2)}{Line(-w * 0.28, w * 0.07, w * 0.12)}\"/>";
    }
}
