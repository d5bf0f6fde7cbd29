using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Atelier.Benchmarks.Reading;

/// <summary>The text of an article's HTML, for what was expected and for what the peer found: all of it, words of different blocks apart.</summary>
internal static class GoldText
{
    private static readonly HashSet<string> Inline =
    [
        .. "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr".Split(
            ' '
        ),
    ];

    public static string Of(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        if (document.Body is { } body)
            Write(body, text);
        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText words)
                text.Append(words.Data);
            else if (child is IElement element && element.LocalName is not ("script" or "style"))
            {
                var apart = !Inline.Contains(element.LocalName);
                text.Append(apart ? "\n" : "");
                Write(element, text);
                text.Append(apart ? "\n" : "");
            }
    }
}
