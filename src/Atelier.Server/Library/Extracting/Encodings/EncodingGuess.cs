using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Atelier.Library.Extracting.Encodings;

/// <param name="IsSure">By a mark, or because nothing else could be valid by chance.</param>
internal sealed record Guess(string Name, bool IsSure);

/// <summary>Finds out what a plain text is written in: its mark, strict UTF-8, UTF-16 by its zeros, else by its letters.</summary>
internal static class EncodingGuess
{
    private const int Sample = 256 * 1024;

    public static Guess Of(Stream file, CancellationToken cancel)
    {
        var head = new byte[64 * 1024];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (Marked(head) is { } mark)
            return new(mark, IsSure: true);
        if (ByZeros(head) is { } wide)
            return new(wide, IsSure: true);
        return FirstNonAscii(file, out var isUtf8, cancel) is not { } place || isUtf8
            ? new("utf-8", IsSure: true)
            : new(LetterGuess.Of(SampleAt(file, place)), IsSure: false);
    }

    public static string? Marked(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => "utf-8",
            [0xFF, 0xFE, 0x00, 0x00, ..] => "utf-32le",
            [0xFF, 0xFE, ..] => "utf-16le",
            [0xFE, 0xFF, ..] => "utf-16be",
            _ => null,
        };

    /// <summary>Western text in UTF-16 has a zero in every other byte.</summary>
    public static string? ByZeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0)
                if (i % 2 == 0)
                    even++;
                else
                    odd++;
        var pairs = head.Length / 2;
        if (pairs < 4)
            return null;
        return odd > pairs * 0.3 && even < pairs * 0.02 ? "utf-16le"
            : even > pairs * 0.3 && odd < pairs * 0.02 ? "utf-16be"
            : null;
    }

    private static long? FirstNonAscii(Stream file, out bool isUtf8, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        try
        {
            file.Position = 0;
            long? first = null;
            long place = 0;
            var kept = 0;
            isUtf8 = true;
            while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
            {
                cancel.ThrowIfCancellationRequested();
                var block = buffer.AsSpan(0, kept + read);
                if (first is null && block.IndexOfAnyExceptInRange((byte)0, (byte)127) is var at and >= 0)
                    first = place + at;
                // A character may go on in the next block.
                var whole = block.Length - UnfinishedAtEnd(block);
                if (isUtf8 && !Utf8.IsValid(block[..whole]))
                    isUtf8 = false;
                if (first is not null && !isUtf8)
                    return first;
                kept = block.Length - whole;
                block[whole..].CopyTo(buffer);
                place += whole;
            }
            isUtf8 &= kept == 0;
            return first;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int UnfinishedAtEnd(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var lead = block[^back];
            if (lead < 0x80)
                return 0;
            if (lead < 0xC0)
                continue;
            var length =
                lead >= 0xF0 ? 4
                : lead >= 0xE0 ? 3
                : 2;
            return length > back ? back : 0;
        }
        return 0;
    }

    private static byte[] SampleAt(Stream file, long place)
    {
        // Even, so that a pair of bytes is not cut where the first byte of a sample is.
        file.Position = Math.Max(0, (place - 1024) & ~1L);
        var sample = new byte[Sample];
        return sample[..file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
    }
}
