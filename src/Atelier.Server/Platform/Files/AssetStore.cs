using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Platform.Files;

/// <summary>
/// Files addressed by the SHA-256 of their content, below one folder. A file is there whole and safely on disk, or not
/// at all: written beside its place, synced, then renamed.
/// </summary>
internal sealed class AssetStore
{
    private readonly string _folder;
    private readonly string _drafts;

    public AssetStore(string folder)
    {
        _folder = folder;
        _drafts = Path.Combine(folder, "drafts");
        Directory.CreateDirectory(_drafts);
    }

    public async Task<Asset> PutAsync(ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return await PutAsync(stream, mediaType, cancel);
    }

    /// <exception cref="DiskFullException">Nothing was stored.</exception>
    public async Task<Asset> PutAsync(Stream content, string mediaType, CancellationToken cancel)
    {
        var draft = Path.Combine(_drafts, RandomNumberGenerator.GetHexString(24, lowercase: true));
        try
        {
            // Its shared lock lasts until the draft has its name: it tells a draft that is being written from one that
            // was left, and lets readers in.
            await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 0);
            var (sha256, length) = await WriteAsync(content, file, cancel);
            var path = PathOf(sha256);
            var folder = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                SyncFolder(_folder);
            }
            File.Move(draft, path, overwrite: true);
            SyncFolder(folder);
            return new(sha256, length, mediaType);
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            throw new DiskFullException();
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <returns>Null when there is no such file.</returns>
    public FileStream? OpenRead(string sha256) =>
        Exists(sha256) ? new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <exception cref="ArgumentException">Not 64 lower-case hex digits; nothing else may become a path.</exception>
    public string PathOf(string sha256)
    {
        if (!IsAddress(sha256))
            throw new ArgumentException("An asset is addressed by 64 lower-case hex digits.", nameof(sha256));
        return Path.Combine(_folder, sha256[..2], sha256);
    }

    /// <summary>The addresses of all files that were stored, or last stored again, before a moment.</summary>
    public IEnumerable<string> ListOlderThan(DateTimeOffset limit) =>
        new DirectoryInfo(_folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => IsAddress(file.Name) && file.LastWriteTimeUtc < limit)
            .Select(file => file.Name);

    /// <summary>Stays when the same content was stored again since the moment, even at this one.</summary>
    public bool RemoveOlderThan(string sha256, DateTimeOffset limit)
    {
        var (path, aside) = (
            PathOf(sha256),
            Path.Combine(_drafts, RandomNumberGenerator.GetHexString(24, lowercase: true))
        );
        try
        {
            // Out of the way first, so that what is looked at is what is removed.
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        if (File.GetLastWriteTimeUtc(aside) < limit)
        {
            File.Delete(aside);
            return true;
        }
        File.Move(aside, path, overwrite: true);
        return false;
    }

    /// <summary>Whose assets these are: the first to ask, for good.</summary>
    public string ClaimFor(string studio)
    {
        var note = Path.Combine(_folder, "studio");
        try
        {
            using var file = new FileStream(note, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.ASCII.GetBytes(studio));
            return studio;
        }
        catch (IOException) when (File.Exists(note))
        {
            return File.ReadAllText(note);
        }
    }

    /// <summary>Removes what killed processes left half-written. What other processes are writing now is locked.</summary>
    public void RemoveDrafts()
    {
        foreach (var draft in Directory.EnumerateFiles(_drafts))
            try
            {
                using var left = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(draft);
            }
            catch (IOException)
            {
                // It is being written, or has its name by now.
            }
    }

    private static bool IsAddress(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static async Task<(string Sha256, long Length)> WriteAsync(
        Stream content,
        FileStream file,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long length = 0;
            while (await content.ReadAsync(buffer, cancel) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                length += read;
            }
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Makes a new name in a folder outlive a power cut, which syncing the file alone does not.</summary>
    private static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0)
            return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int descriptor);
}
