using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>How surely a new paragraph begins here.</summary>
internal enum Border : byte
{
    Paragraph,

    /// <summary>The text does not show its paragraphs: narration came before, this may go on with the same speaker.</summary>
    Loose,

    /// <summary>A chapter begins.</summary>
    Chapter,
}

/// <summary>A paragraph, or the paragraphs of one long speech.</summary>
internal readonly record struct Block(TextSpan Span, Border Border, int Chapter);

internal static class Blocks
{
    // What is read at a time stays bounded even inside a tale told over many paragraphs.
    private const int Longest = 60_000;

    public static IEnumerable<Block> Of(Manuscript manuscript, IReadOnlyList<QuoteSpan> quotes)
    {
        var paragraphs = manuscript.Paragraphs;
        var (quote, chapter, lastChapter) = (0, 0, -1);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (start, end) = (paragraphs[i].Start, paragraphs[i].End);
            while (chapter + 1 < manuscript.Chapters.Count && start >= manuscript.Chapters[chapter + 1].Span.Start)
                chapter++;
            while (i + 1 < paragraphs.Count && end - start < Longest)
            {
                while (quote < quotes.Count && quotes[quote].Span.End <= end)
                    quote++;
                var speaking = quote < quotes.Count && quotes[quote].Span.Start < end;
                if (!speaking && !(manuscript.SentenceLines && GoesOn(manuscript.Text, paragraphs[i + 1])))
                    break;
                end = paragraphs[++i].End;
            }
            var border =
                chapter != lastChapter ? Border.Chapter
                : manuscript.SentenceLines && !Adjoins(manuscript.Text, start) ? Border.Loose
                : Border.Paragraph;
            lastChapter = chapter;
            yield return new(new(start, end), border, chapter);
        }
    }

    /// <summary>A line that begins small belongs to the sentence before.</summary>
    private static bool GoesOn(string text, TextSpan line) => char.IsLower(text[line.Start]);

    /// <summary>Two quotations that touch across lines stood in two paragraphs: nobody closes and opens for nothing.</summary>
    private static bool Adjoins(string text, int start)
    {
        if (text[start] is not ('"' or '“' or '\'' or '‘' or '«' or '—' or '-'))
            return false;
        var before = start - 1;
        while (before > 0 && char.IsWhiteSpace(text[before]))
            before--;
        return before >= 0 && text[before] is '"' or '”' or '\'' or '’' or '»';
    }
}
