using System.Globalization;
using System.Text;
using Atelier.Books.Publishing.Pages;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Ebook;

/// <summary>
/// A composed page as XHTML: the art is one picture with its description, the words are text laid over it line by line,
/// where print has them.
/// </summary>
internal static class EpubPages
{
    // Points to CSS pixels: large enough that reading systems scale down rather than up.
    private const double Scale = 2;

    public static string FileName(ComposedPage page) =>
        page.Kind is PageKind.Cover ? "cover" : string.Create(CultureInfo.InvariantCulture, $"page-{page.Number:000}");

    public static string Name(ComposedPage page) =>
        page.Kind switch
        {
            PageKind.Cover => "Cover",
            PageKind.Title => "Title page",
            PageKind.Copyright => "Copyright",
            PageKind.Dedication => "Dedication",
            PageKind.End => "The End",
            PageKind.About => "About this book",
            _ => string.Create(CultureInfo.InvariantCulture, $"Page {page.Number}"),
        };

    public static string Document(ComposedPage page)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
            <head>
            <meta charset="utf-8"/>
            <title>{Name(page)}</title>
            <meta name="viewport" content="width={Pixels(page.Trim.Width)}, height={Pixels(page.Trim.Height)}"/>
            <link rel="stylesheet" type="text/css" href="../book.css"/>
            </head>
            <body style="width:{Pixels(page.Trim.Width)}px;height:{Pixels(page.Trim.Height)}px">
            <img src="../art/{FileName(page)}.svg" alt="{Legible.Escape(page.AltText)}"/>

            """
        );
        foreach (var text in page.Texts.Where(text => text.Role is not TextRole.Folio))
            Append(html, text, page);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, PlacedText text, ComposedPage page)
    {
        var face = text.Block.Face;
        var tag = text.Role is TextRole.Title ? "h1" : "p";
        var outline = text.Outline is { } contour
            ? string.Create(
                CultureInfo.InvariantCulture,
                $";-webkit-text-stroke:{Pixels(contour.Width)}px {contour.Colour};paint-order:stroke fill"
            )
            : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"<{tag} style=\"color:{text.Colour};font-family:{text.Block.FontFamily};font-weight:{face.Weight};font-size:{Pixels(text.Block.FontSize)}px;line-height:{face.Ascender + face.Descender:0.####}{outline}\">"
        );
        foreach (var (n, line) in text.Block.Lines.Index())
        {
            var (left, top) = (
                text.X - page.Trim.X + line.X,
                text.Y - page.Trim.Y + line.Baseline - face.Ascender * text.Block.FontSize
            );
            // A little wider than measured, so that no reading system's rounding wraps or clips a line.
            const double spare = 6;
            var align =
                text.Block.Align is TextAlign.Centre ? "center"
                : line.RightToLeft ? "right"
                : "left";
            var start = align switch
            {
                "center" => left - spare,
                "right" => left - 2 * spare,
                _ => left,
            };
            html.Append(
                CultureInfo.InvariantCulture,
                $"{(n > 0 ? " " : "")}<span{(line.RightToLeft ? " dir=\"rtl\"" : "")} style=\"left:{Pixels(start)}px;top:{Pixels(top)}px;width:{Pixels(line.Width + 2 * spare)}px;text-align:{align}\">{Legible.Escape(line.Text)}</span>"
            );
        }

        html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
    }

    private static string Pixels(double points) => Math.Round(points * Scale, 2).ToString(CultureInfo.InvariantCulture);
}
