using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Comments;

/// <summary>The tags and scripts of a page without its text: what programs left there. A text about a system is no sign of it.</summary>
internal static class MachineText
{
    private const int LongestScript = 40_000;
    private const int LastOfScript = 10_000;
    private const int Longest = 2_000_000;

    private static readonly FrozenSet<string> Told =
        "id class name action src aria-label data-repo-id data-isso data-spot-id data-hook data-testid data-ghost-comments data-schnack data-commento-root"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What text is made of: no system hangs itself on these.</summary>
    private static readonly FrozenSet<string> Plain =
        "a abbr b br cite code dd dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img label li nobr option p path picture pre small source span strong sub sup svg table tbody td th thead time tr tt u use wbr"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static string Of(IDocument document)
    {
        var text = new StringBuilder();
        foreach (var element in document.All)
        {
            if (text.Length > Longest)
                break;
            if (Plain.Contains(element.LocalName) || element.LocalName is "script" && IsData(element))
                continue;
            text.Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes)
                if (Told.Contains(attribute.Name) && attribute.Value.Length < 500)
                    text.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value).Append('"');
            text.Append(">\n");
            if (element.LocalName == "script" && element.TextContent is { Length: > 0 } script)
                AppendScript(text, script);
        }
        return text.ToString();
    }

    /// <summary>Settings stand at its beginning or at its end; what is between is the page's data.</summary>
    private static void AppendScript(StringBuilder text, string script)
    {
        text.Append(script, 0, Math.Min(script.Length, LongestScript)).Append('\n');
        if (script.Length > LongestScript + LastOfScript)
            text.Append(script, script.Length - LastOfScript, LastOfScript).Append('\n');
    }

    private static bool IsData(IElement script) => script.GetAttribute("type") is "application/ld+json";

    /// <summary>The line around a place, shortened.</summary>
    public static string Around(string text, int at)
    {
        const int side = 70;
        var start = Math.Max(text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1, at - side);
        var end = text.IndexOf('\n', at) is var line and >= 0 ? line : text.Length;
        return text[start..Math.Min(end, at + side)].Trim();
    }
}
