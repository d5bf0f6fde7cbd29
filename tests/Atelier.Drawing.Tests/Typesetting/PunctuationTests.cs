using Atelier.Drawing.Typesetting;

namespace Atelier.Drawing.Tests.Typesetting;

public class PunctuationTests
{
    [Theory]
    [InlineData("\"Mine,\" she said.", "“Mine,” she said.")]
    [InlineData("It's Ember's -- and \"'tis\" mine...", "It’s Ember’s — and “‘tis” mine…")]
    [InlineData("the dogs' bowl", "the dogs’ bowl")]
    [InlineData("(\"Oh!\")", "(“Oh!”)")]
    public void Running_text_gets_printed_marks(string typed, string printed) =>
        Assert.Equal(printed, Punctuation.Curl(typed));

    [Fact]
    public void A_title_keeps_all_but_its_apostrophes() =>
        Assert.Equal("Ember’s <b title='x'>", Punctuation.CurlApostrophes("Ember's <b title='x'>"));
}
