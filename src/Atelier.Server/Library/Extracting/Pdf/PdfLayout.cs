using System.Text;
using System.Text.RegularExpressions;

namespace Atelier.Library.Extracting.Pdf;

/// <summary>
/// Makes running text of printed pages: without the lines that stand on top or at the foot of page after page, with words
/// that were cut at a line's end made whole, and paragraphs going on over the turn of a page.
/// </summary>
internal sealed partial class PdfLayout
{
    private const int EdgeLines = 2;
    private const int FewestRepeats = 3;
    private const double RepeatedShare = 0.15; // titles of chapters run over a part of the pages only
    private const double ShortLine = 0.75;

    private readonly List<PdfPage> _pages;
    private readonly HashSet<string> _running;
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _fullLine;

    public PdfLayout(List<PdfPage> pages)
    {
        _pages = pages;
        _running = RunningLines(pages);
        foreach (var line in pages.SelectMany(page => page.Lines))
        foreach (var word in Word().EnumerateMatches(line))
            _words.Add(line.Substring(word.Index, word.Length));
        var lengths = pages
            .SelectMany(page => page.Lines)
            .Where(l => l.Length > 0)
            .Select(l => l.Length)
            .Order()
            .ToList();
        _fullLine = lengths.Count == 0 ? 0 : lengths[lengths.Count * 3 / 4];
    }

    public void Write(TextDraft draft, CancellationToken cancel)
    {
        foreach (var page in _pages)
        {
            cancel.ThrowIfCancellationRequested();
            draft.Page(page.Number);
            var lines = Body(page);
            for (var i = 0; i < lines.Count; i++)
            {
                // The last line of a page goes on with the first of the next, unless it ends a sentence.
                var isLast = i == lines.Count - 1;
                Write(lines[i], isLast ? "" : lines[i + 1], draft);
                if (isLast ? EndsSentence(lines[i]) : EndsParagraph(lines[i], lines[i + 1]))
                    draft.EndParagraph();
            }
        }
        draft.EndParagraph();
    }

    /// <summary>Numbers count as equal: they are what changes from page to page.</summary>
    private static string Shape(string line) => Digits().Replace(line, "#");

    private static HashSet<string> RunningLines(List<PdfPage> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        foreach (var shape in Edges(page).Select(i => Shape(page.Lines[i])).Distinct())
            counts[shape] = counts.GetValueOrDefault(shape) + 1;
        var least = Math.Max(FewestRepeats, pages.Count * RepeatedShare);
        return counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Edges(PdfPage page)
    {
        var filled = Enumerable.Range(0, page.Lines.Count).Where(i => page.Lines[i].Length > 0).ToList();
        return filled.Take(EdgeLines).Concat(filled.TakeLast(EdgeLines)).Distinct();
    }

    private List<string> Body(PdfPage page)
    {
        var dropped = Edges(page).Where(i => _running.Contains(Shape(page.Lines[i]))).ToHashSet();
        var lines = page.Lines.Where((_, i) => !dropped.Contains(i)).ToList();
        while (lines is ["", ..])
            lines.RemoveAt(0);
        while (lines is [.., ""])
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private void Write(string line, string next, TextDraft draft)
    {
        if (
            line is [.., '-']
            && line.Length > 1
            && char.IsLetter(line[^2])
            && next is [var first, ..]
            && char.IsLower(first)
        )
        {
            // Made whole only where the whole word is found elsewhere; else the hyphen may be the word's own.
            var head = LastWord().Match(line[..^1]).Value;
            var tail = FirstWord().Match(next).Value;
            draft.Append(_words.Contains(head + tail) ? line.AsSpan(0, line.Length - 1) : line);
            return;
        }
        draft.Append(line);
        draft.Append(" ");
    }

    private bool EndsParagraph(string line, string next) =>
        next.Length == 0 || line.Length == 0 || line.Length < _fullLine * ShortLine && EndsSentence(line);

    private static bool EndsSentence(string line) =>
        line.Length == 0 || line.TrimEnd('"', '”', '’', '\'', '»', ')') is [.., '.' or '!' or '?' or ':' or '…'];

    [GeneratedRegex(@"\d+|\b[ivxlc]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}+$", RegexOptions.NonBacktracking)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();
}
