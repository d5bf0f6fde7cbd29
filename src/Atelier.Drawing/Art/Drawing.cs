using System.Globalization;
using System.Text;

namespace Atelier.Drawing;

/// <summary>One vector drawing of the art pack.</summary>
/// <param name="Id">Set and name, for example <c>noto:castle</c>; the set names its licence.</param>
/// <param name="Width">Of its canvas, in its own units.</param>
/// <param name="Height">Of its canvas, in its own units.</param>
/// <param name="Body">SVG fragment; ids in it are only unique within the drawing.</param>
/// <param name="Ink">Tight bounds of what is painted, in its own units.</param>
public sealed record Drawing(string Id, double Width, double Height, string Body, Box Ink)
{
    /// <summary>Width of the ink over its height.</summary>
    public double Aspect => Ink.Height > 0 ? Ink.Width / Ink.Height : 1;

    /// <summary>Stands the drawing on a point: the middle of its ink's lower edge comes to (footX, footY).</summary>
    /// <param name="idPrefix">Unique in the document; every id and reference inside is rewritten with it.</param>
    /// <param name="scale">Page units per drawing unit.</param>
    /// <param name="turn">Degrees clockwise around the foot point.</param>
    public string Stand(
        string idPrefix,
        double footX,
        double footY,
        double scale,
        bool mirrored = false,
        double turn = 0
    )
    {
        var text = new StringBuilder("<g transform=\"translate(").Append(Num(footX)).Append(' ').Append(Num(footY));
        text.Append(')');
        if (turn != 0)
            text.Append(" rotate(").Append(Num(turn)).Append(')');
        text.Append(" scale(").Append(Fine(mirrored ? -scale : scale)).Append(' ').Append(Fine(scale)).Append(')');
        text.Append(" translate(").Append(Num(-Ink.CentreX)).Append(' ').Append(Num(-Ink.Bottom)).Append(")\">");
        AppendBody(text, idPrefix);
        return text.Append("</g>").ToString();
    }

    /// <summary>Fits the ink into a box, centred on its lower edge, without distortion.</summary>
    /// <param name="idPrefix">Unique in the document; every id and reference inside is rewritten with it.</param>
    public string Place(string idPrefix, Box target, bool mirrored = false)
    {
        var scale = Math.Min(target.Width / Math.Max(Ink.Width, 1e-6), target.Height / Math.Max(Ink.Height, 1e-6));
        return Stand(idPrefix, target.CentreX, target.Bottom, scale, mirrored);
    }

    /// <summary>The body with every id and reference rewritten, for those who place it themselves.</summary>
    public string BodyWithIds(string idPrefix)
    {
        var text = new StringBuilder(Body.Length + 64);
        AppendBody(text, idPrefix);
        return text.ToString();
    }

    private void AppendBody(StringBuilder text, string prefix)
    {
        var from = 0;
        for (var at = Body.IndexOfAny(['#', '=']); at >= 0; at = Body.IndexOfAny(['#', '='], at + 1))
        {
            // Places where an id is named: id="x", url(#x), href="#x". A fill="#fff" is none of them.
            var cut = -1;
            if (Body[at] == '=')
                cut = at >= 3 && Body.AsSpan(at - 3, 3) is " id" ? at + 2 : -1;
            else if (at >= 4 && Body.AsSpan(at - 4, 4) is "url(")
                cut = at + 1;
            else if (at >= 6 && Body.AsSpan(at - 6, 6) is "href=\"")
                cut = at + 1;
            if (cut < 0)
                continue;
            text.Append(Body, from, cut - from).Append(prefix);
            from = cut;
        }
        text.Append(Body, from, Body.Length - from);
    }

    private static string Num(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Fine(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);
}
