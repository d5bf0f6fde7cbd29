using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.JobEngine;
using Atelier.Platform.Files;

namespace Atelier.Books.Making;

/// <summary>All pages and the cover, composed and ready to export.</summary>
/// <param name="Drawings">Ids of every drawing used.</param>
/// <param name="Notes">What the author should know, in the order it came up.</param>
internal sealed record BoundBook(
    BookDesign Design,
    ComposedCover Cover,
    IReadOnlyList<ComposedPage> Pages,
    IReadOnlyList<string> Drawings,
    IReadOnlyList<string> Notes
);

/// <summary>Where a written book gets its pictures and its binding.</summary>
internal sealed class Workshop(BookIllustrator illustrator, CharacterArtist characters, AssetStore assets)
{
    // Read once: looking through the system's fonts takes longer than setting a book.
    private readonly Lazy<FontShelf?> _fonts = new(() => FontShelf.Open(FontShelf.UsualFolders));

    /// <exception cref="JobFailure">The font that books are set in is missing.</exception>
    public Commission Take(BookBrief brief, StoryResult story, Seed seed)
    {
        var fonts = _fonts.Value ?? throw ExportFailure.FontMissing.AsJobFailure();
        var design = new BookDesign(brief, story.Manuscript, seed, PrinterProfile.Kdp, fonts);
        var sheet = characters.Sheet(story.Manuscript.Cast, seed.For("cast"));
        return new Commission(design, story, sheet, Palette.Named(brief.Palette), illustrator, assets);
    }
}

/// <summary>One book in the workshop: its design, the looks of its cast, its colours.</summary>
internal sealed class Commission(
    BookDesign design,
    StoryResult story,
    CharacterSheet sheet,
    (Palette Palette, string? Note) colours,
    BookIllustrator illustrator,
    AssetStore assets
)
{
    /// <param name="before">The pictures of the pages before, in order.</param>
    public Task<StoryPicture> DrawAsync(int page, IReadOnlyList<StoryPicture> before, CancellationToken cancel)
    {
        var recent = before.Select(picture => picture.Composition).ToList();
        var art = illustrator.StoryPage(design, page, sheet, colours.Palette, recent);
        return StoryPicture.KeepAsync(page, art, assets, cancel);
    }

    public async Task<BoundBook> BindAsync(IReadOnlyList<StoryPicture> pictures, CancellationToken cancel)
    {
        var art = new List<PageArt>(pictures.Count);
        foreach (var picture in pictures)
            art.Add(await picture.ReadAsync(assets, cancel));
        var around = illustrator.Around(design, sheet, colours.Palette);
        var pages = design.Plan.Select(page =>
            page.Story is { } number ? design.StoryPage(number, art[number - 1]) : design.MatterPage(page, around)
        );
        PageArt[] drawn = [.. art, around.Cover, around.Title];
        return new BoundBook(
            design,
            CoverDesign.Compose(design, around),
            [.. pages],
            [.. drawn.SelectMany(picture => picture.DrawingIds).Distinct().Order(StringComparer.Ordinal)],
            [.. story.Notes, .. Palettes, .. drawn.SelectMany(p => p.Notes).Distinct(), .. design.Notes]
        );
    }

    private string[] Palettes => colours.Note is { } note ? [note] : [];
}

internal static class ExportFailures
{
    /// <summary>A missing tool or a full disk is put right by a person, not by trying again at once.</summary>
    public static JobFailure AsJobFailure(this ExportFailure failure) =>
        new(failure.Code, failure.Detail, retryable: false);
}
