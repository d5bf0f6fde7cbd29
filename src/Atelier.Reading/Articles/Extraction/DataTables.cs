using System.Globalization;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>Tables that hold figures, not the layout of a page.</summary>
internal static class DataTables
{
    private const int Large = 10;

    public static HashSet<PageNode> In(PageNode article) =>
        [.. article.Below().Where(node => node.Tag == "table" && IsData(node))];

    private static bool IsData(PageNode table)
    {
        if (table["role"] == "presentation" || table["datatable"] == "0")
            return false;
        if (table["summary"].Length > 0)
            return true;
        var below = table.Below().ToList();
        if (
            below.Any(node => node.Tag == "caption" && node.Parts.Count > 0)
            || below.Any(node => node.Tag is "col" or "colgroup" or "tfoot" or "thead" or "th")
        )
            return true;
        if (below.Any(node => node.Tag == "table"))
            return false;
        var rows = below.Where(node => node.Tag == "tr").ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Elements.Sum(Span));
        if (columns <= 1 || rows.Count <= 1)
            return false;
        return rows.Count >= Large || columns > 4 || rows.Count * columns > Large;
    }

    private static int Span(PageNode cell) =>
        int.TryParse(cell["colspan"], NumberStyles.None, CultureInfo.InvariantCulture, out var span)
        && span is > 0 and < 1000
            ? span
            : 1;
}
