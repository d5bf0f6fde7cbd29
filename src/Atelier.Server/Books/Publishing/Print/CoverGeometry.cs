using Atelier.Drawing;

namespace Atelier.Books.Publishing.Print;

/// <summary>
/// The flat cover in points from its top left corner: back, spine, front, with bleed on all four edges.
/// <paramref name="Back"/>, <paramref name="Spine"/> and <paramref name="Front"/> are trimmed areas.
/// </summary>
/// <param name="SpineText">Thin spines carry none: the fold may wander by more than the letters' height.</param>
internal sealed record CoverGeometry(
    double Width,
    double Height,
    Box Trim,
    Box Back,
    Box Spine,
    Box Front,
    Box Barcode,
    double Safe,
    bool SpineText
)
{
    private const double Inch = 72;

    public static CoverGeometry For(PrinterProfile printer, TrimSize trim, int pages)
    {
        var bleed = printer.Bleed * Inch;
        var (width, height) = (trim.Width * Inch, trim.Height * Inch);
        var spine = pages * printer.SpinePerPage * Inch;
        var back = new Box(bleed, bleed, width, height);
        var barcode = new Box(
            back.Right - (printer.Barcode.FromTrim + printer.Barcode.Width) * Inch,
            back.Bottom - (printer.Barcode.FromTrim + printer.Barcode.Height) * Inch,
            printer.Barcode.Width * Inch,
            printer.Barcode.Height * Inch
        );
        return new CoverGeometry(
            2 * width + spine + 2 * bleed,
            height + 2 * bleed,
            new Box(bleed, bleed, 2 * width + spine, height),
            back,
            new Box(back.Right, bleed, spine, height),
            new Box(back.Right + spine, bleed, width, height),
            barcode,
            Math.Max(printer.CoverSafe, printer.PreferredMargin) * Inch,
            pages >= printer.SpineTextFromPages
        );
    }
}
