using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>A story page: the picture fills the sheet, the words stand on its panel, the number at the outer foot.</summary>
internal static class StoryPages
{
    // In ems of the book's type: the longest line that reads well.
    private const double LongestLine = 29;

    // As a share of the page's shorter side: what a panel adds around its words, left and right together.
    private const double Padding = 0.13;

    /// <summary>The room the words ask for, so the picture can be built around it; null for a page without words.</summary>
    public static (double Width, double Height)? RoomFor(string words, AgeType type, FontShelf fonts, PageFrame frame)
    {
        var text = Punctuation.Curl(words);
        var width = frame.Live.Width - Padding * Math.Min(frame.Width, frame.Height);
        var block = Typesetter.Set(
            text,
            fonts.Body(text),
            type.Size,
            Math.Min(width, LongestLine * type.Size),
            type.LineHeight
        );
        return block.Lines.Count == 0
            ? null
            : (Math.Ceiling(block.Width) + 2, Math.Min(frame.Live.Height * 0.7, Math.Ceiling(block.Height) + 2));
    }

    public static ComposedPage Compose(
        PlannedPage page,
        string words,
        PageArt art,
        PageGeometry geometry,
        AgeType type,
        FontShelf fonts,
        BookColours colours
    )
    {
        var draft = new PageDraft(geometry).Draw(art.Svg);
        var text = Punctuation.Curl(words);
        if (text.Trim().Length > 0)
        {
            var panel = art.Panel ?? OwnPanel(draft, text, type, fonts, colours);
            draft.Place(SetInside(panel, text, type, fonts, art.Panel is null ? colours.Ink : art.TextColour));
        }

        Folio(draft, page.Number, fonts, colours);
        return draft.Finish(page, art.AltText);
    }

    private static PlacedText SetInside(Box panel, string text, AgeType type, FontShelf fonts, string colour)
    {
        var measure = Math.Min(panel.Width, LongestLine * type.Size);
        var face = fonts.Body(text);
        var lines = Typesetter.Set(text, face, type.Size, measure, type.LineHeight).Lines.Count;
        var block = Typesetter.Fit(
            text,
            face,
            type.Smallest,
            type.Size,
            measure,
            panel.Height,
            type.LineHeight,
            type.AlignFor(lines)
        );
        // The eye takes the space above x-height for margin: a block looks centred a little above its middle.
        var y = panel.CentreY - block.Height / 2 - 0.02 * block.FontSize;
        return new PlacedText(block, panel.CentreX - block.Width / 2, y, colour, TextRole.Words);
    }

    // For a picture that came without one, from an image model for example.
    private static Box OwnPanel(PageDraft draft, string text, AgeType type, FontShelf fonts, BookColours colours)
    {
        var frame = draft.Geometry.Frame;
        var (width, height) = RoomFor(text, type, fonts, frame)!.Value;
        var pad = Padding / 2 * Math.Min(frame.Width, frame.Height);
        var room = new Box(frame.Live.CentreX - width / 2, frame.Live.Bottom - pad - height, width, height);
        var card = room.Inset(-pad * 0.9);
        draft.Draw(
            Ornaments.Svg(
                $"<rect x=\"{card.X:0.##}\" y=\"{card.Y:0.##}\" width=\"{card.Width:0.##}\" height=\"{card.Height:0.##}\" rx=\"18\" fill=\"{colours.Paper}\"/>"
            )
        );
        return room;
    }

    private static void Folio(PageDraft draft, int number, FontShelf fonts, BookColours colours)
    {
        const double radius = 9.5;
        var (trim, safe) = (draft.Geometry.Trim, draft.Geometry.Safe);
        var cx = draft.Geometry.IsRecto ? safe.Right - radius : safe.X + radius;
        var cy = trim.Bottom - 18 - radius;
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var block = Typesetter.Set(text, fonts.Body(text), 9, 40, 1, TextAlign.Centre);
        draft.Draw(
            Ornaments.Svg($"<circle cx=\"{cx:0.##}\" cy=\"{cy:0.##}\" r=\"{radius}\" fill=\"{colours.Paper}\"/>")
        );
        var baseline = cy + block.Face.CapHeight * block.FontSize / 2;
        draft.Place(
            new PlacedText(block, cx - block.Width / 2, baseline - block.Lines[0].Baseline, colours.Ink, TextRole.Folio)
        );
    }
}
