using Atelier.Drawing.Backdrops;
using Xunit;

namespace Atelier.Drawing.Tests.Backdrops;

public sealed class PaletteTests
{
    [Fact]
    public void Every_listed_name_is_found_in_any_case_and_gives_its_own_picture()
    {
        var pictures = Palette.Names.Select(name =>
        {
            var (palette, note) = Palette.Named(name.ToUpperInvariant());
            Assert.Null(note);
            Assert.Equal(name, palette.Name);
            return palette.Tint("#4a90d9");
        });
        Assert.Equal(Palette.Names.Count, pictures.Distinct().Count());
    }

    [Fact]
    public void An_unknown_name_gives_the_default_with_a_note_and_no_name_gives_it_without()
    {
        var (palette, note) = Palette.Named("<script>");
        Assert.Same(Palette.Storybook, palette);
        Assert.NotNull(note);
        Assert.DoesNotContain("<script>", note, StringComparison.Ordinal);

        Assert.Equal((Palette.Storybook, null), Palette.Named(" "));
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#ff0000")]
    [InlineData("#3a7d44")]
    public void The_default_palette_leaves_colours_as_they_are(string hex) =>
        Assert.Equal(hex, Palette.Storybook.Tint(hex));
}
