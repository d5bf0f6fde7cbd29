using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Tests.Cast;

public sealed class QuotesTests
{
    [Fact]
    public void Curly_and_straight_marks_are_found() =>
        Assert.Equal(
            ["“Come in,”", "\"I will,\"", "\"if I may.\""],
            Quotes("“Come in,” said Ruth.\n\n\"I will,\" said Paul, \"if I may.\"")
        );

    [Fact]
    public void Single_marks_are_told_from_apostrophes() =>
        Assert.Equal(
            ["‘It’s the dogs’ supper,’", "‘’Tis late.’"],
            Quotes("‘It’s the dogs’ supper,’ said Ruth’s brother.\n\n‘’Tis late.’")
        );

    [Fact]
    public void Straight_single_marks_are_told_from_apostrophes() =>
        Assert.Equal(
            ["'Don't wake the boys' nurse,'", "'I won't.'"],
            Quotes("'Don't wake the boys' nurse,' said Ruth's brother.\n\n'I won't.'")
        );

    [Fact]
    public void Speech_over_several_paragraphs_is_one_quotation() =>
        Assert.Equal(
            ["“First.\n\n“Second.\n\n“Third.”", "“Well!”"],
            Quotes("“First.\n\n“Second.\n\n“Third.”\n\n“Well!” said Ruth.")
        );

    [Fact]
    public void A_word_in_irony_is_not_said() =>
        Assert.Equal(["“Yes,”"], Quotes("They called it the “palace” in those days.\n\n“Yes,” said Ruth."));

    [Fact]
    public void Guillemets_hold_speech() => Assert.Equal(["«Entrez!»"], Quotes("«Entrez!» said Ruth."));

    [Fact]
    public void A_dash_opens_speech_that_ends_at_its_tag() =>
        Assert.Equal(["—Come up, Paul!", "—I am coming."], Quotes("—Come up, Paul! said Ruth.\n\n—I am coming."));

    [Fact]
    public void A_mark_that_is_never_closed_ends_with_its_paragraph() =>
        Assert.Equal(["“Come in.", "“Yes,”"], Quotes("“Come in.\n\nHe waited.\n\n“Yes,” said Ruth."));

    private static IEnumerable<string> Quotes(string text) =>
        CastReader
            .Read(Manuscript.Read(text, default), null, TestContext.Current.CancellationToken)
            .Quotations.Select(q => text[q.Span.Start..q.Span.End]);
}
