using Atelier.Books;
using Atelier.Drawing;

namespace Atelier.Tests.Books.Stories;

/// <summary>What the words say is what the pictures show.</summary>
public class PictureTruthTests
{
    [Theory]
    [InlineData("0-2")]
    [InlineData("3-5")]
    [InlineData("8-10")]
    public void A_moon_that_is_looked_for_is_in_no_sky_before_it_is_found(string band)
    {
        var book = StoryEngineTests
            .Tell(new BookBrief { Prompt = "A shy labrador who wants to find the lost moon", AgeBand = band })
            .Manuscript;
        var night = book.Pages.Where(p => p.Picture.Time == TimeOfDay.Night).ToList();

        Assert.True(night[0].Picture.BareSky);
        Assert.False(night[^1].Picture.BareSky);
        // Once it is there it stays.
        Assert.Equal(night.OrderByDescending(p => p.Picture.BareSky).ThenBy(p => p.Number), night);
    }

    [Theory]
    [InlineData("a fox who wants to find the silver bell", 1)]
    [InlineData("a labrador who cannot sleep", 2)]
    [InlineData("a mouse who is afraid of the dark", 3)]
    [InlineData("a girl who bakes a cake for the village", 4)]
    public void Who_lies_in_bed_is_drawn_in_a_bedroom(string prompt, ulong seed)
    {
        foreach (var band in (string[])["0-2", "3-5", "5-7", "6-8", "8-10"])
        {
            var book = StoryEngineTests.Tell(new BookBrief { Prompt = prompt, AgeBand = band }, seed: seed).Manuscript;
            Assert.All(
                book.Pages.Where(p => p.Text.Contains("lay in bed", StringComparison.Ordinal)),
                p => Assert.Equal(Setting.Bedroom, p.Picture.Setting)
            );
        }
    }

    [Fact]
    public void What_is_baked_is_neither_nailed_nor_glued()
    {
        var brief = new BookBrief { Prompt = "A young dragon who bakes bread for a village", AgeBand = "5-7" };
        for (var seed = 1UL; seed < 20; seed++)
            Assert.DoesNotMatch(
                @"\b(nails?|hammer|glue|tower|bells|left it out to dry)\b",
                StoryEngineTests.Words(StoryEngineTests.Tell(brief, seed: seed))
            );
    }

    [Fact]
    public void A_riddle_has_more_than_one_answer()
    {
        var brief = new BookBrief { Prompt = "Two foxes solve the mystery of the lamp that goes out", AgeBand = "6-8" };
        var answers = Enumerable
            .Range(1, 20)
            .Select(seed => StoryEngineTests.Engine.Outline(brief, 28, new Seed((ulong)seed)).Facts["episode4"])
            .Distinct();

        Assert.True(answers.Count() >= 3);
    }
}
