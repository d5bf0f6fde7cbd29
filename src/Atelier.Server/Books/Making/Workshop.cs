using Atelier.Books.Authoring;
using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Generation;
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
internal sealed class Workshop(
    BookIllustrator illustrator,
    Painters painters,
    CharacterArtist characters,
    AssetStore assets
)
{
    // Read once: looking through the system's fonts takes longer than setting a book.
    private readonly Lazy<FontShelf?> _fonts = new(() => FontShelf.Open(FontShelf.UsualFolders));

    /// <exception cref="JobFailure">The font that books are set in is missing.</exception>
    public Commission Take(BookBrief brief, StoryResult story, Seed seed, Budget budget)
    {
        var fonts = _fonts.Value ?? throw ExportFailure.FontMissing.AsJobFailure();
        var design = new BookDesign(brief, story.Manuscript, seed, PrinterProfile.Kdp, fonts);
        var sheet = characters.Sheet(story.Manuscript.Cast, seed.For("cast"));
        var painting = painters.Pages is { } painter ? new Painting(painter, budget) : null;
        return new Commission(design, story, sheet, Palette.Named(brief.Palette), illustrator, painting, assets);
    }
}

/// <summary>One book in the workshop: its design, the looks of its cast, its colours.</summary>
internal sealed class Commission(
    BookDesign design,
    StoryResult story,
    CharacterSheet sheet,
    (Palette Palette, string? Note) colours,
    BookIllustrator illustrator,
    Painting? painting,
    AssetStore assets
)
{
    public PageFrame FrameOf(int page) => design.SheetFor(page).Frame;

    /// <param name="before">The pictures of the pages before, in order.</param>
    public async Task<StoryPicture> DrawAsync(int page, IReadOnlyList<StoryPicture> before, CancellationToken cancel)
    {
        var recent = before.Select(picture => picture.Art.Composition).ToList();
        var art = illustrator.StoryPage(design, page, sheet, colours.Palette, recent);
        if (painting is not null)
            art = await painting.OverAsync(art, story.Manuscript, page, design.SheetFor(page).Frame, cancel);
        return await StoryPicture.KeepAsync(page, art, assets, cancel);
    }

    public async Task<BoundBook> BindAsync(IReadOnlyList<StoryPicture> pictures, CancellationToken cancel)
    {
        var art = new List<PageArt>(pictures.Count);
        foreach (var picture in pictures)
            art.Add(await picture.ReadAsync(assets, cancel));
        var around = illustrator.Around(design, sheet, colours.Palette) with { Story = art };
        var pages = design.Plan.Select(page =>
            page.Story is { } number ? design.StoryPage(number, art[number - 1]) : design.MatterPage(page, around)
        );
        PageArt[] drawn = [.. art, around.Cover, around.Title];
        return new BoundBook(
            design,
            CoverDesign.Compose(design, around),
            [.. pages],
            around.DrawingIds,
            [.. story.Notes, .. Palettes, .. drawn.SelectMany(p => p.Notes).Distinct(), .. design.Notes]
        );
    }

    private string[] Palettes => colours.Note is { } note ? [note] : [];
}

/// <summary>An image model at work on one book, within what the job may spend.</summary>
internal sealed class Painting(PagePainter painter, Budget budget)
{
    // A model that failed this often in a row is not asked again for this book: every further try costs a time-out.
    private const int MostFailures = 2;
    private int _failures;

    /// <summary>The model's picture in place of the drawn one, or the drawn one with a note saying why.</summary>
    public async Task<PageArt> OverAsync(
        PageArt drawn,
        Manuscript book,
        int page,
        PageFrame frame,
        CancellationToken cancel
    )
    {
        if (_failures == MostFailures)
            return drawn;
        var painted = await painter.PaintAsync(book, book.Pages[page - 1], frame, budget, cancel);
        _failures = painted.Svg is null ? _failures + 1 : 0;
        if (_failures == MostFailures)
            painted = painted with
            {
                Notes = [.. painted.Notes, "The built-in illustrator drew the pages after that too."],
            };
        return painted.Svg is null
            ? drawn with
            {
                Notes = [.. drawn.Notes, .. painted.Notes],
            }
            : drawn with
            {
                Svg = painted.Svg,
                Panel = null, // the page paints one of its own over a picture that kept no room for words
                Faces = [],
                DrawingIds = [],
                Notes = painted.Notes,
                PaintedBy = painter.Name,
            };
    }
}

internal static class ExportFailures
{
    /// <summary>A missing tool or a full disk is put right by a person, not by trying again at once.</summary>
    public static JobFailure AsJobFailure(this ExportFailure failure) =>
        new(failure.Code, failure.Detail, retryable: false);
}
