using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Platform.Files;
using Atelier.Platform.Http;

namespace Atelier.Platform.PersonalData;

/// <summary>The ZIP file that a person takes away.</summary>
internal sealed class PersonalArchive(ZipArchive zip, AssetStore assets)
{
    private static readonly JsonSerializerOptions Json = Readable();

    public async Task AddJsonAsync<T>(string path, T content, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(path).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, content, Json, cancel);
    }

    /// <summary>A file that is gone from the store is left out: the rest is worth having.</summary>
    public async Task AddAssetAsync(string path, string sha256, CancellationToken cancel)
    {
        await using var file = assets.OpenRead(sha256);
        if (file is null)
            return;
        // Pictures, PDF and EPUB are compressed already.
        var level = path.EndsWith(".svg", StringComparison.Ordinal)
            ? CompressionLevel.Fastest
            : CompressionLevel.NoCompression;
        await using var entry = await zip.CreateEntry(path, level).OpenAsync(cancel);
        await file.CopyToAsync(entry, cancel);
    }

    private static JsonSerializerOptions Readable()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        JsonRules.Apply(json);
        return json;
    }
}
