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
        var clear = new List<Box>
        {
            draft.AreaOf(lettering, top),
            new(0, ground - draft.Geometry.Height * 0.3, draft.Geometry.Width, 400),
        };
        if (refrain is not null)
            clear.Add(draft.AreaOf(refrain, refrainTop).Inset(-8));

        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(Ornaments.Confetti(draft.Sheet, clear, colours, book.Seed.For("confetti", page.Number)))
            .Draw(Ornaments.Hills(draft.Geometry.Width, draft.Geometry.Height, ground, colours.Soft, colours.Accent))
            .Draw(Ornaments.Divider(live.CentreX, top + lettering.Height + 20, 180, colours))
            .Draw(
                Row(
                    [.. art.Cast.Take(MostOnHill)],
                    new Box(
                        live.X,
                        ground + 22 - draft.Geometry.Height * 0.27,
                        live.Width,
                        draft.Geometry.Height * 0.27
                    )
                )
            );
        draft.Centre(lettering, top, colours.Deep, TextRole.Title);
        if (refrain is not null)
            draft.Centre(refrain, refrainTop, colours.Ink, TextRole.Words);
        return draft.Finish(page, $"{Names(book)} on a hill.");
    }

    public static ComposedPage About(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours, fonts) = (draft.Live, book.Colours, book.Fonts);
        var width = Math.Min(live.Width, 420);
        var names = Heading("In this story");
        var talk = Heading("Talk about it");
        var questions = Paragraph(string.Join('\n', book.Questions), 9, 15);
        var adults = Heading("For grown-ups");
        var note = Paragraph(book.ReadingNote, 8, 12);

        // The three parts share what room is left above the hills, so a tall page is not empty at its foot.
        const double near = 13;
        var portraits = Portraits(draft, book, art.Cast, 0, draw: false);
        var content =
            names.Height + portraits + talk.Height + questions.Height + adults.Height + note.Height + 3 * near;
        var gap = Math.Clamp((live.Height - 56 - content) / 3, 14, 64);
        var y = live.Y + Math.Max(0, (live.Height - 56 - content - 2 * gap) / 2);

        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(
                Ornaments.Hills(
                    draft.Geometry.Width,
                    draft.Geometry.Height,
                    live.Bottom - 8,
                    colours.Soft,
                    colours.Accent
                )
            );
        Put(names, colours.Deep, TextRole.Title, near);
        y += Portraits(draft, book, art.Cast, y, draw: true) + gap;
        Put(talk, colours.Deep, TextRole.Title, near);
        Put(questions, colours.Ink, TextRole.Words, gap);
        Put(adults, colours.Deep, TextRole.Title, near);
        Put(note, colours.Ink, TextRole.Words, 0);
        return draft.Finish(page, $"About this book, with portraits of {Names(book)}.");

        TextBlock Heading(string words) =>
            Typesetter.Set(words, fonts.Lettering(words), 23, live.Width, 1.2, TextAlign.Centre);

        TextBlock Paragraph(string words, double min, double max) =>
            Typesetter.Fit(words, fonts.Body(words), min, max, width, live.Height * 0.3, 1.4, TextAlign.Centre);

        void Put(TextBlock block, string colour, TextRole role, double after)
        {
            draft.Centre(block, y, colour, role);
            y += block.Height + after;
        }
    }

    /// <returns>The height they take.</returns>
    private static double Portraits(PageDraft draft, BookDesign book, IReadOnlyList<Cutout> cast, double top, bool draw)
    {
        if (cast.Count == 0)
            return 0;
        var live = draft.Live;
        var cell = Math.Min(128, live.Width / cast.Count);
        var radius = Math.Min(52, cell * 0.42);
        var left = live.CentreX - cell * cast.Count / 2;
        var bottom = top;
        for (var i = 0; i < cast.Count; i++)
        {
            var (cx, cy) = (left + cell * (i + 0.5), top + radius);
            if (draw)
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
            if (draw)
                draft.Place(
                    new PlacedText(name, cx - name.Width / 2, cy + radius + 7, book.Colours.Ink, TextRole.Words)
                );
            bottom = Math.Max(bottom, cy + radius + 7 + name.Height);
        }

        return bottom - top;
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
