using System.Text;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Comments;

/// <summary>The tags and scripts of a page without its text: what programs left there. A text about a system is no sign of it.</summary>
internal static class MachineText
{
    private const int LongestScript = 40_000;
    private const int Longest = 2_000_000;

    private static readonly string[] Told =
    [
        "id",
        "class",
        "name",
        "action",
        "src",
        "data-repo-id",
        "data-isso",
        "data-spot-id",
        "data-hook",
        "data-testid",
        "data-ghost-comments",
        "data-schnack",
        "data-commento-root",
        "aria-label",
    ];

    public static string Of(IDocument document)
    {
        var text = new StringBuilder();
        foreach (var element in document.All)
        {
            if (text.Length > Longest)
                break;
            if (element.LocalName is "p" or "b" or "i" or "em" or "strong" or "br" or "td" or "tr" or "img" or "path")
                continue;
            var start = text.Length;
            text.Append('<').Append(element.LocalName);
            var bare = text.Length;
            foreach (var name in Told)
                if (element.GetAttribute(name) is { Length: < 500 } value)
                    text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
            if (
                element.LocalName == "script"
                && element.TextContent is { Length: > 0 } script
                && element.GetAttribute("type") is not "application/ld+json"
            )
                text.Append(">\n").Append(script, 0, Math.Min(script.Length, LongestScript)).Append('\n');
            else if (
                text.Length == bare
                && !element.LocalName.Contains('-', StringComparison.Ordinal)
                && !element.LocalName.Contains(':', StringComparison.Ordinal)
            )
                text.Length = start;
            else
                text.Append(">\n");
        }
        return text.ToString();
    }

    /// <summary>The line around a place, shortened.</summary>
    public static string Around(string text, int at)
    {
        const int side = 70;
        var start = Math.Max(text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1, at - side);
        var end = text.IndexOf('\n', at) is var line and >= 0 ? line : text.Length;
        return text[start..Math.Min(end, at + side)].Trim();
    }
}
