using System.IO.Compression;

namespace Atelier.Platform.Files;

/// <param name="Sha256">Its address in the asset store.</param>
internal sealed record ZippedFile(string Name, string Sha256, DateTimeOffset At);

/// <summary>A zip that is written while it is read: nothing of it is ever on disk, and never more than a buffer in memory.</summary>
internal static class ZipDownload
{
    private const int Buffer = 128 * 1024;

    /// <summary>Files that are gone meanwhile are left out. They are stored as they are: what we keep is compressed.</summary>
    public static async Task WriteAsync(
        this AssetStore assets,
        Stream body,
        IEnumerable<ZippedFile> files,
        CancellationToken cancel
    )
    {
        // The archive ends each entry with a few bytes written synchronously, which a response does not take.
        await using var buffered = new BufferedStream(body, Buffer);
        await using var zip = await ZipArchive.CreateAsync(buffered, ZipArchiveMode.Create, true, null, cancel);
        foreach (var file in files)
        {
            await using var content = assets.OpenRead(file.Sha256);
            if (content is null)
                continue;
            var entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression);
            entry.LastWriteTime = file.At;
            await using var target = await entry.OpenAsync(cancel);
            await content.CopyToAsync(target, cancel);
            await buffered.FlushAsync(cancel); // makes room for those bytes
        }
    }
}
