using System.Globalization;
using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;

namespace Atelier.Tests.Books.Publishing;

public sealed class PrintPdfTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("print-pdf-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("8.5x8.5", 24), InlineData("6x9", 32)]
    public async Task Every_page_has_the_printers_boxes_and_the_file_carries_nothing_else(string trim, int pages)
    {
        var design = SampleBook.Design(SampleBook.Brief with { Trim = trim, Pages = pages });
        var pdf = await Render(SampleBook.Pages(design));

        var boxes = await Tool.Says("pdfinfo", "-box", "-f", "1", "-l", "99", pdf);
        for (var n = 1; n <= pages; n++)
        {
            var page = design.Geometry(n);
            Assert.Equal([0, 0, page.Width, page.Height], Box(boxes, n, "MediaBox"));
            Assert.Equal([0, 0, page.Width, page.Height], Box(boxes, n, "BleedBox"));
            Assert.Equal([page.Trim.X, 9, page.Trim.Right, page.Height - 9], Box(boxes, n, "TrimBox"));
        }

        Assert.Matches($@"Pages:\s+{pages}\b", boxes);
        Assert.DoesNotContain("Producer", boxes);
        Assert.DoesNotContain("CreationDate", boxes);
        Assert.Contains("No syntax or stream encoding errors", await Tool.Says("qpdf", "--check", pdf));
    }

    [Fact]
    public async Task All_fonts_are_embedded_subsets_and_none_is_type_3()
    {
        var pdf = await Render(SampleBook.Pages(SampleBook.Design()));
        var fonts = (await Tool.Says("pdffonts", pdf))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2)
            .ToArray();
        Assert.Contains(fonts, font => font.Contains("Andika"));
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+.*\byes yes\b", font));
        Assert.All(fonts, font => Assert.DoesNotContain("Type 3", font));
    }

    [Fact]
    public async Task The_same_pages_give_the_same_bytes()
    {
        var pages = SampleBook.Pages(SampleBook.Design());
        var first = await File.ReadAllBytesAsync(await Render(pages), TestContext.Current.CancellationToken);
        var again = SampleBook.Pages(SampleBook.Design());
        Assert.Equal(first, await File.ReadAllBytesAsync(await Render(again), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_flat_cover_is_exact_to_a_hundredth_of_an_inch_and_keeps_the_barcode_clear()
    {
        var design = SampleBook.Design(SampleBook.Brief with { Pages = 32 });
        var cover = CoverDesign.Compose(design, SampleBook.Art(design));
        var pdf = await Render([cover.Flat]);
        var media = Box(await Tool.Says("pdfinfo", "-box", "-f", "1", "-l", "1", pdf), 1, "MediaBox");
        Assert.Equal(17.3251, media[2] / 72, 0.001);
        Assert.Equal(8.75, media[3] / 72, 0.001);
        Assert.All(cover.Flat.Texts, text => Assert.False(text.Area.Overlaps(cover.Geometry.Barcode)));
        Assert.All(cover.Flat.Texts, text => Assert.False(text.Area.Overlaps(cover.Geometry.Spine)));
    }

    [Fact]
    public async Task A_hostile_title_is_printed_as_the_text_it_is()
    {
        const string title = "<script>alert('&amp;')</script></text><image href=\"file:///etc/passwd\"/>";
        var design = SampleBook.Design(manuscript: SampleBook.Manuscript(24, title + "\u0000\u0008"));
        var text = await Tool.Says("pdftotext", "-f", "1", "-l", "1", await Render(SampleBook.Pages(design)), "-");
        Assert.Contains(Squeezed(title), Squeezed(text));
        var cover = CoverDesign.Compose(design, SampleBook.Art(design));
        Assert.Contains(Squeezed(title), Squeezed(await Tool.Says("pdftotext", await Render([cover.Flat]), "-")));
    }

    [Fact]
    public async Task Hebrew_and_chinese_are_printed_in_faces_that_have_them_and_an_emoji_is_reported()
    {
        var design = SampleBook.Design(SampleBook.Brief with { Author = "נועה לוי", Dedication = "给小龙 🐉" });
        var pdf = await Render(SampleBook.Pages(design));
        var fonts = await Tool.Says("pdffonts", pdf);
        Assert.Contains("NotoSansHebrew", fonts);
        Assert.Contains("DroidSansFallback", fonts);
        Assert.Contains("נועה", await Tool.Says("pdftotext", pdf, "-"));
        Assert.Contains(design.Notes, note => note.Contains("dedication") && note.Contains("🐉"));
    }

    private async Task<string> Render(IReadOnlyList<ComposedPage> pages)
    {
        using var work = new StagedFolder(Path.Combine(_folder.FullName, "work"));
        var (pdf, failure) = await PrintPdf.RenderAsync(pages, work, TestContext.Current.CancellationToken);
        Assert.Null(failure);
        var path = Path.Combine(_folder.FullName, Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(path, pdf!, TestContext.Current.CancellationToken);
        return path;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static double[] Box(string pdfinfo, int page, string name) =>
        [
            .. pdfinfo
                .Split('\n')
                .Single(line => line.StartsWith($"Page {page, 4} {name}:", StringComparison.Ordinal))
                .Split(':')[1]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
}
