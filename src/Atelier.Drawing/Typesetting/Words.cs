using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Typesetting;

/// <summary>A piece of text no line may end inside.</summary>
/// <param name="SpaceBefore">False after a dash, a hyphen or an ideograph: a line may end there without a space.</param>
internal sealed record Word(string Text, bool SpaceBefore);

/// <summary>Cuts a paragraph where lines may end: at spaces, after dashes and hyphens, between ideographs.</summary>
internal static class Words
{
    private static readonly string[] Titles = ["Mr.", "Mrs.", "Ms.", "Dr.", "St.", "No."];

    public static IReadOnlyList<Word> Of(string paragraph, LineMeasure measure, double maxWidth, out bool cut)
    {
        cut = false;
        var words = new List<Word>();
        foreach (var token in Bound(paragraph, measure, maxWidth))
        {
            var spaceBefore = true;
            foreach (var part in AtBreaks(token))
            {
                if (measure.Width(part) <= maxWidth)
                    words.Add(new Word(part, spaceBefore));
                else
                {
                    cut = true;
                    foreach (var piece in Pieces(part, measure, maxWidth))
                    {
                        words.Add(new Word(piece, spaceBefore));
                        spaceBefore = false;
                    }
                }

                spaceBefore = false;
            }
        }

        return words;
    }

    // A dash, an ellipsis or a closing mark never starts a line; an opening mark or a title never ends one.
    private static IEnumerable<string> Bound(string paragraph, LineMeasure measure, double maxWidth)
    {
        string? held = null;
        foreach (var token in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = held is null ? token : held + "\u00A0" + token;
            if (held is not null && (!Clings(held, token) || measure.Width(joined) > maxWidth))
            {
                yield return held;
                held = token;
            }
            else
                held = joined;
        }

        if (held is not null)
            yield return held;
    }

    private static bool Clings(string before, string after)
    {
        var last = before[(before.LastIndexOf('\u00A0') + 1)..];
        return after.All(IsMark)
            || last.All(c => c is '«' or '“' or '‘' or '"' or '(' or '¿' or '¡')
            || Titles.Contains(last);
    }

    private static bool IsMark(char c) =>
        c is '—' or '–' or '-' or '…' or '.' or ',' or '!' or '?' or ':' or ';' or '»' or '”' or '’' or ')';

    private static IEnumerable<string> AtBreaks(string token)
    {
        var start = 0;
        for (var i = 1; i < token.Length; i++)
        {
            var (before, after) = (token[i - 1], token[i]);
            var dash = before is '—' || (before is '-' && i >= 3 && char.IsLetter(token[i - 2]));
            var ideographs = IsIdeograph(before) && !IsLateMark(after) || IsIdeograph(after) && char.IsLetter(before);
            if ((dash && char.IsLetter(after)) || ideographs)
            {
                yield return token[start..i];
                start = i;
            }
        }

        yield return token[start..];
    }

    private static bool IsIdeograph(char c) => c is (>= '\u3041' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    private static bool IsLateMark(char c) =>
        IsMark(c) || c is '。' or '、' or '」' or '』' or '！' or '？' or '，' or '：' or 'ー' or 'っ' or 'ッ';

    private static IEnumerable<string> Pieces(string word, LineMeasure measure, double maxWidth)
    {
        var piece = new StringBuilder();
        for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext(); )
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && measure.Width(piece + element) > maxWidth)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(element);
        }

        yield return piece.ToString();
    }
}
