using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Library.Exporting;

internal static partial class MarkdownExport
{
    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), -1, leaveOpen: true);
        await writer.WriteAsync($"# {Inline(source.Document.Title)}\n\n");
        foreach (var paragraph in source.Paragraphs())
        {
            cancel.ThrowIfCancellationRequested();
            if (paragraph.Begins?.Title is { } title)
                await writer.WriteAsync($"## {Inline(title)}\n\n");
            if (paragraph.IsHeading)
                continue;
            await writer.WriteAsync(Block(paragraph.Piece.Text));
            if (paragraph.Piece.EndsParagraph)
                await writer.WriteAsync("\n\n");
        }
    }

    private static string Inline(string text) => Marks().Replace(text.ReplaceLineEndings(" "), @"\$0");

    /// <summary>Line for line, with what would make a list, a heading or a rule of a line taken at its word.</summary>
    private static string Block(string text) =>
        LineMarks().Replace(Marks().Replace(text, @"\$0"), @"\$1").Replace("\n", "  \n", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<>]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=^\d{0,9})([#+.)~=|-])", RegexOptions.Multiline)]
    private static partial Regex LineMarks();
}
