namespace Atelier.Language.Manuscripts;

internal static class ParagraphReader
{
    // Longer ones are cut, so that whoever reads a paragraph at a time needs a bounded window even for a text of one line.
    private const int Longest = 20_000;
    private const int CutWindow = 2_000;

    public static IReadOnlyList<TextSpan> Read(string text, Lines lines, LayoutGuess layout, CancellationToken ct)
    {
        var found = new List<TextSpan>();
        var (start, end, count, before) = (-1, -1, 0, 0);
        foreach (var line in lines)
        {
            if (++count % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            var words = Trim(text, line);
            var breaks =
                words.Length == 0
                || layout.Kind switch
                {
                    LayoutKind.BlankLines => false,
                    LayoutKind.Indented => layout.Width == 0
                        ? words.Start - line.Start >= 2
                        : before < layout.Width * 3 / 4,
                    _ => true,
                };
            if (breaks && start >= 0)
            {
                AddInPieces(text, new(start, end), found);
                start = -1;
            }
            if (words.Length == 0)
                continue;
            if (start < 0)
                start = words.Start;
            (end, before) = (words.End, words.Length);
        }
        if (start >= 0)
            AddInPieces(text, new(start, end), found);
        return found;
    }

    /// <summary>Adds the paragraph without white space around it, cut at sentences or words where it is too long.</summary>
    public static void AddInPieces(string text, TextSpan paragraph, List<TextSpan> into)
    {
        var rest = Trim(text, paragraph);
        while (rest.Length > Longest)
        {
            var window = text.AsSpan(rest.Start + Longest - CutWindow, CutWindow);
            var cut = window.LastIndexOf(". ");
            cut = cut >= 0 ? cut + 1 : window.LastIndexOf(' ');
            var end = cut >= 0 ? rest.Start + Longest - CutWindow + cut : rest.Start + Longest;
            if (char.IsLowSurrogate(text[end]))
                end--;
            into.Add(new(rest.Start, end));
            rest = Trim(text, new(end, rest.End));
        }
        if (rest.Length > 0)
            into.Add(rest);
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var all = text.AsSpan(span.Start, span.Length);
        var start = span.Start + all.Length - all.TrimStart().Length;
        return new(start, Math.Max(start, span.Start + all.TrimEnd().Length));
    }
}
