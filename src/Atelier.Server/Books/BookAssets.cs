using System.Runtime.CompilerServices;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <summary>The files of all finished books.</summary>
internal sealed class BookAssets(BooksDb db) : IAssetReferences
{
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (
            var page in db
                .Pages.AsNoTracking()
                .Select(p => new { p.SvgSha256, p.PngSha256 })
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
        {
            yield return page.SvgSha256;
            yield return page.PngSha256;
        }
        await foreach (
            var file in db.Files.AsNoTracking().Select(f => f.Sha256).AsAsyncEnumerable().WithCancellation(cancel)
        )
            yield return file;
        await foreach (
            var pictures in db
                .Versions.AsNoTracking()
                .Select(v => v.Pictures)
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
        foreach (var picture in pictures)
            yield return picture;
    }
}
