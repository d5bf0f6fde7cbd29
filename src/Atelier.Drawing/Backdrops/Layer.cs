using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Backdrops;

/// <summary>One named layer being painted, back to front.</summary>
internal sealed class Layer(string name)
{
    private readonly StringBuilder _svg = new();

    public bool IsEmpty => _svg.Length == 0;

    public SceneLayer Finish() => new(name, _svg.ToString());

    public void Fill(PathData path, Colour colour, double opacity = 1) => Fill(path, colour.ToString(), opacity);

    public void Fill(PathData path, string paint, double opacity = 1)
    {
        _svg.Append("<path fill=\"").Append(paint);
        Opacity("fill", opacity);
        _svg.Append("\" d=\"").Append(path).Append("\"/>");
    }

    public void Stroke(PathData path, Colour colour, double width, double opacity = 1)
    {
        _svg.Append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"").Append(colour);
        _svg.Append("\" stroke-width=\"");
        PathData.Number(_svg, Math.Max(0.3, width));
        Opacity("stroke", opacity);
        _svg.Append("\" d=\"").Append(path).Append("\"/>");
    }

    /// <summary>Paints inside a group; <paramref name="attributes"/> starts with a space, for example a clip.</summary>
    public void Group(string attributes, Action paint)
    {
        _svg.Append("<g").Append(attributes).Append('>');
        paint();
        _svg.Append("</g>");
    }

    internal static string Share(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // Not the element's own opacity: that would cost a transparency group in every PDF.
    private void Opacity(string of, double opacity)
    {
        if (opacity < 1)
            _svg.Append("\" ").Append(of).Append("-opacity=\"").Append(Share(opacity));
    }
}
