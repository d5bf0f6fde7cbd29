namespace Atelier.Language.Tests.Reading;

/// <summary>Reference passages counted by hand.</summary>
public class FormulasTests
{
    // 13 words, 2 sentences, 17 syllables: rab-bit, hap-py, hol-low, un-der.
    private const string Rabbit = "The rabbit was happy in the hollow. It slept under the big tree.";

    [Fact]
    public void Counts_are_those_made_by_hand()
    {
        var report = Readability.Measure(Rabbit, LanguageData.Pack);
        Assert.Equal(
            (13, 2, 17, 7, 11),
            (report.Words, report.Sentences, report.Syllables, report.LongestSentence, report.UniqueWords)
        );
    }

    [Fact]
    public void Flesch_reading_ease_follows_its_formula() => // 206.835 - 1.015 * 6.5 - 84.6 * 17/13
        Assert.Equal(89.6067, Readability.Measure(Rabbit, LanguageData.Pack).FleschReadingEase, 3);

    [Fact]
    public void Flesch_kincaid_follows_its_formula() => // 0.39 * 6.5 + 11.8 * 17/13 - 15.59
        Assert.Equal(2.3758, Readability.Measure(Rabbit, LanguageData.Pack).FleschKincaidGrade, 3);

    [Fact]
    public void Spache_counts_the_share_of_unfamiliar_words() => // rabbit, hollow: 0.141 * 6.5 + 0.086 * 200/13 + 0.839
        Assert.Equal(3.0786, Readability.Measure(Rabbit, LanguageData.Pack).SpacheGrade, 3);

    [Fact]
    public void New_dale_chall_without_difficult_words_is_sentence_length_alone() => // 0.0496 * 6.5
        Assert.Equal(0.3224, Readability.Measure(Rabbit, LanguageData.Pack).NewDaleChall, 4);

    [Fact]
    public void New_dale_chall_adds_its_constant_only_above_five_per_cent()
    {
        Assert.Equal(0.1579 * 5 + 0.0496 * 10, Formulas.NewDaleChall(10, 0.05), 6);
        Assert.Equal(0.1579 * 6 + 0.0496 * 10 + 3.6365, Formulas.NewDaleChall(10, 0.06), 6);
    }

    [Fact]
    public void A_text_without_words_measures_nothing() =>
        Assert.Equal(0, Readability.Measure("…!?", LanguageData.Pack).Words);
}
