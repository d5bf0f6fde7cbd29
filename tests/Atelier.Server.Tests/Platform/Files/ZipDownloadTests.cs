using System.IO.Compression;
using System.Text;

namespace Atelier.Platform.Files;

public sealed class ZipDownloadTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-zip-test-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Thousands_of_files_leave_without_a_synchronous_write_and_come_back_as_they_were()
    {
        var assets = new AssetStore(_folder.FullName);
        var small = await assets.PutAsync(Encoding.UTF8.GetBytes("small"), "text/plain", Cancel);
        var large = await assets.PutAsync(Enumerable.Repeat((byte)7, 1_000_000).ToArray(), "text/plain", Cancel);
        var gone = new string('0', 64);
        var files = Enumerable
            .Range(1, 5000)
            .Select(i => new ZippedFile($"{i}", i == 2500 ? large.Sha256 : small.Sha256, Noon))
            .Append(new ZippedFile("gone", gone, Noon));
        await using var body = new AsyncOnly();

        await assets.WriteAsync(body, files, Cancel);

        using var zip = new ZipArchive(new MemoryStream(body.ToArray()));
        Assert.Equal(5000, zip.Entries.Count);
        Assert.Equal(1_000_000, zip.GetEntry("2500")!.Length);
        using var reader = new StreamReader(await zip.GetEntry("5000")!.OpenAsync(Cancel));
        Assert.Equal("small", await reader.ReadToEndAsync(Cancel));
    }

    /// <summary>As a response's body: it only goes forward, and nobody may block on it.</summary>
    private sealed class AsyncOnly : MemoryStream
    {
        private bool _async;

        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count)
        {
            Assert.True(_async, "written synchronously");
            base.Write(buffer, offset, count);
        }

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            _async = true;
            Write(buffer.ToArray(), 0, buffer.Length);
            _async = false;
            await Task.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
