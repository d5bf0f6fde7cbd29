using Atelier.Library.Documents;
using Atelier.Library.Reading;

namespace Atelier.Library.Exporting;

/// <summary>A paragraph, or a part of a long one, as it goes into a file.</summary>
/// <param name="Begins">The chapter that begins with it.</param>
/// <param name="IsHeading">It says the chapter's title itself.</param>
internal readonly record struct ExportParagraph(TextPiece Piece, DocumentChapter? Begins, bool IsHeading);

/// <summary>What there is to export of a document.</summary>
internal sealed record ExportSource(Document Document, DocumentContents Contents, StoredText Texts)
{
    public IEnumerable<ExportParagraph> Paragraphs()
    {
        var next = 0;
        foreach (var piece in Texts.Pieces(Document.TextSha256!))
        {
            DocumentChapter? begins = null;
            while (next < Contents.Chapters.Count && Contents.Chapters[next].Start <= piece.Start)
                begins = Contents.Chapters[next++];
            var isHeading = begins?.Title is { } title && Plain(piece.Text) == Plain(title);
            yield return new(piece, begins, isHeading);
        }
    }

    private static string Plain(string text) =>
        text.Length > 2 * Document.LongestTitle
            ? text
            : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
