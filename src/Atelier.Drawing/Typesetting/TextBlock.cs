using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Typesetting;

public enum TextAlign
{
    /// <summary>At the side where reading starts: left, or right for a right-to-left script.</summary>
    Start,
    Centre,
}

/// <summary>One set line; <paramref name="X"/> is its left edge and both coordinates count from the block's corner.</summary>
public sealed record TextLine(string Text, double X, double Baseline, double Width, bool RightToLeft);

/// <summary>Set text: as wide as its widest line, and as high as from the first ascender to the last descender.</summary>
/// <param name="BrokenWords">True when a word had to be cut because it is wider than the block may be.</param>
public sealed record TextBlock(
    IReadOnlyList<TextLine> Lines,
    double Width,
    double Height,
    double FontSize,
    Typeface Face,
    TextAlign Align,
    bool BrokenWords
)
{
    /// <summary>For <c>font-family</c>, in SVG and CSS alike: the face and whatever steps in for what it lacks.</summary>
    public string FontFamily =>
        string.Join(
            ", ",
            Face.FacesFor(string.Concat(Lines.Select(line => line.Text)))
                .Select(face => face.Family.Contains(' ', StringComparison.Ordinal) ? $"'{face.Family}'" : face.Family)
        );

    /// <summary>Real text, one element a line, with the block's top left corner at (x, y).</summary>
    /// <param name="paint">More presentation attributes, for example a stroke; must be well-formed.</param>
    public string ToSvg(double x, double y, string colour, string paint = "")
    {
        var weight = Face.Weight == 400 ? "" : $" font-weight=\"{Face.Weight}\"";
        var svg = new StringBuilder(
            $"<g font-family=\"{FontFamily}\" font-size=\"{Number(FontSize)}\"{weight} fill=\"{colour}\"{(paint.Length > 0 ? " " + paint : "")}>"
        );
        foreach (var line in Lines)
        {
            var (anchor, at) = (Align, line.RightToLeft) switch
            {
                (TextAlign.Centre, _) => (" text-anchor=\"middle\"", line.X + line.Width / 2),
                (_, true) => ("", line.X + line.Width), // text-anchor start is the right edge there
                _ => ("", line.X),
            };
            var direction = line.RightToLeft ? " direction=\"rtl\"" : "";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Number(x + at)}\" y=\"{Number(y + line.Baseline)}\"{anchor}{direction}>{Legible.Escape(line.Text)}</text>"
            );
        }

        return svg.Append("</g>").ToString();
    }

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
