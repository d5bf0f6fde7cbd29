using Atelier.Drawing;
using Atelier.Drawing.Composition;

namespace Atelier.Books.Publishing.Pages;

/// <summary>A picture that fills a sheet of the given size, with the panel its words stand on, if it has one.</summary>
/// <param name="Svg">A fragment, definitions included; its ids are its own.</param>
/// <param name="Faces">What lettering must not cover.</param>
/// <param name="DrawingIds">The drawings used, as <c>set:name</c>, for the credits.</param>
/// <param name="Composition">How it is laid out, so that the next pages can differ.</param>
/// <param name="Notes">What could not be drawn as asked.</param>
/// <param name="PaintedBy">The image model that painted it; null for the built-in illustrator.</param>
internal sealed record PageArt(
    string Svg,
    double Width,
    double Height,
    Box? Panel,
    string TextColour,
    string AltText,
    IReadOnlyList<Box> Faces,
    IReadOnlyList<string> DrawingIds,
    string Composition,
    IReadOnlyList<string> Notes,
    string? PaintedBy = null
)
{
    public static PageArt Of(Scene scene) =>
        new(
            $"<defs>{scene.Defs}</defs>"
                + string.Concat(scene.Layers.Select(layer => $"<g id=\"layer-{layer.Name}\">{layer.Svg}</g>")),
            scene.Width,
            scene.Height,
            scene.Panel,
            scene.TextColour,
            scene.AltText,
            scene.Faces,
            scene.DrawingIds,
            scene.Composition,
            scene.Notes
        );
}

/// <summary>A figure or thing on a transparent ground, in its own units. Ids inside are unique in the book.</summary>
/// <param name="Face">Where the face is, if it has one.</param>
/// <param name="DrawingIds">The drawings it is made from.</param>
internal sealed record Cutout(string Svg, Box Bounds, Box? Face, string Name, IReadOnlyList<string> DrawingIds)
{
    /// <summary>Draws it as large as fits, standing on the box's lower edge and centred.</summary>
    public string In(Box box) =>
        Standing(box.CentreX, box.Bottom, Math.Min(box.Width / Bounds.Width, box.Height / Bounds.Height));

    /// <summary>Draws it with the middle of its lower edge on a point.</summary>
    public string Standing(double x, double foot, double scale) =>
        At(x - Bounds.CentreX * scale, foot - Bounds.Bottom * scale, scale);

    /// <summary>A portrait in a round frame: the face in its middle, or all of a thing that has none.</summary>
    /// <param name="id">Unique in the page.</param>
    public string Portrait(double x, double y, double radius, string id, BookColours colours)
    {
        var frame = Ornaments.Svg($"cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\"");
        var inner = new Box(x - radius * 0.68, y - radius * 0.7, radius * 1.36, radius * 1.4);
        var picture = In(inner);
        if (Face is { } face)
        {
            // Ears, hats and hair reach beyond a face: it takes a little over half of the frame.
            var scale = radius * 1.12 / Math.Max(face.Width, face.Height);
            picture = At(x - face.CentreX * scale, y + radius * 0.08 - face.CentreY * scale, scale);
        }

        return $"<clipPath id=\"{id}\"><circle {frame}/></clipPath><circle {frame} fill=\"{colours.Soft}\"/>"
            + $"<g clip-path=\"url(#{id})\">{picture}</g>"
            + $"<circle {frame} fill=\"none\" stroke=\"{colours.Accent}\" stroke-width=\"2.5\"/>";
    }

    private string At(double x, double y, double scale) =>
        Ornaments.Svg($"<g transform=\"translate({x:0.##} {y:0.##}) scale({scale:0.####})\">") + Svg + "</g>";
}

/// <summary>The art of everything that is not a story page.</summary>
/// <param name="Cover">Drawn for the whole flat cover, back and spine included.</param>
/// <param name="Title">Any of the story's scenes; the title page shows it through a window.</param>
/// <param name="Cast">The characters, in the manuscript's order.</param>
/// <param name="Things">Small things of the story, for decoration.</param>
internal sealed record BookArt(PageArt Cover, PageArt Title, IReadOnlyList<Cutout> Cast, IReadOnlyList<Cutout> Things)
{
    /// <summary>The story's pages, by whoever painted them.</summary>
    public IReadOnlyList<PageArt> Story { get; init; } = [];

    /// <summary>Every drawing that is anywhere in the book.</summary>
    public IReadOnlyList<string> DrawingIds =>
        [
            .. ((PageArt[])[.. Story, Cover, Title])
                .SelectMany(page => page.DrawingIds)
                .Concat(Cast.Concat(Things).SelectMany(cutout => cutout.DrawingIds))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
