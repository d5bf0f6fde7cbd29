namespace Atelier.Language.Tests.Reading;

public class ReadabilityTests
{
    [Fact]
    public void Known_names_are_never_off_list()
    {
        const string text = "Zorblat and Old Quib ate. Zorblat's pie and the Quibs' cake.";
        Assert.Equal(0, Readability.Measure(text, LanguageData.Pack, ["Zorblat", "Old Quib"]).OffListShare);
        Assert.Contains("Zorblat", Readability.Measure(text, LanguageData.Pack).OffListWords);
    }

    [Theory]
    [InlineData("walked")]
    [InlineData("liked")]
    [InlineData("stopped")]
    [InlineData("cried")]
    [InlineData("happiest")]
    [InlineData("bigger")]
    [InlineData("puppies")]
    [InlineData("boxes")]
    [InlineData("leaves")]
    [InlineData("running")]
    [InlineData("cat's")]
    [InlineData("they'll")]
    [InlineData("couldn’t")]
    [InlineData("tree-house")]
    public void Inflections_of_listed_words_count_as_listed(string word) =>
        Assert.True(LanguageData.Pack.IsOnDaleChallList(word));

    [Theory]
    [InlineData("ubiquitous")]
    [InlineData("parabola")]
    [InlineData("epistemologies")]
    [InlineData("bing")]
    public void Hard_words_are_off_list(string word) => Assert.False(LanguageData.Pack.IsOnDaleChallList(word));

    [Fact]
    public void Off_list_words_are_named_once_in_reading_order() =>
        Assert.Equal(
            ["ubiquitous", "parabola"],
            Readability.Measure("A ubiquitous parabola is a parabola.", LanguageData.Pack).OffListWords
        );

    [Fact]
    public void Common_words_stand_in_the_first_band_and_strange_ones_far_out()
    {
        Assert.Equal(1, Readability.Measure("You and I go to the house.", LanguageData.Pack).FrequencyBand);
        Assert.Equal(LanguagePack.BeyondAllBands, Readability.Measure("You zorblat.", LanguageData.Pack).FrequencyBand);
    }

    [Fact]
    public void Any_text_at_all_can_be_measured()
    {
        foreach (
            var text in (string[])
                [
                    "\uD83D",
                    "日本語。",
                    "مرحبا!",
                    "'''",
                    "--- -",
                    new string('a', 5000),
                    "a.b.c.",
                    "\0\u0001",
                    "1e9",
                    "９９",
                ]
        )
            Assert.True(Readability.Measure(text, LanguageData.Pack).Words >= 0);
    }
}
