using System.IO.Compression;
using System.Net.Http.Headers;

namespace Atelier.Platform.Outgoing;

/// <summary>Bodies that are not what they seem, without a network.</summary>
public sealed class AnswerBodyTests
{
    private const int Megabyte = 1024 * 1024;
    private static readonly Uri Somewhere = new("http://public.test/");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task D14_a_bomb_of_a_hundred_megabytes_costs_less_than_sixteen(string packing)
    {
        var content = new ByteArrayContent(Bomb(packing));
        content.Headers.ContentEncoding.Add(packing);
        var thread = Environment.CurrentManagedThreadId;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (bytes, failure) = await ReadAsync(content, largest: 50 * Megabyte);

        var cost = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.Equal(OutgoingFailure.TooLarge, failure);
        Assert.Empty(bytes);
        Assert.InRange(cost, 0, 16 * Megabyte);
    }

    [Fact]
    public async Task What_is_packed_well_but_small_is_read()
    {
        var content = new ByteArrayContent(Pack("br", new byte[Megabyte / 2]));
        content.Headers.ContentEncoding.Add("br");

        Assert.Equal(Megabyte / 2, (await ReadAsync(content, Megabyte)).Bytes.Length);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "gzip")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task More_than_one_layer_and_what_was_not_offered_is_not_unpacked(params string[] layers)
    {
        var content = new ByteArrayContent(new byte[10]);
        foreach (var layer in layers)
            content.Headers.ContentEncoding.Add(layer);

        Assert.Equal(OutgoingFailure.Unreadable, (await ReadAsync(content, 1000)).Failure);
    }

    [Fact]
    public async Task A_trickle_is_given_up_long_before_it_ends()
    {
        var content = new StreamContent(new Trickle());

        var (_, failure) = await ReadAsync(content, 100_000, new() { Slowest = 1024 }, new Hurried());

        Assert.Equal(OutgoingFailure.TimedOut, failure);
    }

    [Fact]
    public async Task The_first_bytes_decide_whether_the_rest_is_read()
    {
        var content = new ByteArrayContent(new byte[5000]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        var seen = 0;
        var rules = new AnswerRules { IsWanted = (type, first) => (seen = first.Length) == 0 && type == "text/html" };

        Assert.Equal(OutgoingFailure.Unwanted, (await ReadAsync(content, 100_000, rules)).Failure);
        Assert.Equal(512, seen);
    }

    [Fact]
    public async Task Of_what_is_too_large_the_beginning_is_taken_where_that_is_enough()
    {
        var (bytes, failure) = await ReadAsync(
            new ByteArrayContent(new byte[100_000]),
            1000,
            new() { TakesBeginning = true }
        );

        Assert.Equal((1000, null), (bytes.Length, failure));
    }

    private static Task<(byte[] Bytes, OutgoingFailure? Failure)> ReadAsync(
        HttpContent content,
        int largest,
        AnswerRules? rules = null,
        TimeProvider? clock = null
    ) =>
        AnswerBody.ReadAsync(
            content,
            new(HttpMethod.Get, Somewhere, TimeSpan.FromMinutes(1), largest) { Rules = rules ?? AnswerRules.None },
            clock ?? TimeProvider.System,
            TestContext.Current.CancellationToken
        );

    private static byte[] Bomb(string packing) => Pack(packing, new byte[100 * Megabyte]);

    private static byte[] Pack(string packing, byte[] content)
    {
        var packed = new MemoryStream();
        using (
            Stream packer =
                packing == "br"
                    ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
                    : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)
        )
            packer.Write(content);
        return packed.ToArray();
    }

    /// <summary>Each look at it is a second later.</summary>
    private sealed class Hurried : TimeProvider
    {
        private long _seconds;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds) * TimestampFrequency;
    }

    /// <summary>A byte at a time, for ever.</summary>
    private sealed class Trickle : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span[0] = (byte)'a';
            return ValueTask.FromResult(1);
        }
    }
}
