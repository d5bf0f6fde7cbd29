using System.Text;
using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>A page in the making: art is drawn first, words are placed above it in reading order.</summary>
internal sealed class PageDraft(PageGeometry geometry)
{
    private readonly StringBuilder _art = new();
    private readonly List<PlacedText> _texts = [];

    public PageGeometry Geometry => geometry;

    public Box Live => geometry.Frame.Live;

    public Box Sheet => new(0, 0, geometry.Width, geometry.Height);

    public PageDraft Draw(string svg)
    {
        _art.Append(svg);
        return this;
    }

    public void Place(PlacedText text) => _texts.Add(text);

    /// <summary>Places a block in the middle of the live area with its top at <paramref name="y"/>.</summary>
    public void Centre(TextBlock block, double y, string colour, TextRole role) =>
        Place(new PlacedText(block, Live.CentreX - block.Width / 2, y, colour, role));

    /// <summary>Where <see cref="Centre"/> would put it.</summary>
    public Box AreaOf(TextBlock block, double y) => new(Live.CentreX - block.Width / 2, y, block.Width, block.Height);

    public ComposedPage Finish(PlannedPage page, string altText) =>
        new(page.Number, page.Kind, geometry.Width, geometry.Height, geometry.Trim, _art.ToString(), _texts, altText);
}
