using Atelier.Language.Figures;

namespace Atelier.Language.Tests.Figures;

public sealed class FigureReaderTests
{
    private const string Plain =
        "The cat sat on the mat. It was a fat cat, and it sat there all day.\n\nThen it ran. 🦊";

    [Fact]
    public void Words_sentences_and_paragraphs_are_counted_and_characters_are_code_points()
    {
        var counts = Reader.Read(Plain).Counts;

        Assert.Equal((20, 3, 2), (counts.Words, counts.Sentences, counts.Paragraphs));
        Assert.Equal(Plain.EnumerateRunes().Count() - 2, counts.Characters); // the blank line is between paragraphs
        Assert.Equal(11, counts.LongestSentence);
        Assert.Equal(6.67, counts.WordsPerSentence);
    }

    [Fact]
    public void A_text_read_in_pieces_has_the_figures_of_the_whole()
    {
        var whole = string.Concat(Enumerable.Repeat("The keeper lit the old lamp, and the sea was quiet. ", 40));
        var reader = new FigureReader(
            LanguageData.Pack,
            FigureWords.Load(Testing.RepositoryRoot.Packs),
            new LanguageEstimate("en", 0.5)
        );
        foreach (var piece in whole.Chunk(52 * 5))
            reader.Add(new string(piece), 0, piece.Length, endsParagraph: false);

        var (pieces, together) = (reader.Finish(), Reader.Read(whole));

        Assert.Equal(together.Counts.Words, pieces.Counts.Words);
        Assert.Equal(together.Readability, pieces.Readability);
        Assert.Equal(together.Vocabulary.Frequent, pieces.Vocabulary.Frequent);
    }

    [Fact]
    public void Formulae_need_English_and_a_hundred_words()
    {
        var english = string.Concat(Enumerable.Repeat(Plain + " ", 10));

        Assert.All(Reader.Read(english).Readability, score => Assert.NotNull(score.Value));
        Assert.All(Reader.Read(Plain).Readability, score => Assert.NotNull(score.NotApplicable));
        Assert.All(Reader.Read(english, "de").Readability, score => Assert.NotNull(score.NotApplicable));
        Assert.All(Reader.Read(english, null).Readability, score => Assert.Null(score.Value));
    }

    [Fact]
    public void Easy_words_read_easier_than_hard_ones()
    {
        var hard = string.Concat(
            Enumerable.Repeat(
                "Considerable institutional responsibilities necessitate comprehensive administrative deliberation. ",
                20
            )
        );
        var easy = string.Concat(Enumerable.Repeat(Plain + " ", 10));

        Assert.True(Score(easy, "fleschReadingEase") > 90);
        Assert.True(Score(hard, "fleschReadingEase") < 0);
        Assert.True(Score(hard, "fleschKincaidGrade") > Score(easy, "fleschKincaidGrade") + 10);
    }

    [Fact]
    public void Vocabulary_counts_words_whatever_their_capitals_and_apostrophes()
    {
        var vocabulary = Reader.Read("Don't go. DON’T GO! The lamps, the Lamps and the LAMPS went out.").Vocabulary;

        Assert.Equal(7, vocabulary.Different); // don't go the lamps and went out
        Assert.Equal(3, vocabulary.Once);
        Assert.Equal(new WordCount("lamps", 3), vocabulary.Frequent[0]);
        Assert.Null(vocabulary.DifferentPerThousand);
    }

    [Fact]
    public void A_text_of_nothing_has_figures_too()
    {
        var figures = Reader.Read("");

        Assert.Equal(0, figures.Counts.Words);
        Assert.Equal(0, figures.Dialogue.Share);
        Assert.Empty(figures.Keyphrases);
        Assert.Empty(figures.Sentiment.Arc);
        Assert.NotEmpty(figures.Methods);
    }

    [Fact]
    public void Scripts_that_part_no_words_have_no_reading_time()
    {
        Assert.Null(Reader.Read("灯台守は古い灯りをともした。", "ja").ReadingTime.SilentMinutes);
        Assert.NotNull(Reader.Read(Plain).ReadingTime.AloudMinutes);
    }

    private static double Score(string text, string formula) =>
        Reader.Read(text).Readability.Single(score => score.Formula == formula).Value!.Value;
}
