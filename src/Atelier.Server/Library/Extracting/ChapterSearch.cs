using Atelier.Language.Manuscripts;
using Atelier.Library.Documents;

namespace Atelier.Library.Extracting;

/// <summary>Finds the chapters of a text whose file does not say where they begin, by their headings.</summary>
internal static class ChapterSearch
{
    // UTF-16 units: about a million words. What comes after belongs to the last chapter that was found.
    public const int Longest = 6_000_000;

    /// <param name="head">The text's beginning.</param>
    /// <param name="length">Of the whole text, in code points.</param>
    public static IReadOnlyList<DocumentChapter> Find(string head, int length, CancellationToken cancel)
    {
        var found = Manuscript.Read(head, cancel).Chapters;
        var places = new CodePoints(head);
        var chapters = new List<DocumentChapter>(found.Count);
        for (var i = 0; i < found.Count; i++)
            chapters.Add(
                new(
                    i + 1,
                    found[i].Title,
                    i == 0 ? 0 : places.FromUtf16(found[i].Span.Start),
                    i + 1 < found.Count ? places.FromUtf16(found[i + 1].Span.Start) : length
                )
            );
        return chapters;
    }
}
