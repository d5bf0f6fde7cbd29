using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Characters;

/// <summary>Writes SVG shapes with rounded numbers; every figure is drawn through one pen, back to front.</summary>
internal sealed class Pen
{
    private readonly StringBuilder _svg = new(8192);

    public static string Num(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Opens a group; dispose to close it.</summary>
    public Group Turned(double x, double y, double degrees = 0, double scaleX = 1, double? scaleY = null)
    {
        _svg.Append("<g transform=\"translate(").Append(Num(x)).Append(' ').Append(Num(y)).Append(')');
        if (degrees != 0)
            _svg.Append(" rotate(").Append(Num(degrees)).Append(')');
        if (scaleX != 1 || (scaleY ?? scaleX) != 1)
            _svg.Append(" scale(").Append(Num4(scaleX)).Append(' ').Append(Num4(scaleY ?? scaleX)).Append(')');
        _svg.Append("\">");
        return new Group(_svg);
    }

    public Pen Raw(string svg)
    {
        _svg.Append(svg);
        return this;
    }

    /// <summary>A filled path; numbers in <paramref name="d"/> are written by the caller with <see cref="D"/>.</summary>
    public Pen Fill(string colour, string d, double opacity = 1)
    {
        _svg.Append("<path fill=\"").Append(colour).Append('"');
        if (opacity < 1)
            _svg.Append(" opacity=\"").Append(Num(opacity)).Append('"');
        _svg.Append(" d=\"").Append(d).Append("\"/>");
        return this;
    }

    public Pen Line(string colour, double width, string d, double opacity = 1)
    {
        _svg.Append("<path fill=\"none\" stroke=\"").Append(colour).Append("\" stroke-width=\"").Append(Num(width));
        _svg.Append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        if (opacity < 1)
            _svg.Append(" opacity=\"").Append(Num(opacity)).Append('"');
        _svg.Append(" d=\"").Append(d).Append("\"/>");
        return this;
    }

    public Pen Oval(string colour, double x, double y, double rx, double? ry = null, double opacity = 1)
    {
        _svg.Append("<ellipse fill=\"").Append(colour).Append("\" cx=\"").Append(Num(x)).Append("\" cy=\"");
        _svg.Append(Num(y)).Append("\" rx=\"").Append(Num(rx)).Append("\" ry=\"").Append(Num(ry ?? rx)).Append('"');
        if (opacity < 1)
            _svg.Append(" opacity=\"").Append(Num(opacity)).Append('"');
        _svg.Append("/>");
        return this;
    }

    /// <summary>Path data from text with holes; invariant and rounded.</summary>
    public static string D(FormattableString path)
    {
        var rounded = new object?[path.ArgumentCount];
        for (var i = 0; i < rounded.Length; i++)
            rounded[i] = path.GetArgument(i) is double d ? Num(d) : path.GetArgument(i);
        return string.Format(CultureInfo.InvariantCulture, path.Format, rounded);
    }

    public override string ToString() => _svg.ToString();

    private static string Num4(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    public readonly struct Group(StringBuilder svg) : IDisposable
    {
        public void Dispose() => svg.Append("</g>");
    }
}
