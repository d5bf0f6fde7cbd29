namespace Atelier.Language.Manuscripts;

/// <summary>
/// Turns offsets in UTF-16 units, as C# counts, into Unicode code points, as everybody else does, and back. Built once
/// per text; keeps the places of characters beyond the basic plane only.
/// </summary>
public sealed class CodePoints
{
    private readonly int[] _pairs; // where each surrogate pair ends, ascending
    private readonly int _length;

    public CodePoints(string text)
    {
        _length = text.Length;
        var pairs = new List<int>();
        for (var at = 0; at < text.Length; )
        {
            var next = text.AsSpan(at).IndexOfAnyInRange('\uD800', '\uDBFF');
            if (next < 0)
                break;
            at += next + 1;
            if (at < text.Length && char.IsLowSurrogate(text[at]))
                pairs.Add(++at);
        }
        _pairs = [.. pairs];
    }

    public int Count => _length - _pairs.Length;

    /// <summary>An offset inside a pair counts as the one before it.</summary>
    public int FromUtf16(int offset)
    {
        if (_pairs.Length == 0)
            return offset;
        var ended = Array.BinarySearch(_pairs, offset);
        ended = ended >= 0 ? ended + 1 : ~ended;
        var inside = ended < _pairs.Length && offset == _pairs[ended] - 1;
        return offset - ended - (inside ? 1 : 0);
    }

    public TextSpan FromUtf16(TextSpan span) => new(FromUtf16(span.Start), FromUtf16(span.End));

    public int ToUtf16(int codePoint)
    {
        // The n-th pair (from 0) ends n + 1 code points before its UTF-16 offset.
        var (low, high) = (0, _pairs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle] - middle - 1 <= codePoint)
                low = middle + 1;
            else
                high = middle;
        }
        return codePoint + low;
    }

    public TextSpan ToUtf16(TextSpan span) => new(ToUtf16(span.Start), ToUtf16(span.End));
}
