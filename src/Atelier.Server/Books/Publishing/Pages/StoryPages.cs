using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>A story page: the picture fills the sheet, the words stand on its panel, the number at the outer foot.</summary>
internal static class StoryPages
{
    // In ems of the book's type: room between the words and the panel's edge, and the longest line that reads well.
    private const double PadX = 1.3;
    private const double PadY = 0.85;
    private const double LongestLine = 29;

    /// <summary>The panel the words ask for, so the picture can be built around it; null for a page without words.</summary>
    public static (double Width, double Height)? PanelFor(string words, AgeType type, FontShelf fonts, Box live)
    {
        var text = Punctuation.Curl(words);
        var (padX, padY) = (PadX * type.Size, PadY * type.Size);
        var measure = Math.Min(live.Width - 2 * padX, LongestLine * type.Size);
        var block = Typesetter.Set(text, fonts.Body(text), type.Size, measure, type.LineHeight);
        if (block.Lines.Count == 0)
            return null;
        return (
            Math.Min(live.Width, Math.Ceiling(block.Width + 2 * padX)),
            Math.Min(live.Height * 0.6, Math.Ceiling(block.Height + 2 * padY))
        );
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
            var panel = art.Panel;
            if (panel is null)
            {
                panel = OwnPanel(text, type, fonts, geometry.Frame.Live);
                draft.Draw(
                    Ornaments.Svg(
                        $"<rect x=\"{panel.Value.X:0.##}\" y=\"{panel.Value.Y:0.##}\" width=\"{panel.Value.Width:0.##}\" height=\"{panel.Value.Height:0.##}\" rx=\"18\" fill=\"{colours.Paper}\"/>"
                    )
                );
            }

            draft.Place(SetInside(panel.Value, text, type, fonts, art.Panel is null ? colours.Ink : art.TextColour));
        }

        Folio(draft, page.Number, fonts, colours);
        return draft.Finish(page, art.AltText);
    }

    private static PlacedText SetInside(Box panel, string text, AgeType type, FontShelf fonts, string colour)
    {
        var (width, height) = (panel.Width - 1.6 * type.Size, panel.Height - 1.0 * type.Size);
        var measure = Math.Min(width, LongestLine * type.Size);
        var face = fonts.Body(text);
        var lines = Typesetter.Set(text, face, type.Size, measure, type.LineHeight).Lines.Count;
        var block = Typesetter.Fit(
            text,
            face,
            type.Smallest,
            type.Size,
            measure,
            height,
            type.LineHeight,
            type.AlignFor(lines)
        );
        // The eye takes the space above x-height for margin: a block looks centred a little above its middle.
        var y = panel.CentreY - block.Height / 2 - 0.02 * block.FontSize;
        return new PlacedText(block, panel.CentreX - block.Width / 2, y, colour, TextRole.Words);
    }

    private static Box OwnPanel(string text, AgeType type, FontShelf fonts, Box live)
    {
        var (width, height) = PanelFor(text, type, fonts, live)!.Value;
        return new Box(live.CentreX - width / 2, live.Bottom - height, width, height);
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
