using System.Runtime.CompilerServices;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

/// <summary>The pictures of characters, and the files that came with their cards.</summary>
internal sealed class CharacterAssets(LibraryDb db) : IAssetReferences
{
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var pictures = db.Characters.Where(c => c.AvatarSha256 != null).Select(c => c.AvatarSha256!);
        await foreach (var sha256 in pictures.AsAsyncEnumerable().WithCancellation(cancel))
            yield return sha256;
        await foreach (
            var sha256 in db.CharacterFiles.Select(f => f.Sha256).AsAsyncEnumerable().WithCancellation(cancel)
        )
            yield return sha256;
    }
}
