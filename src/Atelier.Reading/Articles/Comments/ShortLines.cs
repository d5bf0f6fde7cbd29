using System.Buffers;
using System.Text;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Comments;

/// <summary>The short blocks of a page's visible text, one a line: notices are short. What readers wrote is left out.</summary>
internal static class ShortLines
{
    private const int Longest = 260;

    private static readonly SearchValues<string> Readers = SearchValues.Create(
        [
            "comment-content",
            "comment-body",
            "comment-text",
            "commenttext",
            "comment_text",
            "comment__content",
            "comment__body",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static string In(PageNode tree)
    {
        var lines = new StringBuilder();
        Collect(tree, lines);
        return lines.ToString();
    }

    /// <returns>The line with one of the phrases in it.</returns>
    public static string? With(string lines, SearchValues<string> phrases)
    {
        var at = lines.AsSpan().IndexOfAny(phrases);
        if (at < 0)
            return null;
        var start = lines.LastIndexOf('\n', at) + 1;
        var end = lines.IndexOf('\n', at) is var next and >= 0 ? next : lines.Length;
        return lines[start..end];
    }

    private static void Collect(PageNode node, StringBuilder lines)
    {
        if (node.Letters == 0 || node.Marks.AsSpan().ContainsAny(Readers))
            return;
        if (node.Letters <= Longest && !node.Elements.Any(part => Tags.Separate.Contains(part.Tag)))
        {
            lines.Append(node.Line()).Append('\n');
            return;
        }
        foreach (var part in node.Parts)
            if (part.IsText)
            {
                if (part.Letters is > 0 and <= Longest)
                    lines
                        .AppendJoin(' ', part.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                        .Append('\n');
            }
            else
                Collect(part, lines);
    }
}
