using System.Runtime.CompilerServices;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

/// <summary>The files of all films, and the rendered parts they can be made from again.</summary>
internal sealed class VideoAssets(VideosDb db) : IAssetReferences
{
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var all = db.Files.Select(f => f.Sha256).Concat(db.Segments.Select(s => s.Sha256));
        await foreach (var sha256 in all.AsAsyncEnumerable().WithCancellation(cancel))
            yield return sha256;
    }
}
