using System.Text;
using Atelier.Library.Extracting;
using Atelier.Platform.Files;

namespace Atelier.Library.Reading;

/// <summary>A paragraph of a text, or a part of one that is very long.</summary>
/// <param name="Start">In code points.</param>
/// <param name="EndsParagraph">False where the next piece goes on with the same paragraph.</param>
internal readonly record struct TextPiece(int Start, string Text, int Length, bool EndsParagraph)
{
    public int End => Start + Length;
}

/// <summary>Reads texts from the asset store, whole ones in pieces.</summary>
internal sealed class StoredText(AssetStore assets)
{
    private const int LongestPiece = 8 * 1024;
    private const int Block = 64 * 1024;

    /// <param name="from">In code points, as <paramref name="to"/>.</param>
    public string Read(string sha256, IReadOnlyList<int> marks, int from, int to)
    {
        var mark = Math.Min(from / TextDraft.MarkEvery, marks.Count - 1);
        if (to <= from || mark < 0)
            return "";
        using var file = Open(sha256);
        file.Position = marks[mark];
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, Block);
        Skip(reader, from - mark * TextDraft.MarkEvery);
        var text = new StringBuilder(to - from);
        for (var left = to - from; left > 0 && reader.Read() is var c and >= 0; )
        {
            text.Append((char)c);
            if (char.IsHighSurrogate((char)c))
                text.Append((char)reader.Read());
            left--;
        }
        return text.ToString();
    }

    /// <summary>The beginning of a text.</summary>
    /// <param name="most">UTF-16 units.</param>
    public string Head(string sha256, int most, out bool isWhole)
    {
        using var file = Open(sha256);
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, Block);
        // In UTF-8 no text has more units than bytes.
        var buffer = new char[(int)Math.Min(most, file.Length)];
        var read = reader.ReadBlock(buffer, 0, buffer.Length);
        isWhole = reader.Peek() < 0;
        if (read > 0 && char.IsHighSurrogate(buffer[read - 1]))
            read--;
        return new string(buffer, 0, read);
    }

    public IEnumerable<TextPiece> Pieces(string sha256)
    {
        using var file = Open(sha256);
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, Block);
        var buffer = new char[LongestPiece * 2];
        var (start, used, isEnd) = (0, 0, false);
        while (!isEnd)
        {
            var read = reader.ReadBlock(buffer, used, buffer.Length - used);
            isEnd = read < buffer.Length - used;
            used += read;
            var at = 0;
            while (Next(buffer.AsSpan(at, used - at), isEnd) is { } cut)
            {
                var text = new string(buffer, at, cut.Length);
                var length = CodePoints(text);
                yield return new(start, text, length, cut.EndsParagraph);
                start += length + (cut.EndsParagraph ? 2 : 0);
                at += cut.Length + (cut.EndsParagraph ? 2 : 0);
                if (at >= used)
                    break;
            }
            used = Math.Max(0, used - at);
            buffer.AsSpan(at, used).CopyTo(buffer);
        }
    }

    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var low = 0;
        foreach (var c in text)
            if (char.IsLowSurrogate(c))
                low++;
        return text.Length - low;
    }

    private FileStream Open(string sha256) =>
        assets.OpenRead(sha256)
        ?? throw new JobEngine.JobFailure("file_gone", "The document's text is gone from the studio.");

    /// <returns>Null when more must be read first.</returns>
    private static (int Length, bool EndsParagraph)? Next(ReadOnlySpan<char> text, bool isEnd)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end >= 0 && end <= LongestPiece)
            return (end, true);
        if (end < 0 && isEnd && text.Length <= LongestPiece)
            return text.IsEmpty ? null : (text.Length, true);
        if (text.Length < LongestPiece + 2)
            return null;
        return (CutAt(text[..LongestPiece]), false);
    }

    /// <summary>Behind the last sentence, else the last word, else anywhere but inside a character.</summary>
    private static int CutAt(ReadOnlySpan<char> text)
    {
        var sentence = text[(text.Length / 2)..].LastIndexOfAny('.', '!', '?');
        if (sentence >= 0 && text.Length / 2 + sentence + 2 is var behind && behind < text.Length)
            return char.IsLowSurrogate(text[behind]) ? behind - 1 : behind;
        var word = text.LastIndexOfAny(' ', '\n');
        if (word > text.Length / 2)
            return word + 1;
        return char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }

    private static void Skip(StreamReader reader, int codePoints)
    {
        var buffer = new char[4096];
        while (codePoints > 0)
        {
            // At least as many units as code points: never reads too far.
            var read = reader.ReadBlock(buffer, 0, Math.Min(buffer.Length, codePoints));
            if (read == 0)
                return;
            codePoints -= CodePoints(buffer.AsSpan(0, read));
            if (char.IsHighSurrogate(buffer[read - 1]))
            {
                reader.Read();
            }
        }
    }
}
