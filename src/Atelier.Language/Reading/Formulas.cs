namespace Atelier.Language;

/// <summary>The published formulas, on plain counts.</summary>
public static class Formulas
{
    /// <param name="sentenceLength">Words per sentence.</param>
    /// <param name="wordLength">Syllables per word.</param>
    public static double FleschReadingEase(double sentenceLength, double wordLength) =>
        206.835 - 1.015 * sentenceLength - 84.6 * wordLength;

    public static double FleschKincaidGrade(double sentenceLength, double wordLength) =>
        0.39 * sentenceLength + 11.8 * wordLength - 15.59;

    /// <param name="unfamiliarShare">0 to 1 of the running words.</param>
    public static double SpacheGrade(double sentenceLength, double unfamiliarShare) =>
        0.141 * sentenceLength + 0.086 * (unfamiliarShare * 100) + 0.839;

    /// <summary>The constant is added only when more than 5 % of the words are difficult.</summary>
    /// <param name="difficultShare">0 to 1 of the running words.</param>
    public static double NewDaleChall(double sentenceLength, double difficultShare)
    {
        var score = 0.1579 * (difficultShare * 100) + 0.0496 * sentenceLength;
        return difficultShare > 0.05 ? score + 3.6365 : score;
    }

    /// <param name="complexShare">0 to 1: words of three and more syllables.</param>
    public static double GunningFog(double sentenceLength, double complexShare) =>
        0.4 * (sentenceLength + 100 * complexShare);

    /// <param name="complexPerSentence">Words of three and more syllables in a sentence.</param>
    public static double Smog(double complexPerSentence) => 1.043 * Math.Sqrt(30 * complexPerSentence) + 3.1291;

    /// <param name="letters">A word has.</param>
    public static double ColemanLiau(double sentenceLength, double letters) =>
        5.88 * letters - 29.6 / sentenceLength - 15.8;

    /// <param name="letters">And digits a word has.</param>
    public static double AutomatedReadability(double sentenceLength, double letters) =>
        4.71 * letters + 0.5 * sentenceLength - 21.43;
}
