using System.Globalization;
using System.Text;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

internal enum TextRole
{
    Title,
    Words,
    Small,
    Folio,
}

/// <summary>Set text at its place on a page, in points from the page's top left corner.</summary>
/// <param name="Outline">A contour around the letters that keeps them readable over art, or null.</param>
internal sealed record PlacedText(
    TextBlock Block,
    double X,
    double Y,
    string Colour,
    TextRole Role,
    Outline? Outline = null
)
{
    public Box Area => new(X, Y, Block.Width, Block.Height);

    public string Text => string.Join(' ', Block.Lines.Select(line => line.Text));

    public string ToSvg() =>
        Block.ToSvg(
            X,
            Y,
            Colour,
            Outline is null
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"stroke=\"{Outline.Colour}\" stroke-width=\"{Outline.Width:0.##}\" stroke-linejoin=\"round\" paint-order=\"stroke\""
                )
        );
}

internal sealed record Outline(string Colour, double Width);

/// <summary>
/// A finished page: art below, real text above. <see cref="ToSvg"/> is the source of everything made from it
/// (docs/decisions/0010).
/// </summary>
/// <param name="Trim">The part that remains after cutting.</param>
/// <param name="Art">SVG fragment in page points, bleed included.</param>
/// <param name="AltText">What the picture shows, for people who do not see it.</param>
internal sealed record ComposedPage(
    int Number,
    PageKind Kind,
    double Width,
    double Height,
    Box Trim,
    string Art,
    IReadOnlyList<PlacedText> Texts,
    string AltText
)
{
    /// <summary>The words of the page in reading order, without its page number.</summary>
    public string Text =>
        string.Join('\n', Texts.Where(text => text.Role is not TextRole.Folio).Select(text => text.Text));

    /// <summary>The whole sheet, as the printer gets it.</summary>
    public string ToSvg() =>
        Document(new Box(0, 0, Width, Height), Art + string.Concat(Texts.Select(text => text.ToSvg())));

    /// <summary>The art alone, cut to the trim: an e-book sets the words itself.</summary>
    public string ToArtSvg() => Document(Trim, Art);

    /// <summary>Art and words, cut to the trim: what a reader sees.</summary>
    public string ToTrimmedSvg() => Document(Trim, Art + string.Concat(Texts.Select(text => text.ToSvg())));

    private string Document(Box view, string content) =>
        new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" ")
            .Append(
                CultureInfo.InvariantCulture,
                $"width=\"{view.Width:0.####}pt\" height=\"{view.Height:0.####}pt\" viewBox=\"{view.X:0.####} {view.Y:0.####} {view.Width:0.####} {view.Height:0.####}\">"
            )
            .Append("<title>")
            .Append(Legible.Escape(AltText))
            .Append("</title>")
            .Append(content)
            .Append("</svg>\n")
            .ToString();
}
