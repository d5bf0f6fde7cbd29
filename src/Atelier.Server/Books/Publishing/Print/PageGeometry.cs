using Atelier.Drawing;

namespace Atelier.Books.Publishing.Print;

/// <summary>
/// One interior page in points, measured from its top left corner. Bleed lies on the three outer edges only; at the
/// spine the page ends with the trim. Odd pages are right-hand pages, even pages mirror them.
/// </summary>
/// <param name="Safe">Where the printer allows text.</param>
internal sealed record PageGeometry(double Width, double Height, Box Trim, Box Safe, PageFrame Frame)
{
    private const double Inch = 72;

    /// <summary>True on a right-hand page: the spine is at its left.</summary>
    public bool IsRecto => Trim.X == 0;

    /// <exception cref="ArgumentOutOfRangeException">The printer does not make books of that many pages.</exception>
    public static PageGeometry For(PrinterProfile printer, TrimSize trim, int pages, int page)
    {
        if (pages % 2 != 0 || pages < printer.MinPages || pages > trim.MaxPages)
            throw new ArgumentOutOfRangeException(
                nameof(pages),
                pages,
                $"{printer.Name} makes books of {printer.MinPages} to {trim.MaxPages} pages, an even number."
            );
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page, pages);

        var bleed = printer.Bleed * Inch;
        var (width, height) = (trim.Width * Inch, trim.Height * Inch);
        var recto = page % 2 == 1;
        var cut = new Box(recto ? 0 : bleed, bleed, width, height);
        var gutter = printer.Gutter(pages);
        var safe = Inside(cut, recto, gutter, printer.OutsideMargin);
        var live = Inside(
            cut,
            recto,
            Math.Max(gutter, printer.PreferredMargin),
            Math.Max(printer.OutsideMargin, printer.PreferredMargin)
        );
        return new PageGeometry(
            width + bleed,
            height + 2 * bleed,
            cut,
            safe,
            new PageFrame(width + bleed, height + 2 * bleed, live)
        );
    }

    private static Box Inside(Box trim, bool recto, double gutter, double outside)
    {
        var (atSpine, away) = (gutter * Inch, outside * Inch);
        return new Box(
            trim.X + (recto ? atSpine : away),
            trim.Y + away,
            trim.Width - atSpine - away,
            trim.Height - 2 * away
        );
    }
}
