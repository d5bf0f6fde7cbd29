using System.IO.Compression;
using System.Net;

namespace Atelier.Platform.Outgoing;

/// <summary>Reads the body of an answer within its limits. What it costs is counted as it is unpacked, not as it came.</summary>
internal static class AnswerBody
{
    private const int Judged = 512;
    private const int InflatedFreely = 1024 * 1024;
    private const int MostInflated = 100; // to one; text hardly reaches a tenth of it
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>What is wrong with it; else the bytes.</returns>
    public static async Task<(byte[] Bytes, OutgoingFailure? Failure)> ReadAsync(
        HttpContent content,
        OutgoingCall call,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (PackingOf(content) is not { } packing)
            return ([], OutgoingFailure.Unreadable);
        await using var wire = new CountedStream(await content.ReadAsStreamAsync(cancel));
        await using var plain = Unpack(wire, packing);
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var begun = clock.GetTimestamp();
        var (isJudged, isWhole) = (call.Rules.IsWanted is null, false);
        while (!isWhole && body.Length <= call.LargestAnswer)
        {
            var read = await plain.ReadAsync(buffer, cancel);
            body.Write(buffer, 0, read);
            isWhole = read == 0;
            if (!isJudged && (isWhole || body.Length >= Judged))
            {
                var first = new ReadOnlyMemory<byte>(body.GetBuffer(), 0, (int)Math.Min(Judged, body.Length));
                if (!call.Rules.IsWanted!(content.Headers.ContentType?.ToString(), first))
                    return ([], OutgoingFailure.Unwanted);
                isJudged = true;
            }
            if (GrowsTooMuch(wire.Count, body.Length))
                return ([], OutgoingFailure.TooLarge);
            var time = clock.GetElapsedTime(begun);
            if (!isWhole && time > Patience && wire.Count < call.Rules.Slowest * time.TotalSeconds)
                return ([], OutgoingFailure.TimedOut);
        }
        if (isWhole)
            return (body.ToArray(), null);
        return call.Rules.TakesBeginning
            ? (body.GetBuffer()[..call.LargestAnswer], null)
            : ([], OutgoingFailure.TooLarge);
    }

    public static bool GrowsTooMuch(long packed, long plain) => plain > InflatedFreely && plain > packed * MostInflated;

    /// <returns>Null for what was not offered, and for more than one layer.</returns>
    private static DecompressionMethods? PackingOf(HttpContent content) =>
        string.Join(',', content.Headers.ContentEncoding).ToLowerInvariant() switch
        {
            "" or "identity" => DecompressionMethods.None,
            "gzip" or "x-gzip" => DecompressionMethods.GZip,
            "br" => DecompressionMethods.Brotli,
            _ => null,
        };

    private static Stream Unpack(Stream wire, DecompressionMethods packing) =>
        packing switch
        {
            DecompressionMethods.GZip => new GZipStream(wire, CompressionMode.Decompress),
            DecompressionMethods.Brotli => new BrotliStream(wire, CompressionMode.Decompress),
            _ => wire,
        };

    private sealed class CountedStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
