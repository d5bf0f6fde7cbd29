using System.Text;
using Atelier.Books.Publishing.Pages;
using Atelier.Platform.Files;

namespace Atelier.Books.Making;

/// <summary>The stored result of drawing one story page.</summary>
/// <param name="Art">All but its SVG, which is kept in the asset store and is empty here.</param>
internal sealed record StoryPicture(int Page, string SvgSha256, PageArt Art)
{
    public static async Task<StoryPicture> KeepAsync(int page, PageArt art, AssetStore assets, CancellationToken cancel)
    {
        var svg = await assets.PutAsync(Encoding.UTF8.GetBytes(art.Svg), "image/svg+xml", cancel);
        return new StoryPicture(page, svg.Sha256, art with { Svg = "" });
    }

    public async Task<PageArt> ReadAsync(AssetStore assets, CancellationToken cancel) =>
        Art with
        {
            Svg = await File.ReadAllTextAsync(assets.PathOf(SvgSha256), cancel),
        };
}
