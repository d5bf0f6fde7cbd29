namespace Atelier.Language.Manuscripts;

internal enum LayoutKind
{
    /// <summary>Paragraphs stand between blank lines.</summary>
    BlankLines,

    /// <summary>Wrapped lines; a paragraph begins at an indent or after a short line.</summary>
    Indented,

    /// <summary>Every line is a paragraph.</summary>
    LineEach,

    /// <summary>Every line is a sentence cut into words by blanks.</summary>
    Sentences,
}

/// <param name="Width">The length of full lines where they are wrapped.</param>
internal readonly record struct LayoutGuess(LayoutKind Kind, int Width)
{
    private const int SampleLines = 20_000;

    public static LayoutGuess Of(string text, Lines lines, CancellationToken ct)
    {
        var (count, blank, indented, spaced, longest, full) = (0, 0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            if (++count > SampleLines)
                break;
            if (count % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            var all = text.AsSpan(line.Start, Math.Min(line.Length, 2000));
            var words = all.Trim();
            if (words.Length == 0)
            {
                blank++;
                continue;
            }
            if (all.Length - all.TrimStart().Length is >= 2 and <= 12)
                indented++;
            if (words.Length > 2 && ".!?”\"'’".Contains(words[^1]) && words[^2] == ' ')
                spaced++;
            if (words.Length is >= 50 and <= 100)
                full++;
            longest = Math.Max(longest, words.Length);
        }
        var written = Math.Max(1, count - blank);
        if (spaced * 2 > written && blank * 10 < written)
            return new(LayoutKind.Sentences, longest);
        // A page of prose has a blank line every ten lines or so; a title page alone does not make the layout.
        if (blank * 40 > written)
            return new(LayoutKind.BlankLines, longest);
        return longest <= 120 && full * 2 > written && written > 10
            ? new(LayoutKind.Indented, indented * 50 > written ? 0 : longest)
            : new(LayoutKind.LineEach, longest);
    }
}
