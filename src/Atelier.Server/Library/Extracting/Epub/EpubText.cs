using Atelier.Library.Documents;
using Atelier.Library.Extracting.Archives;
using Atelier.Library.Extracting.Markup;

namespace Atelier.Library.Extracting.Epub;

/// <summary>E-books, page by page in the order of their spine. A page that cannot be read is left out and told of.</summary>
internal sealed class EpubText : IExtractor
{
    private static readonly string[] Pages = ["application/xhtml+xml", "text/html", "application/x-dtbook+xml"];
    private static readonly string[] BadPage = ["document_damaged", "document_too_complex"];

    public IReadOnlyList<DocumentFormat> Formats => [DocumentFormat.Epub];

    public Task ReadAsync(SourceFile source, TextDraft draft, IProgress<double> progress, CancellationToken cancel)
    {
        using var file = source.Open();
        using var zip = SafeZip.Open(file);
        EpubRights.Check(zip);
        var book = EpubPackage.Read(zip);
        (draft.Title, draft.Author, draft.Language) = (book.Title, book.Author, book.Language);
        var pages = book.Spine.Where(item => IsPage(item) && !EpubTitles.IsNavigation(item)).ToList();
        var left = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Write(zip, book, pages[i], draft, cancel);
            }
            catch (Unreadable reason) when (BadPage.Contains(reason.Code))
            {
                left++;
                draft.Warn("chapter_left_out", $"{pages[i].Path} was left out: {reason.Message}");
            }
            progress.Report((i + 1.0) / pages.Count);
        }
        if (draft.Length == 0)
            throw left > 0 ? Unreadable.Damaged("none of its chapters can be read.") : Unreadable.Empty();
        return Task.CompletedTask;
    }

    private static void Write(SafeZip zip, EpubPackage book, EpubItem item, TextDraft draft, CancellationToken cancel)
    {
        using var reader = new StreamReader(zip.Read(item.Path));
        using var page = HtmlText.Parse(reader, item.Path);
        // A page that the table of contents does not name goes on with the chapter before it.
        if (book.Titles.GetValueOrDefault(item.Path) is { } title)
            draft.Chapter(title);
        else if (book.Titles.Count == 0 || draft.Length == 0)
            draft.Chapter(HtmlText.HeadingOf(page));
        HtmlText.Write(page, draft, cancel);
    }

    private static bool IsPage(EpubItem item) =>
        Pages.Contains(item.MediaType)
        || item.Path.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase)
        || item.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
}
