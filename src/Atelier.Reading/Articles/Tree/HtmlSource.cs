using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Atelier.Reading.Articles.Tree;

/// <summary>HTML to a document, within limits: what would cost a parser more than any page does is not given to it.</summary>
internal static class HtmlSource
{
    private const int Largest = 8 * 1024 * 1024; // characters
    private const int MostTags = 200_000;
    private const int Deepest = 512;

    /// <summary>Elements that need no end, or end themselves.</summary>
    private static readonly HashSet<string> Endless = new(
        "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th tbody thead tfoot colgroup rt rp".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    public static IHtmlDocument? Parse(string html, out string? refusal)
    {
        refusal = Limit(html);
        return refusal is null ? new HtmlParser().ParseDocument(html) : null;
    }

    private static string? Limit(string html)
    {
        if (html.Length > Largest)
            return $"The page is longer than {Largest / 1024 / 1024} Mi characters.";
        var endless = Endless.GetAlternateLookup<ReadOnlySpan<char>>();
        var (tags, depth, deepest) = (0, 0, 0);
        for (
            var at = html.IndexOf('<', StringComparison.Ordinal);
            at >= 0 && at + 1 < html.Length;
            at = html.IndexOf('<', at + 1)
        )
        {
            var closes = html[at + 1] == '/';
            var name = NameAt(html, at + (closes ? 2 : 1));
            if (name.Length == 0)
                continue;
            if (
                !closes
                && name is ['s', 'c', 'r', 'i', 'p', 't']
                && html.IndexOf("</script", at, StringComparison.OrdinalIgnoreCase) is var end and > 0
            )
                at = end;
            if (++tags > MostTags)
                return $"The page has more than {MostTags:N0} tags.";
            if (endless.Contains(name))
                continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest > Deepest ? $"The page is nested more than {Deepest} deep." : null;
    }

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(start, end - start);
    }
}
