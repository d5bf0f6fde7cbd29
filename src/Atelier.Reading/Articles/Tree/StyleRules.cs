using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Tree;

/// <summary>
/// Classes and ids that the page's own style sheets make invisible. Only plain rules are read: those that need the
/// ancestors, the state or the medium of an element may be about another moment than reading.
/// </summary>
internal sealed partial class StyleRules
{
    private const int Longest = 400_000;
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    public static StyleRules Of(IDocument document)
    {
        var rules = new StyleRules();
        foreach (var style in document.QuerySelectorAll("style"))
            if (
                style.TextContent is { Length: <= Longest } sheet
                && style.GetAttribute("media") is null or "" or "all" or "screen"
            )
                rules.Read(sheet);
        return rules;
    }

    public bool Hides(IElement element)
    {
        if (_hidden.Count == 0)
            return false;
        if (element.Id is { Length: > 0 } id && _hidden.Contains('#' + id))
            return true;
        foreach (var name in element.ClassList)
            if (_hidden.Contains('.' + name) || _hidden.Contains($"{element.LocalName}.{name}"))
                return true;
        return false;
    }

    private void Read(string sheet)
    {
        sheet = Comment().Replace(sheet, "");
        var depth = 0;
        var start = 0;
        for (var at = sheet.AsSpan().IndexOfAny('{', '}'); at >= 0; )
        {
            if (sheet[at] == '{')
            {
                var selector = sheet[start..at].Trim();
                var end = sheet.AsSpan(at + 1).IndexOfAny('{', '}') is var next and >= 0 ? at + 1 + next : sheet.Length;
                // A block in a block is a medium's or a condition's.
                if (depth == 0 && end < sheet.Length && sheet[end] == '}' && !selector.StartsWith('@'))
                    Add(selector, sheet[(at + 1)..end]);
                depth++;
            }
            else
                depth = Math.Max(0, depth - 1);
            start = at + 1;
            at = sheet.AsSpan(start).IndexOfAny('{', '}') is var following and >= 0 ? start + following : -1;
        }
    }

    private void Add(string selectors, string declarations)
    {
        if (!InlineStyle.Hides(declarations))
            return;
        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries))
            if (Simple().IsMatch(selector))
                _hidden.Add(selector);
    }

    [GeneratedRegex(@"/\*[^*]*\*+([^/*][^*]*\*+)*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[a-z0-9]*[.#][A-Za-z0-9_-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Simple();
}
