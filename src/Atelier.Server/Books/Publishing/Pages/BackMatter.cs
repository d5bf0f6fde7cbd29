using System.Globalization;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>The two pages after the story: "The End", facing its last picture, and a page about the book.</summary>
internal static class BackMatter
{
    private const int MostOnHill = 4;

    public static ComposedPage End(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours) = (draft.Live, book.Colours);
        const string words = "The End";
        var lettering = Typesetter.Fit(
            words,
            book.Fonts.Lettering(words),
            30,
            76,
            live.Width * 0.9,
            live.Height * 0.3,
            1.1,
            TextAlign.Centre
        );
        var top = live.Y + live.Height * 0.16;
        var refrain = book.Refrain is { } line
            ? Typesetter.Fit(line, book.Fonts.Body(line), 11, 17, live.Width * 0.66, 80, 1.4, TextAlign.Centre)
            : null;
        var refrainTop = top + lettering.Height + 40;
        var ground = draft.Geometry.Height * 0.80;
        var clear = new List<Box> { draft.AreaOf(lettering, top), new(0, ground - 190, draft.Geometry.Width, 400) };
        if (refrain is not null)
            clear.Add(draft.AreaOf(refrain, refrainTop).Inset(-8));

        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(Ornaments.Confetti(draft.Sheet, clear, colours, book.Seed.For("confetti", page.Number)))
            .Draw(Ornaments.Hills(draft.Geometry.Width, draft.Geometry.Height, ground, colours.Soft, colours.Accent))
            .Draw(Ornaments.Divider(live.CentreX, top + lettering.Height + 20, 180, colours))
            .Draw(Row([.. art.Cast.Take(MostOnHill)], new Box(live.X, ground - 128, live.Width, 150)));
        draft.Centre(lettering, top, colours.Deep, TextRole.Title);
        if (refrain is not null)
            draft.Centre(refrain, refrainTop, colours.Ink, TextRole.Words);
        return draft.Finish(page, $"{Names(book)} on a hill.");
    }

    public static ComposedPage About(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours, fonts) = (draft.Live, book.Colours, book.Fonts);
        draft.Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper));

        // A tall page spreads its three parts further apart.
        var gap = Math.Max(22, 34 + (live.Height - 558) * 0.3);
        draft.Draw(
            Ornaments.Hills(draft.Geometry.Width, draft.Geometry.Height, live.Bottom - 8, colours.Soft, colours.Accent)
        );
        var y = live.Y + live.Height * 0.02;
        y = Heading("In this story", y);
        y = Portraits(draft, book, art.Cast, y + 14) + gap;
        y = Heading("Talk about it", y);
        y = Paragraph(string.Join('\n', book.Questions), y + 12, (9, 14), live.Height * 0.3) + gap;
        y = Heading("For grown-ups", y);
        Paragraph(book.ReadingNote, y + 12, (8, 11.5), live.Bottom - 50 - y - 12);
        return draft.Finish(page, $"About this book, with portraits of {Names(book)}.");

        double Heading(string words, double top)
        {
            var block = Typesetter.Set(words, fonts.Lettering(words), 23, live.Width, 1.2, TextAlign.Centre);
            draft.Centre(block, top, colours.Deep, TextRole.Title);
            return top + block.Height;
        }

        double Paragraph(string words, double top, (double Min, double Max) size, double height)
        {
            var width = Math.Min(live.Width, 400);
            var block = Typesetter.Fit(
                words,
                fonts.Body(words),
                size.Min,
                size.Max,
                width,
                height,
                1.4,
                TextAlign.Centre
            );
            draft.Centre(block, top, colours.Ink, TextRole.Words);
            return top + block.Height;
        }
    }

    private static double Portraits(PageDraft draft, BookDesign book, IReadOnlyList<Cutout> cast, double top)
    {
        if (cast.Count == 0)
            return top;
        var live = draft.Live;
        var cell = Math.Min(118, live.Width / cast.Count);
        var radius = Math.Min(46, cell * 0.42);
        var left = live.CentreX - cell * cast.Count / 2;
        var bottom = top;
        for (var i = 0; i < cast.Count; i++)
        {
            var (cx, cy) = (left + cell * (i + 0.5), top + radius);
            draft.Draw(cast[i].Portrait(cx, cy, radius, Ornaments.Svg($"portrait-{i}"), book.Colours));
            var name = Typesetter.Fit(
                cast[i].Name,
                book.Fonts.Bold(cast[i].Name),
                7,
                13,
                cell - 6,
                34,
                1.2,
                TextAlign.Centre
            );
            draft.Place(new PlacedText(name, cx - name.Width / 2, cy + radius + 7, book.Colours.Ink, TextRole.Words));
            bottom = Math.Max(bottom, cy + radius + 7 + name.Height);
        }

        return bottom;
    }

    private static string Row(IReadOnlyList<Cutout> cast, Box room)
    {
        if (cast.Count == 0)
            return "";
        // One scale for all, so that a mouse stays small beside a giraffe.
        var cell = Math.Min(170, room.Width / cast.Count);
        var scale = Math.Min(
            cast.Min(figure => (cell - 8) / figure.Bounds.Width),
            room.Height / cast.Max(figure => figure.Bounds.Height)
        );
        var left = room.CentreX - cell * cast.Count / 2;
        // Neighbours stand a little higher and lower, as on a hill.
        return string.Concat(
            cast.Select((figure, i) => figure.Standing(left + cell * (i + 0.5), room.Bottom + i % 2 * 9, scale))
        );
    }

    private static string Names(BookDesign book) =>
        book.CastNames.Count switch
        {
            0 => "The characters",
            1 => book.CastNames[0],
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", book.CastNames.SkipLast(1))} and {book.CastNames[^1]}"
            ),
        };
}
