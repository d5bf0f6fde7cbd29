using System.Text.RegularExpressions;
using System.Xml.Linq;
using Atelier.Drawing.Art;

namespace Atelier.Drawing.Tests.Art;

public sealed partial class ArtPackTests
{
    [Theory]
    [InlineData(ArtPack.Fluent, "dog-face")]
    [InlineData(ArtPack.Noto, "castle")]
    [InlineData(ArtPack.Noto, "adult")] // an alias
    public void A_drawing_is_found_by_set_and_name(string set, string name)
    {
        var drawing = Packs.Art.Find(set, name);
        Assert.NotNull(drawing);
        Assert.Equal($"{set}:{name}", drawing.Id);
        Assert.InRange(drawing.Ink.Width, drawing.Width * 0.2, drawing.Width);
    }

    [Theory]
    [InlineData(ArtPack.Fluent, "no-such-drawing")]
    [InlineData("no-such-set", "dog-face")]
    public void What_is_not_there_is_null(string set, string name) => Assert.Null(Packs.Art.Find(set, name));

    [Theory]
    [InlineData("fluent-emoji-flat:rabbit")]
    [InlineData("fluent-emoji-flat:dragon")]
    [InlineData("fluent-emoji-flat:sailboat")]
    [InlineData("fluent-emoji-flat:backhand-index-pointing-right")]
    [InlineData("noto:castle")]
    [InlineData("noto:owl")]
    [InlineData("noto:evergreen-tree")]
    [InlineData("noto:bicycle")]
    [InlineData("noto:balloon")]
    [InlineData("noto:whale")]
    public void Ink_bounds_are_where_a_renderer_paints(string id)
    {
        var drawing = Packs.Art.Find(id)!;
        const int pixels = 512;
        var svg =
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {drawing.Width} {drawing.Height}\">{drawing.Body}</svg>";
        var painted = Raster.Of(svg, pixels).Ink();
        var unit = pixels / drawing.Width;
        Assert.Equal(painted.X, drawing.Ink.X * unit, 4.0);
        Assert.Equal(painted.Y, drawing.Ink.Y * unit, 4.0);
        Assert.Equal(painted.Right, drawing.Ink.Right * unit, 4.0);
        Assert.Equal(painted.Bottom, drawing.Ink.Bottom * unit, 4.0);
    }

    [Fact]
    public void Two_copies_of_one_drawing_share_no_id()
    {
        var owl = Packs.Art.Find("noto:owl")!;
        var svg = owl.Stand("a-", 50, 80, 1) + owl.Stand("b-", 90, 80, 1, mirrored: true);
        var page = XElement.Parse("<svg>" + svg + "</svg>");
        var ids = page.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(References().Matches(svg), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Fact]
    public void A_drawing_stands_with_its_ink_on_the_given_point()
    {
        var box = InkBounds.Of(Packs.Art.Find("noto:owl")!.Stand("o-", 100, 200, 0.5));
        Assert.Equal(200, box.Bottom, 0.1);
        Assert.Equal(100, box.CentreX, 0.1);
    }

    [Fact]
    public void Credits_name_the_sets_that_were_used()
    {
        Assert.Equal(
            ["MIT", "Apache-2.0"],
            ArtPack.Licences(["noto:owl", "fluent-emoji-flat:dog"]).Select(c => c.Licence)
        );
        Assert.Equal(["Apache-2.0"], ArtPack.Licences(["noto:owl"]).Select(c => c.Licence));
    }

    [GeneratedRegex("(?:url\\(#|href=\"#)([^)\"]+)")]
    private static partial Regex References();
}
