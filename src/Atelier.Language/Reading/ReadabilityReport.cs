namespace Atelier.Language;

/// <summary>What was measured in one text. Shares are 0 to 1 of the running words; grades are US school grades.</summary>
/// <param name="LongestSentence">Words in the longest sentence.</param>
/// <param name="MeanSentenceLength">Words per sentence.</param>
/// <param name="FleschReadingEase">Higher is easier; 90 and more is read with ease at 11 (Flesch, 1948).</param>
/// <param name="FleschKincaidGrade">Kincaid and others, 1975. Unsteady under 100 words.</param>
/// <param name="SpacheGrade">For grades 1 to 3 (Spache, 1953), with the revised word list of 1974.</param>
/// <param name="NewDaleChall">Raw score (Chall and Dale, 1995): to 4.9 grade 4 and below, 5.9 grade 6, 6.9 grade 8.</param>
/// <param name="OffListShare">Words on neither familiar list; names and numbers are never off-list.</param>
/// <param name="UniqueWords">Different words, names included.</param>
/// <param name="FrequencyBand">Thousand-word band needed to know 95 % of the words: 1 = the 1,000 commonest forms suffice.</param>
/// <param name="OffListWords">Each once, as written first, in reading order: what a rewrite should replace.</param>
public sealed record ReadabilityReport(
    int Words,
    int Sentences,
    int Syllables,
    int LongestSentence,
    double MeanSentenceLength,
    double FleschReadingEase,
    double FleschKincaidGrade,
    double SpacheGrade,
    double NewDaleChall,
    double OffListShare,
    int UniqueWords,
    int FrequencyBand,
    IReadOnlyList<string> OffListWords
);
