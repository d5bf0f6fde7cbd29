using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Atelier.Library.Extracting.Markup;

/// <summary>Writes down the text of a page of HTML, or of XHTML that is read as if it were HTML: errors are mended, not met.</summary>
internal static partial class HtmlText
{
    private const int LargestPage = 16 * 1024 * 1024; // characters
    private const int DeepestNesting = 2000;

    private static readonly HashSet<string> Skipped =
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "audio",
        "video",
        "object",
        "iframe",
        "rt",
        "rp",
        "select",
        "textarea",
    ];

    private static readonly HashSet<string> Inline =
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rb",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "br",
        "td",
        "th",
    ];

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area",
        "base",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "wbr",
    };

    /// <returns>The page's first heading.</returns>
    public static string? HeadingOf(IDocument page) => page.QuerySelector("h1, h2, h3")?.TextContent;

    public static IDocument Parse(TextReader reader, string name)
    {
        var buffer = new char[LargestPage / 64];
        var text = new System.Text.StringBuilder();
        while (reader.ReadBlock(buffer, 0, buffer.Length) is var read and > 0)
            if (text.Append(buffer, 0, read).Length > LargestPage)
                throw Unreadable.TooComplex($"{name} is larger than a page of a book can be.");
        var html = SelfClosed()
            .Replace(
                DocumentType().Replace(text.ToString(), ""),
                tag => Void.Contains(tag.Groups[1].Value) ? tag.Value : Closed(tag)
            );
        if (DepthOf(html) > DeepestNesting)
            throw Unreadable.TooComplex($"{name} is nested more deeply than text is.");
        return new HtmlParser().ParseDocument(html);
    }

    public static void Write(IDocument page, TextDraft draft, CancellationToken cancel)
    {
        draft.EndParagraph();
        var (node, count) = ((INode?)page.Body, 0);
        while (node is not null)
        {
            if (++count % 1024 == 0)
                cancel.ThrowIfCancellationRequested();
            if (Enter(node, draft) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node != page.Body && node.NextSibling is null)
            {
                Leave(node, draft);
                node = node.Parent;
            }
            if (node is null || node == page.Body)
                break;
            Leave(node, draft);
            node = node.NextSibling;
        }
        draft.EndParagraph();
    }

    /// <returns>Whether what is inside counts.</returns>
    private static bool Enter(INode node, TextDraft draft)
    {
        if (node is IText text)
        {
            if (text.ParentElement?.LocalName == "pre")
                draft.Append(text.Data);
            else
                draft.AppendFlow(text.Data);
            return false;
        }
        if (node is not IElement element || Skipped.Contains(element.LocalName) || element.HasAttribute("hidden"))
            return false;
        switch (element.LocalName)
        {
            case "br":
                draft.EndLine();
                break;
            case "td" or "th" when element.PreviousElementSibling is not null:
                draft.Append(" | ");
                break;
            case var name when !Inline.Contains(name):
                draft.EndParagraph();
                break;
        }
        return true;
    }

    private static void Leave(INode node, TextDraft draft)
    {
        if (node is IElement element && !Inline.Contains(element.LocalName) && !Skipped.Contains(element.LocalName))
            draft.EndParagraph();
    }

    private static string Closed(Match tag) => $"<{tag.Groups[1].Value}{tag.Groups[2].Value}></{tag.Groups[1].Value}>";

    /// <summary>Trees deeper than any book's take the parser quadratic time.</summary>
    private static int DepthOf(string html)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            if (text[1] == '/')
                depth = Math.Max(0, depth - 1);
            else if (!Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[1..]))
                deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }

    [GeneratedRegex(@"<([a-zA-Z][\w:.-]*)((?:\s[^<>]*)?)/>", RegexOptions.NonBacktracking)]
    private static partial Regex SelfClosed();

    /// <summary>With the declarations inside it, which HTML does not know.</summary>
    [GeneratedRegex(@"<!DOCTYPE[^\[>]*(\[[^\]]*\])?\s*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex DocumentType();

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
