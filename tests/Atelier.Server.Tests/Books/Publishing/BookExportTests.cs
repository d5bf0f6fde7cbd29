using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;
using Atelier.Platform.Files;

namespace Atelier.Tests.Books.Publishing;

public sealed class BookExportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("book-export-");

    private string Target => Path.Combine(_folder.FullName, "book");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_book_is_the_same_bytes_in_every_file()
    {
        var first = await Export(SampleBook.Design());
        var again = await Export(SampleBook.Design(), "again");
        Assert.Equal(first.Manifest.Files, again.Manifest.Files);
        Assert.Equal(
            await File.ReadAllBytesAsync(
                Path.Combine(first.Folder, "manifest.json"),
                TestContext.Current.CancellationToken
            ),
            await File.ReadAllBytesAsync(
                Path.Combine(again.Folder, "manifest.json"),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Interior_and_cover_pass_the_printers_checks_by_independent_tools()
    {
        var design = SampleBook.Design();
        var book = await Export(design);
        foreach (
            var (file, pages) in new[]
            {
                ("interior.pdf", SampleBook.Pages(design)),
                ("cover.pdf", [CoverDesign.Compose(design, SampleBook.Art(design)).Flat]),
            }
        )
        {
            var (findings, failure) = await Preflight.InspectAsync(
                Path.Combine(book.Folder, file),
                pages,
                PrinterProfile.Kdp,
                TestContext.Current.CancellationToken
            );
            Assert.Null(failure);
            Assert.Empty(findings);
        }
    }

    [Fact]
    public async Task Preflight_sees_a_wrong_size_and_leftover_metadata()
    {
        var design = SampleBook.Design();
        var cover = CoverDesign.Compose(design, SampleBook.Art(design)).Flat;
        var plain = Path.Combine(_folder.FullName, "plain.svg");
        await File.WriteAllTextAsync(plain, cover.ToSvg(), TestContext.Current.CancellationToken);
        await Tool.Says("rsvg-convert", "-f", "pdf", "-o", plain + ".pdf", plain);
        var (findings, _) = await Preflight.InspectAsync(
            plain + ".pdf",
            [cover with { Width = cover.Width + 9 }],
            PrinterProfile.Kdp,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["boxes", "boxes", "boxes", "metadata", "metadata"], findings.Select(finding => finding.Check));
    }

    [Fact]
    public async Task The_e_book_starts_with_its_type_uncompressed_and_has_one_described_picture_a_page()
    {
        var book = await Export(SampleBook.Design());
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(book.Folder, "book.epub"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("mimetypeapplication/epub+zip", System.Text.Encoding.ASCII.GetString(bytes, 30, 28));

        using var zip = ZipFile.OpenRead(Path.Combine(book.Folder, "book.epub"));
        var pages = zip
            .Entries.Where(entry => entry.FullName.StartsWith("EPUB/pages/", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(25, pages.Length); // 24 and the cover
        foreach (var page in pages)
        {
            var html = XDocument.Load(page.Open());
            var picture = Assert.Single(html.Descendants(), node => node.Name.LocalName == "img");
            Assert.NotEmpty(picture.Attribute("alt")!.Value);
            Assert.NotNull(zip.GetEntry("EPUB/art/" + Path.GetFileNameWithoutExtension(page.Name) + ".svg"));
        }
    }

    [Fact]
    public async Task A_hostile_title_is_text_in_the_e_book_and_the_manifest()
    {
        const string title = "</h1><script>alert(1)</script>&bogus;";
        var book = await Export(SampleBook.Design(manuscript: SampleBook.Manuscript(24, title + "\u0001\uFFFF")));
        using var zip = ZipFile.OpenRead(Path.Combine(book.Folder, "book.epub"));
        var opf = XDocument.Load(zip.GetEntry("EPUB/package.opf")!.Open());
        Assert.Equal(title, opf.Descendants().Single(node => node.Name.LocalName == "title").Value);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xhtml", StringComparison.Ordinal)))
            Assert.DoesNotContain(XDocument.Load(entry.Open()).Descendants(), node => node.Name.LocalName == "script");
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".svg", StringComparison.Ordinal)))
            Assert.Equal("svg", XDocument.Load(entry.Open()).Root!.Name.LocalName);
        var manifest = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(book.Folder, "manifest.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(title, manifest.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_manifest_names_every_file_with_its_hash_and_every_source_of_art()
    {
        var book = await Export(SampleBook.Design());
        Assert.Equal(
            ["interior.pdf", "cover.pdf", "book.epub", "cover.png"],
            book.Manifest.Files.Select(file => file.Name)
        );
        foreach (var file in book.Manifest.Files)
        {
            var bytes = await File.ReadAllBytesAsync(
                Path.Combine(book.Folder, file.Name),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(ManifestFile.Of(file.Name, bytes), file);
        }

        Assert.Equal(24, book.Manifest.Pages.Count);
        Assert.Equal(
            [("Noto Emoji", "Apache-2.0"), ("Andika", "OFL-1.1"), ("Cherry Bomb", "OFL-1.1")],
            book.Manifest.Licences.Select(credit => (credit.Title, credit.Licence))
        );
        Assert.Equal(["noto:dragon"], book.Manifest.Drawings);
    }

    [Fact]
    public async Task A_full_disk_is_a_clear_failure()
    {
        using var work = new StagedFolder(Target);
        File.CreateSymbolicLink(work.At("Title-001.svg"), "/dev/full");
        var design = SampleBook.Design();
        var error = await Assert.ThrowsAsync<IOException>(() =>
            PrintPdf.RenderAsync(SampleBook.Pages(design), work, TestContext.Current.CancellationToken)
        );
        Assert.True(DiskFullException.IsCauseOf(error));
    }

    [Fact]
    public async Task A_book_that_cannot_be_written_leaves_the_one_before_it_alone()
    {
        var design = SampleBook.Design();
        await Export(design);
        var before = Directory.GetFiles(Target).Order().ToArray();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Write(design, Target, stop.Token));
        Assert.Equal(before, Directory.GetFiles(Target).Order());
        Assert.False(Directory.Exists(Target + ".partial"));
    }

    private async Task<ExportedBook> Export(BookDesign design, string name = "book")
    {
        var (book, failure) = await Write(
            design,
            Path.Combine(_folder.FullName, name),
            TestContext.Current.CancellationToken
        );
        Assert.Null(failure);
        return book!;
    }

    private static Task<(ExportedBook?, ExportFailure?)> Write(
        BookDesign design,
        string folder,
        CancellationToken cancel
    ) =>
        BookExport.WriteAsync(
            design,
            CoverDesign.Compose(design, SampleBook.Art(design)),
            SampleBook.Pages(design),
            new BookRecord(
                SampleBook.Brief,
                7,
                "Atelier test",
                new DateOnly(2026, 1, 1),
                new Dictionary<int, Atelier.Language.ReadabilityReport>(),
                ["noto:dragon", "noto:dragon"],
                []
            ),
            folder,
            cancel
        );
}
