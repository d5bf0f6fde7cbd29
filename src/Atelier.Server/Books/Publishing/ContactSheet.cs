using System.Globalization;
using System.Text;
using Atelier.Books.Publishing.Pages;

namespace Atelier.Books.Publishing;

/// <summary>The whole book on one sheet: cover first, then the pages as they lie open.</summary>
internal static class ContactSheet
{
    private const double Cell = 200;
    private const double Gap = 14;

    /// <summary>One SVG with every page nested in it, cut to its trim; front and back cover frame the pages.</summary>
    public static string Compose(ComposedCover cover, IReadOnlyList<ComposedPage> pages)
    {
        IReadOnlyList<ComposedPage> all = [cover.Front, .. pages, cover.Back];
        var spreads = all.Count / 2;
        // So many side by side that the last row is as full as can be.
        var across = Enumerable.Range(4, 3).MinBy(columns => (columns - spreads % columns) % columns);
        var height = Cell * cover.Front.Trim.Height / cover.Front.Trim.Width;
        var rows = (spreads + across - 1) / across;
        var width = across * (2 * Cell + Gap) + Gap;
        var sheet = new StringBuilder();
        sheet.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width:0.##}\" height=\"{rows * (height + Gap) + Gap:0.##}\"><rect width=\"100%\" height=\"100%\" fill=\"#4b4f58\"/>"
        );
        foreach (var (at, page) in all.Index())
        {
            var (row, column) = (at / (2 * across), at % (2 * across));
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
