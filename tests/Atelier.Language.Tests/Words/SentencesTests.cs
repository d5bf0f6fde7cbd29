namespace Atelier.Language.Tests.Words;

public class SentencesTests
{
    [Theory]
    [InlineData("The cat sat. The dog ran.", 2)]
    [InlineData("Mr. Brown met Dr. Dog at St. Ives.", 1)]
    [InlineData("J. R. Smith baked a pie.", 1)]
    [InlineData("They ate cakes, pies, etc. Then they slept.", 2)]
    [InlineData("They woke at 9 a.m. and sang.", 1)]
    [InlineData("They woke at 9 a.m. Pip sang.", 2)]
    [InlineData("It cost 3.50 in all.", 1)]
    [InlineData("He waited... and waited.", 1)]
    [InlineData("He waited… Nobody came.", 2)]
    [InlineData("\"Stop!\" cried Pip.", 1)]
    [InlineData("“Stop!” Pip said. “No!”", 2)]
    [InlineData("“Stop!” Pip ran home.", 2)]
    [InlineData("“Stop!” “No!” “Yes!”", 3)]
    [InlineData("\"Come on,\" said Pip. \"It is late.\"", 2)]
    [InlineData("What?! No!!", 2)]
    [InlineData("The Moon\n\nPip looked up", 2)]
    [InlineData("One line\nand the next", 1)]
    [InlineData("", 0)]
    [InlineData(" … !? ", 0)]
    public void Text_falls_into_the_sentences_a_reader_hears(string text, int expected) =>
        Assert.Equal(expected, Sentences.Split(text).Count);

    [Fact]
    public void A_sentence_keeps_its_quotation_marks()
    {
        const string text = "“Go!” He went.";
        var first = Sentences.Split(text)[0];
        Assert.Equal("“Go!”", text.Substring(first.Start, first.Length));
    }
}
