using System.Runtime.CompilerServices;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

/// <summary>The files that were brought, and the texts read from them.</summary>
internal sealed class DocumentAssets(LibraryDb db) : IAssetReferences
{
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var files = db.Documents.AsNoTracking().Select(d => new { d.Sha256, d.TextSha256 });
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return file.Sha256;
            if (file.TextSha256 is { } text)
                yield return text;
        }
    }
}
