using System.Text;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Writing;

/// <summary>Writes a part of a page as paragraphs of plain text with a blank line between them.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _paragraph = new();

    public static string Of(PageNode node)
    {
        var writer = new PlainText();
        writer.Write(node, false);
        writer.End();
        return writer._text.ToString();
    }

    private void Write(PageNode node, bool asIs)
    {
        if (node.IsText)
        {
            _paragraph.Append(asIs ? node.Data : Flow(node.Data));
            return;
        }
        if (node.Tag == "br")
        {
            _paragraph.Append('\n');
            return;
        }
        var separate = Tags.Separate.Contains(node.Tag);
        if (separate)
            End();
        if (node.Tag is "td" or "th" && _paragraph.Length > 0)
            _paragraph.Append(" | ");
        foreach (var part in node.Parts)
            Write(part, asIs || node.Tag == "pre");
        if (separate)
            End();
    }

    /// <summary>Line ends of the source are blanks.</summary>
    private static string Flow(string text) =>
        text.AsSpan().ContainsAny('\n', '\r', '\t')
            ? text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ')
            : text;

    private void End()
    {
        if (_paragraph.Length == 0)
            return;
        var kept = new List<string>();
        foreach (var line in _paragraph.ToString().Split('\n'))
            if (
                string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    is { Length: > 0 } tidy
                && tidy.Trim('|', ' ').Length > 0
            )
                kept.Add(tidy);
        _paragraph.Clear();
        if (kept.Count == 0)
            return;
        if (_text.Length > 0)
            _text.Append("\n\n");
        _text.AppendJoin('\n', kept);
    }
}
