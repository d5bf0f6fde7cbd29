namespace Atelier.Language.Figures;

/// <summary>How each figure comes about, and how far it can be trusted.</summary>
internal static class FigureMethods
{
    public static IReadOnlyList<FigureMethod> All { get; } =
    [
        new(
            "language",
            "Small words of 23 languages in the first 200,000 characters; scripts that one language owns by their letters.",
            "Not measured on a corpus; close relatives (Danish and Norwegian, Serbian and Bulgarian) are told apart by few words."
        ),
        new(
            "counts",
            "Words are runs of letters and digits with the apostrophes and hyphens inside; sentences end at marks, minding abbreviations, initials and speech tags.",
            "Exact for words by this rule; sentence ends are a judgement."
        ),
        new(
            "readability",
            "Published formulas on words, sentences and syllables (CMU dictionary, rules beyond it). English only.",
            "Syllables of dictionary words are exact. Grades are of US schools; formulas differ from each other by two grades on the same text."
        ),
        new(
            "keyphrases",
            "Phrases of one to three words by frequency times early place, without small words at their ends.",
            "The same measure found 16 to 21 of 100 hand-picked phrases of long papers in its ten best (F1); RAKE and TextRank found fewer than 6."
        ),
        new(
            "sentiment",
            "AFINN-165 word ratings, turned round after a negation, summed over stretches of 500 words and smoothed. English only.",
            "Word lists follow human judgements of book-like sentences loosely (r about 0.4 to 0.6): read the shape, not the value."
        ),
        new(
            "dialogue",
            "Words between quotation marks, paragraph by paragraph.",
            "Misses speech after dashes and counts quoted titles as speech."
        ),
        new(
            "vocabulary",
            "Different spellings, capitals aside; forms of a word count as different words.",
            "Exact by this rule."
        ),
        new(
            "readingTime",
            "238 words a minute silently, 183 aloud (Brysbaert, 2019, adults reading English).",
            "Readers differ by a third in either direction."
        ),
    ];
}
