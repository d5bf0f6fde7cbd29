using System.Globalization;
using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>The flat cover, one picture across back, spine and front, and the parts of it that stand alone.</summary>
internal sealed record ComposedCover(ComposedPage Flat, CoverGeometry Geometry)
{
    /// <summary>The front alone, as a shop or an e-book shows it.</summary>
    public ComposedPage Front => Part(Geometry.Front);

    public ComposedPage Back => Part(Geometry.Back);

    private ComposedPage Part(Box trim) =>
        Flat with
        {
            Trim = trim,
            Texts = [.. Flat.Texts.Where(text => trim.Overlaps(text.Area))],
        };
}

/// <summary>
/// Lettering and panels over the cover's picture. The picture runs across the spine without a break, because a fold
/// wanders by up to a sixteenth of an inch and would show any edge laid along it.
/// </summary>
internal static class CoverDesign
{
    public static ComposedCover Compose(BookDesign book, BookArt art)
    {
        var geometry = book.Cover;
        var texts = new List<PlacedText>();
        var svg = art.Cover.Svg + Front(book, geometry, texts) + Back(book, geometry, art, texts);
        var author = book.Author is { } name ? $" by {name}" : "";
        var flat = new ComposedPage(
            0,
            PageKind.Cover,
            geometry.Width,
            geometry.Height,
            geometry.Trim,
            svg,
            texts,
            $"Cover of {book.Title}{author}. {art.Cover.AltText}"
        );
        return new ComposedCover(flat, geometry);
    }

    /// <summary>The title as the front carries it; the cover's picture keeps its heads below it.</summary>
    public static TextBlock Title(BookDesign book, CoverGeometry cover) =>
        Typesetter.Fit(
            book.Title,
            book.Fonts.Lettering(book.Title),
            22,
            84,
            cover.Front.Width - 2 * cover.Safe,
            cover.Front.Height * 0.27,
            1.08,
            TextAlign.Centre
        );

    private static string Front(BookDesign book, CoverGeometry cover, List<PlacedText> texts)
    {
        var safe = cover.Front.Inset(cover.Safe);
        var title = Title(book, cover);
        texts.Add(
            new PlacedText(
                title,
                safe.CentreX - title.Width / 2,
                safe.Y + 4,
                "#fffaf0",
                TextRole.Title,
                new Outline(book.Colours.Ink, Math.Round(title.FontSize * 0.12, 1))
            )
        );
        if (book.Author is not { } author)
            return "";
        var name = Typesetter.Fit(author, book.Fonts.Bold(author), 10, 20, safe.Width * 0.8, 56, 1.2, TextAlign.Centre);
        var plate = new Box(
            safe.CentreX - name.Width / 2 - 22,
            safe.Bottom - name.Height - 2, // lower than other text: feet stand above it
            name.Width + 44,
            name.Height + 16
        );
        texts.Add(new PlacedText(name, safe.CentreX - name.Width / 2, plate.Y + 8, book.Colours.Ink, TextRole.Words));
        return Plate(plate, plate.Height / 2, book.Colours.Paper, book.Colours.Glow);
    }

    private static string Back(BookDesign book, CoverGeometry cover, BookArt art, List<PlacedText> texts)
    {
        var safe = cover.Back.Inset(cover.Safe);
        var svg = "";
        if (book.Blurb.Length > 0)
        {
            var width = safe.Width - 64;
            var room = cover.Barcode.Y - safe.Y - 160;
            var blurb = Typesetter.Fit(
                book.Blurb,
                book.Fonts.Body(book.Blurb),
                9,
                16,
                width,
                room,
                1.5,
                TextAlign.Centre
            );
            var panel = new Box(
                safe.X,
                safe.Y + (cover.Barcode.Y - safe.Y - blurb.Height - 134) * 0.3,
                safe.Width,
                blurb.Height + 110
            );
            svg += Plate(panel, 22, book.Colours.Paper, book.Colours.Soft);
            svg += Ornaments.Divider(panel.CentreX, panel.Y + 28, 150, book.Colours);
            texts.Add(
                new PlacedText(blurb, panel.CentreX - blurb.Width / 2, panel.Y + 48, book.Colours.Ink, TextRole.Words)
            );
            svg += Things(art.Things, panel);
        }

        var label = string.Create(CultureInfo.InvariantCulture, $"For ages {book.Ages}");
        var ages = Typesetter.Set(label, book.Fonts.Bold(label), 12, 200, 1.2, TextAlign.Centre);
        var badge = new Box(safe.X, cover.Barcode.CentreY - 15, ages.Width + 36, 30);
        svg += Plate(badge, 15, book.Colours.Glow, book.Colours.Paper);
        texts.Add(
            new PlacedText(ages, badge.X + 18, badge.CentreY - ages.Height / 2, book.Colours.Ink, TextRole.Small)
        );
        // The printer lays its barcode here; nothing else may.
        return svg
            + Ornaments.Svg(
                $"<rect x=\"{cover.Barcode.X:0.###}\" y=\"{cover.Barcode.Y:0.###}\" width=\"{cover.Barcode.Width:0.###}\" height=\"{cover.Barcode.Height:0.###}\" fill=\"#ffffff\"/>"
            );
    }

    private static string Things(IReadOnlyList<Cutout> things, Box panel) =>
        string.Concat(
            things
                .Take(3)
                .Select(
                    (thing, i) =>
                        thing.In(
                            new Box(
                                panel.CentreX + (i - (Math.Min(3, things.Count) - 1) / 2.0) * 52 - 18,
                                panel.Bottom - 50,
                                36,
                                34
                            )
                        )
                )
        );

    private static string Plate(Box box, double radius, string fill, string edge) =>
        Ornaments.Svg(
            $"<rect x=\"{box.X:0.##}\" y=\"{box.Y:0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\" rx=\"{radius:0.##}\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"3\"/>"
        );
}
