namespace Atelier.Reading.Likeness;

/// <summary>The words of a text as they are compared: letters and digits, folded, with where each stands.</summary>
internal sealed class TextWords
{
    private readonly List<(int Start, int Length)> _places = [];
    private readonly string _text;

    public TextWords(string text)
    {
        _text = text;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || Continues(text, i)))
            {
                if (start < 0)
                    start = i;
                // A script without spaces is compared by its characters.
                if (!IsIdeograph(text[i]))
                    continue;
                if (i > start)
                    Add(start, i);
                Add(i, i + 1);
                start = -1;
                continue;
            }
            if (start >= 0)
                Add(start, i);
            start = -1;
        }
    }

    public List<ulong> Hashes { get; } = [];

    public string Between(int first, int count)
    {
        if (count == 0)
            return "";
        var (from, (start, length)) = (_places[first].Start, _places[first + count - 1]);
        return _text[from..(start + length)];
    }

    /// <summary>Every run of so many words, as one number each.</summary>
    public IEnumerable<ulong> Runs(int size)
    {
        if (Hashes.Count == 0)
            yield break;
        for (var i = 0; i <= Math.Max(0, Hashes.Count - size); i++)
        {
            var run = 1469598103934665603UL;
            for (var k = i; k < Math.Min(i + size, Hashes.Count); k++)
                run = Mixed(run ^ Hashes[k]);
            yield return run;
        }
    }

    private void Add(int start, int end)
    {
        _places.Add((start, end - start));
        var hash = 14695981039346656037UL;
        foreach (var c in _text.AsSpan(start, end - start))
            if (c is not ('\'' or '\u2019'))
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        Hashes.Add(Mixed(hash));
    }

    private static bool Continues(string text, int i) =>
        char.GetUnicodeCategory(text[i])
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || char.IsSurrogate(text[i])
        || (
            text[i] is '\'' or '\u2019'
            && i > 0
            && i + 1 < text.Length
            && char.IsLetter(text[i - 1])
            && char.IsLetter(text[i + 1])
        );

    private static bool IsIdeograph(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\u3041' and <= '\u30FF');

    private static ulong Mixed(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
