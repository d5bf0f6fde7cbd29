using System.Text.Json;

namespace Atelier.Books.Publishing.Print;

/// <summary>
/// What one printer accepts, as dated data (see docs/decisions/0011): printers change their rules, and a book must say
/// by which it was made. All lengths in inches.
/// </summary>
/// <param name="OutsideMargin">Least distance of text from the trim on the three outer edges.</param>
/// <param name="PreferredMargin">What we keep, because it looks better and satisfies stricter printers too.</param>
internal sealed record PrinterProfile(
    string Id,
    string Name,
    int Version,
    DateOnly CheckedOn,
    IReadOnlyList<string> Sources,
    IReadOnlyList<TrimSize> Trims,
    int MinPages,
    double Bleed,
    IReadOnlyList<GutterRule> Gutters,
    double OutsideMargin,
    double PreferredMargin,
    double SpinePerPage,
    int SpineTextFromPages,
    double CoverSafe,
    BarcodeRule Barcode,
    long MaxFileBytes
)
{
    public static PrinterProfile Kdp { get; } = Read("kdp");

    public TrimSize? Trim(string name) => Trims.FirstOrDefault(trim => trim.Name == name);

    public double Gutter(int pages) => Gutters.First(rule => pages <= rule.ToPages).Inches;

    private static PrinterProfile Read(string name)
    {
        using var json = typeof(PrinterProfile).Assembly.GetManifestResourceStream($"printers.{name}.json")!;
        return JsonSerializer.Deserialize<PrinterProfile>(json, JsonSerializerOptions.Web)!;
    }
}

internal sealed record TrimSize(string Name, double Width, double Height, int MaxPages);

internal sealed record GutterRule(int ToPages, double Inches);

internal sealed record BarcodeRule(double Width, double Height, double FromTrim);
