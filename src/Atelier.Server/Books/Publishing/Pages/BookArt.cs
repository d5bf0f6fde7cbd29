using Atelier.Drawing;

namespace Atelier.Books.Publishing.Pages;

/// <summary>A picture that fills a sheet of the given size, with the panel its words stand on, if it has one.</summary>
/// <param name="Svg">A fragment, definitions included; its ids are its own.</param>
/// <param name="Faces">What lettering must not cover.</param>
/// <param name="DrawingIds">The drawings used, as <c>set:name</c>, for the credits.</param>
internal sealed record PageArt(
    string Svg,
    double Width,
    double Height,
    Box? Panel,
    string TextColour,
    string AltText,
    IReadOnlyList<Box> Faces,
    IReadOnlyList<string> DrawingIds
);

/// <summary>A figure or thing on a transparent ground, in its own units.</summary>
internal sealed record Cutout(string Svg, Box Bounds, string Name)
{
    /// <summary>Draws it as large as fits, standing on the box's lower edge and centred.</summary>
    public string In(Box box)
    {
        var scale = Math.Min(box.Width / Bounds.Width, box.Height / Bounds.Height);
        var (x, y) = (box.CentreX - Bounds.CentreX * scale, box.Bottom - Bounds.Bottom * scale);
        return Ornaments.Svg($"<g transform=\"translate({x:0.##} {y:0.##}) scale({scale:0.####})\">") + Svg + "</g>";
    }
}

/// <summary>The art of everything that is not a story page.</summary>
/// <param name="Cover">Drawn for the whole flat cover, back and spine included.</param>
/// <param name="Title">Any of the story's scenes; the title page shows it through a window.</param>
/// <param name="Cast">The characters, in the manuscript's order.</param>
/// <param name="Things">Small things of the story, for decoration.</param>
internal sealed record BookArt(PageArt Cover, PageArt Title, IReadOnlyList<Cutout> Cast, IReadOnlyList<Cutout> Things);
