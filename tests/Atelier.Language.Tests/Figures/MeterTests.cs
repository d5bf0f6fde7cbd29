using Atelier.Language.Figures;

namespace Atelier.Language.Tests.Figures;

/// <summary>Speech, feeling and phrases, as they stand in the figures.</summary>
public sealed class MeterTests
{
    [Theory]
    [InlineData("“Come in,” she said.", 2, "double")]
    [InlineData("\"Come in,\" she said.", 2, "double")]
    [InlineData("„Komm herein“, sagte sie.", 2, "double")]
    [InlineData("« Entrez », dit-elle.", 1, "double")]
    [InlineData("‘Come in,’ she said. ‘It isn’t cold.’", 5, "single")]
    [InlineData("She didn’t come in.", 0, "none")]
    [InlineData("“He said ‘no’ to me,” she said.", 5, "double")]
    public void Words_between_marks_are_speech(string text, int words, string marks)
    {
        var dialogue = Reader.Read(text).Dialogue;

        Assert.Equal((words, marks), (dialogue.Words, dialogue.Marks));
    }

    [Fact]
    public void A_mark_that_is_never_closed_ends_with_its_paragraph() =>
        Assert.Equal(
            2,
            Reader.Read("“Come in, she said.\n\nNobody came. Nobody spoke.".Replace(", she said", "")).Dialogue.Words
        );

    [Fact]
    public void A_negation_turns_a_feeling_round()
    {
        Assert.True(Mean("It was a happy day.") > 0);
        Assert.True(Mean("It was not a happy day.") < 0);
        Assert.True(Mean("It was a terrible day.") < Mean("It was not a terrible day."));
        Assert.True(Mean("Not that anybody in the house asked; it was a happy day.") > 0); // too far away
    }

    [Fact]
    public void The_arc_goes_from_dark_to_bright()
    {
        var (dark, bright) = (
            string.Concat(Enumerable.Repeat("The terrible night was sad and full of fear. ", 300)),
            string.Concat(Enumerable.Repeat("The happy day was bright and full of joy. ", 300))
        );
        var arc = Reader.Read(dark + "\n\n" + bright).Sentiment.Arc;

        Assert.InRange(arc.Count, 2, 100);
        Assert.True(arc[0].Valence < 0 && arc[^1].Valence > 0);
        Assert.Equal(arc.Select(point => point.Start), arc.Select(point => point.Start).Order());
    }

    [Fact]
    public void Feelings_are_of_English_words_only() =>
        Assert.NotNull(Reader.Read("Es war ein schöner Tag.", "de").Sentiment.NotApplicable);

    [Fact]
    public void Phrases_that_come_often_and_early_lead_and_parts_of_them_are_left_out()
    {
        var text =
            string.Concat(Enumerable.Repeat("The white whale rose. Nobody saw the white whale again. ", 30))
            + string.Concat(Enumerable.Repeat("A harpoon lay on the deck. ", 20));
        var phrases = Reader.Read(text).Keyphrases;

        Assert.Equal("white whale", phrases[0].Text);
        Assert.Equal(60, phrases[0].Count);
        Assert.DoesNotContain(phrases, phrase => phrase.Text is "white" or "whale" or "the" or "the white");
        Assert.Contains(phrases, phrase => phrase.Text.Contains("harpoon", StringComparison.Ordinal));
    }

    private static double Mean(string text) => Reader.Read(text).Sentiment.Mean!.Value;
}
