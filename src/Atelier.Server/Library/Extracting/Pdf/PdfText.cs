using System.Text;
using Atelier.Library.Documents;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Extracting.Pdf;

/// <summary>PDF, by poppler: some pages at a time, so that there is progress to show and an end to be had at once.</summary>
internal sealed class PdfText(IOptions<LibraryOptions> options) : IExtractor
{
    private const int PagesAtATime = 40;
    private const int MostPages = 50_000;
    private const int MostText = 60_000_000; // characters
    private const int NearlyNothing = 20; // letters on a page

    public IReadOnlyList<DocumentFormat> Formats => [DocumentFormat.Pdf];

    public async Task ReadAsync(
        SourceFile source,
        TextDraft draft,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var tools = new PdfTools(source.Path, options.Value);
        var facts = await tools.LookAsync(cancel);
        var count = facts.Pages;
        (draft.Title, draft.Author) = (facts.Title, facts.Author);
        if (count > MostPages)
            throw Unreadable.TooComplex($"The file has {count} pages; a document has at most {MostPages}.");
        var pages = await ReadPagesAsync(tools, count, draft, progress, cancel);
        await MarkScannedAsync(tools, pages, draft, cancel);
        if (pages.TrueForAll(page => page.Letters == 0) && draft.ScannedPages > 0)
            throw new Unreadable(
                "document_scanned",
                $"Its {draft.ScannedPages} pages are pictures of pages. The library does not read pictures."
            );
        new PdfLayout(pages).Write(draft, cancel);
    }

    private static async Task<List<PdfPage>> ReadPagesAsync(
        PdfTools tools,
        int count,
        TextDraft draft,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var pages = new List<PdfPage>(count);
        long length = 0;
        for (var first = 1; first <= count; first += PagesAtATime)
        {
            var last = Math.Min(first + PagesAtATime - 1, count);
            var result = await tools.TextAsync(first, last, cancel);
            if (!result.Succeeded)
            {
                var reason = PdfTools.ReasonOf(result);
                // Only some of its pages being broken, the others are worth having.
                if (reason.Code != "document_damaged" || count <= PagesAtATime)
                    throw reason;
                draft.Warn("pages_left_out", $"Pages {first} to {last} cannot be read.");
            }
            var texts = Encoding.UTF8.GetString(result.Output.Span).Split('\f');
            for (var page = first; page <= last; page++)
                pages.Add(PdfPage.Of(page, page - first < texts.Length ? texts[page - first] : ""));
            length += result.Output.Length;
            if (length > MostText)
                throw Unreadable.TooLong();
            progress.Report((double)last / count);
        }
        return pages;
    }

    private static async Task MarkScannedAsync(
        PdfTools tools,
        List<PdfPage> pages,
        TextDraft draft,
        CancellationToken cancel
    )
    {
        var bare = pages.Where(page => page.Letters < NearlyNothing).Select(page => page.Number).ToList();
        if (bare.Count == 0)
            return;
        var pictured = await tools.WithPicturesAsync(bare[0], bare[^1], cancel);
        draft.ScannedPages = bare.Count(pictured.Contains);
        if (draft.ScannedPages > 0)
            draft.Warn(
                "scanned_pages",
                $"{draft.ScannedPages} of {pages.Count} pages are pictures with next to no text."
            );
    }
}
