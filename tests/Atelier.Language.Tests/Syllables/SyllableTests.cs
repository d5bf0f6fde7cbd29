namespace Atelier.Language.Tests.Syllables;

public class SyllableTests
{
    [Theory]
    [InlineData("cat", 1)]
    [InlineData("rabbit", 2)]
    [InlineData("elephant", 3)]
    [InlineData("Pip's", 1)]
    [InlineData("well-known", 2)]
    [InlineData("42", 3)]
    [InlineData("1900", 6)]
    [InlineData("Mr.", 2)]
    [InlineData("U.S.", 2)]
    [InlineData("naïve", 2)]
    [InlineData("shhh", 1)]
    public void Words_have_the_syllables_one_hears(string word, int expected) =>
        Assert.Equal(expected, LanguageData.Pack.Syllables(word));

    [Theory]
    [InlineData("zorblat", 2)]
    [InlineData("Wumpling", 2)]
    [InlineData("snozzled", 2)]
    [InlineData("Mimbleton", 3)]
    [InlineData("dragonfruits", 3)]
    public void Made_up_words_are_counted_by_rule(string word, int expected) =>
        Assert.Equal(expected, LanguageData.Pack.Syllables(word));
}
