using System.Globalization;
using Atelier.Language;

namespace Atelier.Books.Stories.Gate;

/// <summary>What was measured on a page and what, if anything, is too hard about it.</summary>
internal sealed record PageVerdict(
    int Page,
    ReadabilityReport Report,
    bool Passed,
    IReadOnlyList<string> Failures,
    int Rewrites
);

internal sealed record BookVerdict(ReadabilityReport Report, bool Passed, IReadOnlyList<string> Failures);

/// <summary>Holds a text against its age band. A page gives too few words for means, so there they get some play.</summary>
/// <param name="given">Names, and nouns the author asked for by name: the picture shows what they mean.</param>
internal sealed class ReadingGate(Band band, LanguagePack language, IReadOnlyCollection<string> given)
{
    public const double PageMeanPlay = 1.4;

    // Two hard words are no hard page: on twenty words each one is already five per cent.
    public const int PageHardWords = 2;

    private const int LeastPerPage = 40;

    // Under a hundred words the grade formula swings too far to judge by.
    private const int WordsForGrade = 100;

    public PageVerdict Page(int page, string text, int rewrites = 0)
    {
        var report = Readability.Measure(text, language, given);
        var failures = new List<string>();
        Check(failures, "words on the page", report.Words, band.PageWordsMost);
        Check(failures, "words in a sentence", report.LongestSentence, band.SentenceMost);
        Check(failures, "words per sentence", report.MeanSentenceLength, band.SentenceMeanMost * PageMeanPlay);
        if (report.OffListShare * report.Words > PageHardWords + 0.5)
            Check(failures, "share of hard words", report.OffListShare, band.OffListMost);
        return new PageVerdict(page, report, failures.Count == 0, failures, rewrites);
    }

    public BookVerdict Book(IReadOnlyCollection<string> pages)
    {
        // A blank line keeps the last sentence of a page apart from the first of the next.
        var report = Readability.Measure(string.Join("\n\n", pages), language, given);
        var failures = new List<string>();
        // A picture book of few pages cannot hold as many words as a chapter book for the same age.
        var least = Math.Min(band.BookWordsLeast, pages.Count * LeastPerPage);
        Check(failures, "words in the book", report.Words, band.BookWordsMost);
        if (report.Words < least)
            failures.Add(
                string.Create(CultureInfo.InvariantCulture, $"words in the book: {report.Words}, at least {least}")
            );
        Check(failures, "words in a sentence", report.LongestSentence, band.SentenceMost);
        Check(failures, "words per sentence", report.MeanSentenceLength, band.SentenceMeanMost);
        Check(failures, "share of hard words", report.OffListShare, band.OffListMost);
        if (band.GradeMost is { } grade && report.Words >= WordsForGrade)
            Check(failures, "Flesch-Kincaid grade", report.FleschKincaidGrade, grade);
        return new BookVerdict(report, failures.Count == 0, failures);
    }

    private static void Check(List<string> failures, string what, double measured, double most)
    {
        if (measured > most)
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {measured:0.##}, at most {most:0.##}"));
    }
}
