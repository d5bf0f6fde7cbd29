using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>The three pages before the story: title, copyright, dedication.</summary>
internal static class FrontMatter
{
    public static ComposedPage Title(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours, fonts) = (draft.Live, book.Colours, book.Fonts);
        var title = Typesetter.Fit(
            book.Title,
            fonts.Lettering(book.Title),
            18,
            58,
            live.Width,
            live.Height * 0.27,
            1.12,
            TextAlign.Centre
        );
        var byline = book.Author is { } author ? $"by {author}" : "A picture book";
        var name = Typesetter.Fit(byline, fonts.Bold(byline), 10, 17, live.Width * 0.8, 50, 1.3, TextAlign.Centre);

        // A round window between title and name, as large as width and room allow.
        var titleTop = live.Y + live.Height * 0.01;
        var nameTop = live.Bottom - name.Height;
        var (top, bottom) = (titleTop + title.Height + 22, nameTop - 50);
        var radius = Math.Min((bottom - top) / 2, live.Width * 0.38);
        var window = new Box(live.CentreX - radius, (top + bottom) / 2 - radius, 2 * radius, 2 * radius);
        var clear = new[]
        {
            draft.AreaOf(title, titleTop),
            window.Inset(-16),
            draft.AreaOf(name, nameTop),
            new Box(live.CentreX - 100, nameTop - 34, 200, 24),
        };

        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(Ornaments.Confetti(draft.Sheet, clear, colours, book.Seed.For("confetti", page.Number)))
            .Draw(Ornaments.Window(art.Title, window, colours))
            .Draw(Ornaments.Divider(live.CentreX, nameTop - 22, 180, colours));
        draft.Centre(title, titleTop, colours.Deep, TextRole.Title);
        draft.Centre(name, nameTop, colours.Ink, TextRole.Words);
        return draft.Finish(page, $"Title page. {art.Title.AltText}");
    }

    public static ComposedPage Copyright(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours) = (draft.Live, book.Colours);
        var credits = string.Join('\n', Credits.Of(book, art));
        var block = Typesetter.Fit(
            credits,
            book.Fonts.Body(credits),
            7.5,
            9.5,
            Math.Min(live.Width, 350),
            live.Height * 0.66,
            1.4,
            TextAlign.Centre
        );
        var top = live.Bottom - block.Height;
        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(Ornaments.Divider(live.CentreX, top - 26, 150, colours));
        if (art.Things.Count > 0)
            draft.Draw(art.Things[0].In(new Box(live.CentreX - 45, top - 142, 90, 90)));
        draft.Centre(block, top, colours.Ink, TextRole.Small);
        return draft.Finish(page, "Copyright page.");
    }

    /// <summary>A book without a dedication gets a plate for its owner's name instead.</summary>
    public static ComposedPage Dedication(PlannedPage page, PageDraft draft, BookDesign book, BookArt art)
    {
        var (live, colours) = (draft.Live, book.Colours);
        var words = book.Dedication ?? "This book belongs to";
        var block = Typesetter.Fit(
            words,
            book.Fonts.Body(words),
            11,
            22,
            live.Width * 0.72,
            live.Height * 0.36,
            1.45,
            TextAlign.Centre
        );
        var line = book.Dedication is null ? 58.0 : 0; // room to write a name in
        var cy = live.CentreY - live.Height * 0.02;
        var top = cy - (block.Height + line) / 2;
        // The laurel reaches around the words where the page is wide enough, else it keeps above and below them.
        var reach = Math.Min(Math.Max(120, block.Width / 2 + 34), live.Width / 2);
        var gap = reach >= block.Width / 2 + 34 ? 40 : 30 + reach * Ornaments.Curl;
        draft
            .Draw(Ornaments.Paper(draft.Geometry.Width, draft.Geometry.Height, colours.Paper))
            .Draw(Ornaments.Wreath(live.CentreX, top - gap, reach, colours, below: false))
            .Draw(Ornaments.Wreath(live.CentreX, top + block.Height + line + gap, reach, colours, below: true));
        if (line > 0)
            draft.Draw(
                Ornaments.Svg(
                    $"<path d=\"M{live.CentreX - 110:0.#} {top + block.Height + line - 6:0.#}H{live.CentreX + 110:0.#}\" stroke=\"{colours.Accent}\" stroke-width=\"1.5\" stroke-linecap=\"round\"/>"
                )
            );
        if (art.Things.Count > 1)
            draft.Draw(art.Things[1].In(new Box(live.CentreX - 34, live.Bottom - 92, 68, 68)));
        draft.Centre(block, top, colours.Ink, TextRole.Words);
        return draft.Finish(page, book.Dedication is null ? "A plate for the owner's name." : "Dedication.");
    }
}
