namespace Atelier.Language.Manuscripts;

/// <summary>Finds the book inside the licence text that Project Gutenberg puts around it.</summary>
internal static class GutenbergFrame
{
    // The frame is the first and last few pages; a book that merely mentions the project is not cut.
    private const int Head = 30_000;
    private const int Tail = 60_000;

    private static readonly string[] Beginnings =
    [
        "*** START OF TH",
        "***START OF TH",
        "*END*THE SMALL PRINT",
        "*END THE SMALL PRINT",
    ];

    private static readonly string[] Endings =
    [
        "*** END OF TH",
        "***END OF TH",
        "End of the Project Gutenberg",
        "End of Project Gutenberg",
        "End of The Project Gutenberg",
    ];

    public static TextSpan Body(string text)
    {
        var (start, end) = (0, text.Length);
        foreach (var mark in Beginnings)
        {
            var at = text.AsSpan(0, Math.Min(Head, text.Length)).LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var line = text.AsSpan(at, Math.Min(1000, text.Length - at)).IndexOf('\n');
            start = Math.Max(start, line < 0 ? at : at + line + 1);
        }
        var tail = Math.Max(start, text.Length - Tail);
        foreach (var mark in Endings)
        {
            var at = text.AsSpan(tail).IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
                end = Math.Min(end, tail + at);
        }
        return new(start, end);
    }
}
