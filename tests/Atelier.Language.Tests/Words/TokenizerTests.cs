namespace Atelier.Language.Tests.Words;

public class TokenizerTests
{
    [Theory]
    [InlineData("Pip's well-known hat", "Pip's|well-known|hat")]
    [InlineData("“Don’t!” she said—twice.", "Don’t|she|said|twice")]
    [InlineData("3.5 cakes, 1,000 pies", "3.5|cakes|1,000|pies")]
    [InlineData("at 9 a.m. in the U.S.A.", "at|9|a.m.|in|the|U.S.A.")]
    [InlineData("Mr. Owl", "Mr.|Owl")]
    [InlineData("naïve café", "naïve|café")]
    [InlineData("rock 'n' roll", "rock|n|roll")]
    [InlineData("🐶 🐱!", "")]
    public void Words_keep_what_belongs_inside_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Words(text).Select(word => word.Text)));
}
