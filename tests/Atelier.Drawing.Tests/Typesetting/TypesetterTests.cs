using System.Xml.Linq;
using Atelier.Drawing.Typesetting;

namespace Atelier.Drawing.Tests.Typesetting;

public class TypesetterTests
{
    private const string Dragon =
        "Ember was a small dragon who kept every shiny thing for herself. \"Mine,\" she said, and she counted her "
        + "spoons again, one by one, until the moon came up over the hill.";

    private static TextBlock Set(string text, double width, double size = 18) =>
        Typesetter.Set(text, TestFaces.Andika, size, width, 1.4);

    [Theory]
    [InlineData(120), InlineData(180), InlineData(260), InlineData(400), InlineData(2000)]
    public void No_line_is_wider_than_allowed_and_no_word_is_lost(double width)
    {
        var block = Set(Dragon, width);
        Assert.All(block.Lines, line => Assert.InRange(line.Width, 1, width));
        Assert.Equal(Dragon, string.Join(' ', block.Lines.Select(line => line.Text)));
        Assert.Equal(block.Lines.Max(line => line.Width), block.Width);
    }

    [Fact]
    public void Lines_come_out_even_rather_than_full()
    {
        var block = Set(Dragon, 400);
        var shortest = block.Lines.Min(line => line.Width);
        Assert.True(shortest > 0.7 * block.Width, string.Join('|', block.Lines.Select(line => line.Text)));
    }

    [Fact]
    public void The_last_line_is_never_one_word_when_there_is_another_way()
    {
        for (var width = 100; width < 500; width += 7)
        {
            var block = Set("The owl flew home to her nest under the moon.", width);
            if (block.Lines.Count > 1)
                Assert.Contains(' ', block.Lines[^1].Text);
        }
    }

    [Fact]
    public void A_dash_and_a_closing_quote_stay_with_their_word_and_a_title_with_its_name()
    {
        for (var width = 80; width < 400; width += 5)
            foreach (var line in Set("“Wait — stop !” said Mr. Fox to the very tall hen", width, 14).Lines)
            {
                Assert.DoesNotMatch("^[—!”]", line.Text);
                Assert.DoesNotMatch(@"Mr\.$", line.Text);
            }
    }

    [Fact]
    public void A_no_break_space_is_kept()
    {
        for (var width = 60; width < 200; width += 5)
            Assert.Contains(
                Set("one two\u00A0three four", width, 12).Lines,
                line => line.Text.Contains("two\u00A0three")
            );
    }

    [Fact]
    public void Each_line_feed_starts_a_paragraph_with_a_little_more_room()
    {
        var block = Set("One.\n\nTwo.\nThree.", 300, 10);
        Assert.Equal(["One.", "Two.", "Three."], block.Lines.Select(line => line.Text));
        Assert.All(
            block.Lines.Zip(block.Lines.Skip(1)),
            pair => Assert.Equal(20.3, pair.Second.Baseline - pair.First.Baseline, 6)
        );
    }

    [Fact]
    public void A_word_wider_than_the_block_is_cut_and_that_is_reported()
    {
        var block = Set("Donaudampfschifffahrtsgesellschaft", 100);
        Assert.True(block.BrokenWords && block.Lines.Count > 2);
        Assert.All(block.Lines, line => Assert.InRange(line.Width, 1, 100));
        Assert.False(Set("Donau", 100).BrokenWords);
    }

    [Fact]
    public void Empty_text_is_an_empty_block() => Assert.Empty(Set(" \n ", 100).Lines);

    [Fact]
    public void Fit_takes_the_largest_size_that_fits()
    {
        var block = Typesetter.Fit(Dragon, TestFaces.Andika, 12, 30, 300, 150, 1.4);
        Assert.InRange(block.Height, 100, 150);
        Assert.InRange(block.FontSize, 12, 30);
        Assert.True(Typesetter.Set(Dragon, TestFaces.Andika, block.FontSize + 0.5, 300, 1.4).Height > 150);
    }

    [Fact]
    public void Text_too_long_for_the_smallest_size_still_stays_inside()
    {
        var text = string.Join(' ', Enumerable.Repeat(Dragon, 12));
        var block = Typesetter.Fit(text, TestFaces.Andika, 12, 30, 200, 100, 1.4);
        Assert.True(block.FontSize < 12);
        Assert.InRange(block.Height, 1, 100);
        Assert.InRange(block.Width, 1, 200);
    }

    [Fact]
    public void Markup_comes_out_as_text()
    {
        const string hostile = "<script>alert(\"1\")</script> & 'co' ]]> \u0001\uFFFE</text>";
        var svg = Set(hostile, 2000).ToSvg(0, 0, "#000");
        var text = string.Concat(XElement.Parse($"<svg>{svg}</svg>").Descendants("text").Select(line => line.Value));
        Assert.Equal("<script>alert(\"1\")</script> & 'co' ]]> </text>", text);
    }

    [Fact]
    public void A_right_to_left_paragraph_hangs_from_its_right_edge_in_a_face_that_has_it()
    {
        var block = Typesetter.Set("שלום ילדים\nA", TestFaces.WithHebrew, 20, 300, 1.4);
        Assert.True(block.Lines[0].RightToLeft);
        Assert.False(block.Lines[1].RightToLeft);
        Assert.Equal(block.Width, block.Lines[0].X + block.Lines[0].Width, 6);
        var svg = block.ToSvg(0, 0, "#000");
        Assert.Contains("direction=\"rtl\"", svg);
        Assert.Contains("font-family=\"Andika, 'Noto Sans Hebrew'\"", svg);
    }

    [Fact]
    public void What_no_face_can_draw_is_left_out_and_named()
    {
        var legible = Legible.Clean("The 🦊 Fox \u200D🦊 and \uD800 the 龍 \u202Eevil", TestFaces.Andika);
        Assert.Equal("The Fox and the evil", legible.Text);
        Assert.Equal(["🦊", "龍"], legible.LeftOut);
    }

    [Fact]
    public void Numbers_are_written_the_same_way_in_every_culture()
    {
        var before = Set(Dragon, 250, 17.5).ToSvg(10.256, 20.1, "#000");
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        Assert.Equal(before, Set(Dragon, 250, 17.5).ToSvg(10.256, 20.1, "#000"));
        System.Globalization.CultureInfo.CurrentCulture = culture;
    }
}
