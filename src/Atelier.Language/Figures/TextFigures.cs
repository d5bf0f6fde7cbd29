namespace Atelier.Language.Figures;

/// <summary>What can be counted in a text. Places are code points.</summary>
/// <param name="Notes">What was counted in a part of the text only, and why.</param>
public sealed record TextFigures(
    LanguageFigure Language,
    CountFigures Counts,
    IReadOnlyList<ReadabilityScore> Readability,
    IReadOnlyList<Keyphrase> Keyphrases,
    SentimentFigures Sentiment,
    DialogueFigures Dialogue,
    VocabularyFigures Vocabulary,
    ReadingTime ReadingTime,
    IReadOnlyList<FigureMethod> Methods,
    IReadOnlyList<string> Notes
);

/// <param name="Code">ISO 639-1; null where nothing tells.</param>
/// <param name="Share">Of the words at the beginning, those that are small words of this language.</param>
public sealed record LanguageFigure(string? Code, double? Share);

public sealed record CountFigures(
    int Characters,
    int Letters,
    int Words,
    int Sentences,
    int Paragraphs,
    double WordsPerSentence,
    int LongestSentence
);

/// <param name="Value">Null where the formula does not apply.</param>
public sealed record ReadabilityScore(string Formula, double? Value, string? NotApplicable);

/// <param name="Count">How often it stands in the text.</param>
public sealed record Keyphrase(string Text, int Count, double Score);

/// <param name="Arc">Smoothed, from the beginning to the end; empty where it does not apply.</param>
/// <param name="Mean">Of all words, rated or not, times 100.</param>
/// <param name="RatedShare">0 to 1: of the words, those that have a rating.</param>
public sealed record SentimentFigures(
    IReadOnlyList<SentimentPoint> Arc,
    double? Mean,
    double RatedShare,
    string? NotApplicable
);

/// <param name="Valence">Ratings per 100 words around here: above 0 brighter, below darker.</param>
public sealed record SentimentPoint(int Start, double Valence);

/// <param name="Share">0 to 1: of the words, those between quotation marks.</param>
public sealed record DialogueFigures(double Share, int Words, string Marks);

/// <param name="Different">Words, capitals and accents aside.</param>
/// <param name="Once">Those that stand in the text once.</param>
/// <param name="DifferentPerThousand">In stretches of a thousand words, so that long and short texts compare; null for shorter ones.</param>
public sealed record VocabularyFigures(
    int Different,
    int Once,
    double? DifferentPerThousand,
    IReadOnlyList<WordCount> Frequent
);

public sealed record WordCount(string Word, int Count);

/// <param name="SilentMinutes">Null for scripts that part no words.</param>
public sealed record ReadingTime(double? SilentMinutes, double? AloudMinutes);

/// <param name="Accuracy">As measured, and on what; or that it was not.</param>
public sealed record FigureMethod(string Figure, string Method, string Accuracy);
