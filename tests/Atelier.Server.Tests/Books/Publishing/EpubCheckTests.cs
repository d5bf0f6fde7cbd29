using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Ebook;
using Atelier.Books.Publishing.Pages;
using Atelier.Platform.Processes;
using Atelier.Testing;

namespace Atelier.Tests.Books.Publishing;

public sealed class EpubCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epub-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("8.5x8.5", "Ember's Shiny Things", null)]
    [InlineData("6x9", "<b>&amp;</b> \u0001 אבא 🐉", "נועה")]
    public async Task An_independent_validator_finds_neither_errors_nor_warnings(
        string trim,
        string title,
        string? author
    )
    {
        var cancel = TestContext.Current.CancellationToken;
        var brief = SampleBook.Brief with { Trim = trim, Author = author, Dedication = null };
        var design = SampleBook.Design(brief, SampleBook.Manuscript(24, title));
        var (front, pages) = (CoverDesign.Compose(design, SampleBook.Art(design)).Front, SampleBook.Pages(design));
        using var work = new StagedFolder(Path.Combine(_folder.FullName, "work"));
        var (png, _) = await PagePng.RenderAsync(front.ToTrimmedSvg(), 200, cancel);
        var faces = await EpubFonts.EmbedAsync([front, .. pages], work, cancel);
        var file = await work.WriteAsync(
            "book.epub",
            EpubFile.Write(design, front, pages, png!, faces, new DateOnly(2026, 1, 1)),
            cancel
        );

        var validator = Path.Combine(RepositoryRoot.Path, "tests/node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js");
        var run = await ChildProcess.RunAsync(
            new("node", [validator, file, "--fail-on-warnings"]) { MemoryBytes = null },
            cancel
        );
        Assert.True(run.ExitCode == 0, run.OutputText + run.Errors);
        Assert.Contains("Valid EPUB", run.OutputText);
    }
}
