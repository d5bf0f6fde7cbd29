using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Books.Publishing.Pages;
using Atelier.Drawing.Art;
using Atelier.Language;

namespace Atelier.Books.Publishing;

/// <summary>What travels with a book: enough to make it again, to check it, and to credit it.</summary>
internal sealed record BookManifest(
    string Engine,
    BookBrief Brief,
    long Seed,
    string Title,
    string Writer,
    ManifestPrinter Printer,
    IReadOnlyList<ManifestFile> Files,
    IReadOnlyList<ManifestPage> Pages,
    IReadOnlyList<ArtCredit> Licences,
    IReadOnlyList<string> Drawings,
    IReadOnlyList<string> Notes
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page: names stay readable
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

internal sealed record ManifestPrinter(string Id, int Version, DateOnly CheckedOn);

internal sealed record ManifestFile(string Name, string Sha256, long Bytes)
{
    public static ManifestFile Of(string name, byte[] bytes) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
}

/// <param name="Changed">True for a page that was changed after the book was first made: brief and seed alone do not make it again.</param>
internal sealed record ManifestPage(
    int Number,
    string Kind,
    string Sha256,
    string Text,
    ReadabilityReport? Readability,
    bool? Changed
);

/// <summary>What only the job knows about a book.</summary>
/// <param name="Engine">Name and version of what made it.</param>
/// <param name="Edition">Stands for the date in the e-book; must not come from the clock at export.</param>
/// <param name="Readability">By story page.</param>
/// <param name="Drawings">Ids of the drawings used.</param>
internal sealed record BookRecord(
    BookBrief Brief,
    long Seed,
    string Engine,
    DateOnly Edition,
    IReadOnlyDictionary<int, ReadabilityReport> Readability,
    IReadOnlyList<string> Drawings,
    IReadOnlyList<string> Notes
)
{
    public BookManifest Manifest(
        BookDesign book,
        IReadOnlyList<ComposedPage> pages,
        IReadOnlyList<ManifestFile> files
    ) =>
        new(
            Engine,
            Brief,
            Seed,
            book.Title,
            book.Writer,
            new(book.Printer.Id, book.Printer.Version, book.Printer.CheckedOn),
            files,
            [
                .. pages.Select(page => new ManifestPage(
                    page.Number,
                    page.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
                    ManifestFile.Of("", System.Text.Encoding.UTF8.GetBytes(page.ToSvg())).Sha256,
                    page.Text,
                    book.Plan[page.Number - 1].Story is { } story ? Readability.GetValueOrDefault(story) : null,
                    book.Plan[page.Number - 1].Story is { } told && book.Manuscript.Pages[told - 1].Changed
                        ? true
                        : null
                )),
            ],
            Credits.Licences(Drawings, pages),
            [.. Drawings.Distinct().Order(StringComparer.Ordinal)],
            [.. book.Notes, .. Notes]
        );
}
