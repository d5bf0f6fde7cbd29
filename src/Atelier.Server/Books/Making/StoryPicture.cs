using System.Text;
using Atelier.Books.Publishing.Pages;
using Atelier.Drawing;
using Atelier.Platform.Files;

namespace Atelier.Books.Making;

/// <summary>The stored result of drawing one story page: <see cref="PageArt"/>, its SVG kept in the asset store.</summary>
internal sealed record StoryPicture(
    int Page,
    string SvgSha256,
    double Width,
    double Height,
    Box? Panel,
    string TextColour,
    string AltText,
    IReadOnlyList<Box> Faces,
    IReadOnlyList<string> DrawingIds,
    string Composition,
    IReadOnlyList<string> Notes
)
{
    public static async Task<StoryPicture> KeepAsync(int page, PageArt art, AssetStore assets, CancellationToken cancel)
    {
        var svg = await assets.PutAsync(Encoding.UTF8.GetBytes(art.Svg), "image/svg+xml", cancel);
        return new StoryPicture(
            page,
            svg.Sha256,
            art.Width,
            art.Height,
            art.Panel,
            art.TextColour,
            art.AltText,
            art.Faces,
            art.DrawingIds,
            art.Composition,
            art.Notes
        );
    }

    public async Task<PageArt> ReadAsync(AssetStore assets, CancellationToken cancel) =>
        new(
            await File.ReadAllTextAsync(assets.PathOf(SvgSha256), cancel),
            Width,
            Height,
            Panel,
            TextColour,
            AltText,
            Faces,
            DrawingIds,
            Composition,
            Notes
        );
}
