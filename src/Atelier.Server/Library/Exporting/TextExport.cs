using System.Text;

namespace Atelier.Library.Exporting;

internal static class TextExport
{
    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), -1, leaveOpen: true);
        foreach (var paragraph in source.Paragraphs())
        {
            cancel.ThrowIfCancellationRequested();
            await writer.WriteAsync(paragraph.Piece.Text);
            if (paragraph.Piece.EndsParagraph)
                await writer.WriteAsync("\n\n");
        }
    }
}
