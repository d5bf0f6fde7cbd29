using Atelier.Books.Stories.Gate;

namespace Atelier.Books;

/// <summary>How hard a page is to read, measured on its words, and what its readers can take.</summary>
/// <param name="OffListShare">Of the words, the share on no list of familiar words; names do not count.</param>
/// <param name="Failures">What is too hard, as sentences.</param>
public sealed record PageReading(
    int Words,
    int Sentences,
    int LongestSentence,
    double MeanSentenceLength,
    double FleschKincaidGrade,
    double OffListShare,
    IReadOnlyList<string> OffListWords,
    bool Passed,
    IReadOnlyList<string> Failures,
    PageLimits Limits
)
{
    internal static PageReading Of(PageVerdict verdict, string ageBand) =>
        new(
            verdict.Report.Words,
            verdict.Report.Sentences,
            verdict.Report.LongestSentence,
            verdict.Report.MeanSentenceLength,
            verdict.Report.FleschKincaidGrade,
            verdict.Report.OffListShare,
            verdict.Report.OffListWords,
            verdict.Passed,
            verdict.Failures,
            PageLimits.Of(Band.Of(ageBand))
        );
}

/// <summary>What a page for these readers may have at most.</summary>
/// <param name="OffListWords">So many hard words are no fault whatever their share.</param>
public sealed record PageLimits(
    int Words,
    int LongestSentence,
    double MeanSentenceLength,
    double OffListShare,
    int OffListWords
)
{
    internal static PageLimits Of(Band band) =>
        new(
            band.PageWordsMost,
            band.SentenceMost,
            Math.Round(band.SentenceMeanMost * ReadingGate.PageMeanPlay, 1),
            band.OffListMost,
            ReadingGate.PageHardWords
        );
}
