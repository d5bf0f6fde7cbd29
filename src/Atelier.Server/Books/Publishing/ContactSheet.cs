using System.Globalization;
using System.Text;
using Atelier.Books.Publishing.Pages;

namespace Atelier.Books.Publishing;

/// <summary>The whole book on one sheet: cover first, then the pages as they lie open.</summary>
internal static class ContactSheet
{
    private const double Cell = 200;
    private const double Gap = 14;
    private const int Spreads = 4; // side by side

    /// <summary>One SVG with every page nested in it, cut to its trim.</summary>
    public static string Compose(ComposedPage front, IReadOnlyList<ComposedPage> pages)
    {
        var height = Cell * front.Trim.Height / front.Trim.Width;
        // Position 0 is the left half of the first spread: the cover. Page 1 is its right half.
        var rows = (pages.Count + 1 + 2 * Spreads - 1) / (2 * Spreads);
        var width = Spreads * (2 * Cell + Gap) + Gap;
        var sheet = new StringBuilder();
        sheet.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width:0.##}\" height=\"{rows * (height + Gap) + Gap:0.##}\"><rect width=\"100%\" height=\"100%\" fill=\"#4b4f58\"/>"
        );
        foreach (var (at, page) in pages.Prepend(front).Index())
        {
            var (row, column) = (at / (2 * Spreads), at % (2 * Spreads));
            var x = Gap + column / 2 * (2 * Cell + Gap) + column % 2 * Cell;
            var y = Gap + row * (height + Gap);
            var trim = page.Trim;
            sheet.Append(
                CultureInfo.InvariantCulture,
                $"<svg x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Cell:0.##}\" height=\"{height:0.##}\" viewBox=\"{trim.X:0.##} {trim.Y:0.##} {trim.Width:0.##} {trim.Height:0.##}\">"
            );
            // Only the part inside the tags: the outer element above takes their place.
            var svg = page.ToTrimmedSvg();
            var inner = svg[(svg.IndexOf('>') + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];
            sheet.Append(SvgIds.Prefix(inner, string.Create(CultureInfo.InvariantCulture, $"s{at}-"))).Append("</svg>");
        }

        return sheet.Append("</svg>").ToString();
    }
}
