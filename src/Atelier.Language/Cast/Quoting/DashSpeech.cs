using System.Text.RegularExpressions;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>Speech that begins with a dash and has no closing mark: it ends with the paragraph or at "he said".</summary>
internal static partial class DashSpeech
{
    public static IReadOnlyList<QuoteSpan> Find(Manuscript manuscript, CancellationToken ct)
    {
        var found = new List<QuoteSpan>();
        var text = manuscript.Text;
        for (var i = 0; i < manuscript.Paragraphs.Count; i++)
        {
            if (i % 256 == 0)
                ct.ThrowIfCancellationRequested();
            var paragraph = manuscript.Paragraphs[i];
            var at = Opening(text, paragraph);
            while (at >= 0 && at < paragraph.End)
            {
                var tag = Tag().EnumerateMatches(text.AsSpan(at, paragraph.End - at));
                if (!tag.MoveNext())
                {
                    found.Add(new(new(at, paragraph.End), false));
                    break;
                }
                // The mark before the tag is still speech.
                var end = at + tag.Current.Index + 1;
                if (end - at > 2)
                    found.Add(new(new(at, end), false));
                var rest = text.AsSpan(end, paragraph.End - end).IndexOfAny(".:—");
                at = rest < 0 ? -1 : end + rest + 1;
                while (at >= 0 && at < paragraph.End && char.IsWhiteSpace(text[at]))
                    at++;
            }
        }
        return found;
    }

    private static int Opening(string text, TextSpan paragraph)
    {
        if (
            text[paragraph.Start] is '—' or '―' or '–'
            || text.AsSpan(paragraph.Start, paragraph.Length).StartsWith("--")
        )
            return paragraph.Start;
        var colon = text.AsSpan(paragraph.Start, paragraph.Length).IndexOfAny(":");
        if (colon < 0)
            return -1;
        var at = paragraph.Start + colon + 1;
        while (at < paragraph.End && char.IsWhiteSpace(text[at]))
            at++;
        return at < paragraph.End && (text[at] is '—' or '―' || text.AsSpan(at, paragraph.End - at).StartsWith("--"))
            ? at
            : -1;
    }

    [GeneratedRegex(
        @"[,.!?]\s+((he|she|I|[A-Z][a-z]+(\s[A-Z][a-z]+)?)\s+(said|asked|cried|answered|replied|whispered|called|added|began|went on|shouted|murmured)|(said|asked|cried|answered|replied|whispered|added|murmured|called)\s+(he|she|I|the\s\w+|[A-Z][a-z]+))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();
}
