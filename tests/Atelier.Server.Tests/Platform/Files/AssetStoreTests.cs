using System.Security.Cryptography;
using System.Text;

namespace Atelier.Platform.Files;

public sealed class AssetStoreTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("once upon a time");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-assets-test-");
    private readonly AssetStore _assets;

    public AssetStoreTests() => _assets = new AssetStore(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_addressed_by_the_hash_of_its_content()
    {
        var asset = await _assets.PutAsync(Content, "text/plain", Cancel);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), asset.Sha256);
        Assert.Equal(Content.Length, asset.Length);
        await using var read = _assets.OpenRead(asset.Sha256)!;
        using var text = new StreamReader(read);
        Assert.Equal("once upon a time", await text.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task The_same_content_put_many_times_at_once_is_one_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _assets.PutAsync(Content, "text/plain", Cancel)));

        Assert.Single(Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_source_that_breaks_off_leaves_nothing_behind()
    {
        using var broken = new BrokenStream();

        await Assert.ThrowsAsync<EndOfStreamException>(() => _assets.PutAsync(broken, "text/plain", Cancel));

        Assert.Empty(Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_full_disk_is_known_by_its_code()
    {
        // The kernel's own full device: every write to it fails as on a full disk.
        var full = await Assert.ThrowsAnyAsync<IOException>(() =>
            File.WriteAllBytesAsync("/dev/full", Content, Cancel)
        );

        Assert.True(DiskFullException.IsCauseOf(full));
        Assert.False(DiskFullException.IsCauseOf(new EndOfStreamException()));
        Assert.Equal("disk_full", new DiskFullException().Code);
    }

    [Fact]
    public async Task Drafts_of_a_killed_process_are_removed_and_one_that_is_being_written_gets_its_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "drafts", "left"), "half", Cancel);
        using var slow = new SlowStream(Content);
        var put = _assets.PutAsync(slow, "text/plain", Cancel);
        await slow.Asked.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        new AssetStore(_folder.FullName).RemoveDrafts();
        slow.GoOn();

        var asset = await put;
        Assert.Equal(
            [_assets.PathOf(asset.Sha256)],
            Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories)
        );
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void E03_nothing_but_a_hash_becomes_a_path(string address) =>
        Assert.Throws<ArgumentException>(() => _assets.PathOf(address));

    private sealed class BrokenStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
                throw new EndOfStreamException();
            _begun = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    /// <summary>Stops after its content until it is told to end.</summary>
    private sealed class SlowStream(byte[] content) : MemoryStream(content)
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _end = new();

        public Task Asked => _asked.Task;

        public void GoOn() => _end.SetResult();

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (Position < Length)
                return await base.ReadAsync(buffer, cancellationToken);
            _asked.TrySetResult();
            await _end.Task;
            return 0;
        }
    }
}
