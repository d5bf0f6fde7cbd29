using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;

namespace Atelier.Tests.Books.Publishing;

public class GeometryTests
{
    private static readonly PrinterProfile Kdp = PrinterProfile.Kdp;

    // Interior page in points, then the flat cover's width at 24, 32 and 40 pages and its height, in inches.
    [Theory]
    [InlineData("8.5x8.5", 621, 630, 17.3063, 17.3251, 17.3439, 8.75)]
    [InlineData("8x10", 585, 738, 16.3063, 16.3251, 16.3439, 10.25)]
    [InlineData("8.5x11", 621, 810, 17.3063, 17.3251, 17.3439, 11.25)]
    [InlineData("6x9", 441, 666, 12.3063, 12.3251, 12.3439, 9.25)]
    public void Sizes_are_those_the_printer_publishes(
        string name,
        double width,
        double height,
        double cover24,
        double cover32,
        double cover40,
        double coverHeight
    )
    {
        var trim = Kdp.Trim(name)!;
        var page = PageGeometry.For(Kdp, trim, 32, 1);
        Assert.Equal((width, height), (page.Width, page.Height));
        foreach (var (pages, inches) in new[] { (24, cover24), (32, cover32), (40, cover40) })
        {
            var cover = CoverGeometry.For(Kdp, trim, pages);
            Assert.Equal(inches, cover.Width / 72, 3);
            Assert.Equal(coverHeight, cover.Height / 72, 6);
        }
    }

    [Fact]
    public void Bleed_is_on_the_three_outer_edges_and_left_pages_mirror_right_ones()
    {
        var trim = Kdp.Trim("8x10")!;
        var (recto, verso) = (PageGeometry.For(Kdp, trim, 24, 5), PageGeometry.For(Kdp, trim, 24, 6));
        Assert.Equal((0, 9, 576, 720), (recto.Trim.X, recto.Trim.Y, recto.Trim.Width, recto.Trim.Height));
        Assert.Equal((9, 9, 576, 720), (verso.Trim.X, verso.Trim.Y, verso.Trim.Width, verso.Trim.Height));
        Assert.Equal(recto.Frame.Live.X, verso.Width - verso.Frame.Live.Right, 6);
        Assert.True(recto.IsRecto && !verso.IsRecto);
    }

    [Theory]
    [InlineData(24, 0.375), InlineData(150, 0.375), InlineData(152, 0.5), InlineData(400, 0.625)]
    public void Text_keeps_clear_of_the_gutter_which_grows_with_the_book(int pages, double inches)
    {
        var page = PageGeometry.For(Kdp, Kdp.Trim("6x9")!, pages, 3);
        Assert.Equal(inches * 72, page.Safe.X, 6);
        Assert.Equal(page.Trim.Right - 18, page.Safe.Right, 6); // 0.25 inch of the trim, 0.375 of the page
        Assert.True(page.Frame.Live.X >= page.Safe.X && page.Frame.Live.Right <= page.Safe.Right);
    }

    [Theory]
    [InlineData(23), InlineData(25), InlineData(22), InlineData(592)]
    public void A_page_count_the_printer_does_not_make_is_refused(int pages) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PageGeometry.For(Kdp, Kdp.Trim("8.5x8.5")!, pages, 1));

    [Fact]
    public void The_barcode_box_lies_a_quarter_inch_from_trim_and_spine()
    {
        var cover = CoverGeometry.For(Kdp, Kdp.Trim("8.5x8.5")!, 32);
        Assert.Equal(144, cover.Barcode.Width, 6);
        Assert.Equal(86.4, cover.Barcode.Height, 6);
        Assert.Equal(18, cover.Spine.X - cover.Barcode.Right, 6);
        Assert.Equal(18, cover.Trim.Bottom - cover.Barcode.Bottom, 6);
        Assert.Equal(32 * 0.002347 * 72, cover.Spine.Width, 6);
        Assert.False(cover.SpineText);
        Assert.True(CoverGeometry.For(Kdp, Kdp.Trim("8.5x8.5")!, 80).SpineText);
    }

    [Theory]
    [InlineData(24, 19), InlineData(32, 27), InlineData(40, 35)]
    public void A_book_has_exactly_the_pages_asked_for_and_its_story_starts_on_a_spread(int pages, int story)
    {
        var plan = BookPlan.Of(pages);
        Assert.Equal(Enumerable.Range(1, pages), plan.Select(page => page.Number));
        Assert.Equal(story, BookPlan.StoryPageCount(pages));
        Assert.Equal(Enumerable.Range(1, story), plan.Where(p => p.Kind is PageKind.Story).Select(p => p.Story!.Value));
        Assert.Equal(0, plan.First(page => page.Kind is PageKind.Story).Number % 2);
        Assert.Equal(1, plan.Single(page => page.Kind is PageKind.End).Number % 2);
    }

    [Fact]
    public void An_odd_page_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BookPlan.StoryPageCount(31));
}
