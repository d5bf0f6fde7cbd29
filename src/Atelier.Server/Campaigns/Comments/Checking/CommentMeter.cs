using Atelier.Language;
using Atelier.Language.Figures;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>How a text sounds and how hard it reads. English only; null elsewhere.</summary>
internal sealed class CommentMeter(LanguagePack pack, FigureWords words)
{
    private const double Alpha = 15; // as VADER squeezes its sums into -1..1
    private const int MostRead = 6_000;

    private static readonly LanguageEstimate English = new("en", 1);

    public double? Feeling(string text, string? language)
    {
        if (language != "en")
            return null;
        var figures = Read(text);
        if (figures.Sentiment.Mean is not { } mean)
            return null;
        var sum = mean * figures.Counts.Words / 100;
        return sum / Math.Sqrt(sum * sum + Alpha);
    }

    public double? Grade(string text, string? language) =>
        language == "en" && text.Length > 0
            ? Readability.Measure(text.Length > MostRead ? text[..MostRead] : text, pack).FleschKincaidGrade
            : null;

    /// <summary>What the text is about, for posts that nobody has looked through yet.</summary>
    public IReadOnlyList<string> Keyphrases(string text, string? language)
    {
        var reader = new FigureReader(pack, words, language is null ? null : new(language, 1));
        reader.Add(text, 0, text.Length, endsParagraph: true);
        return [.. reader.Finish().Keyphrases.Take(10).Select(phrase => phrase.Text)];
    }

    private TextFigures Read(string text)
    {
        var reader = new FigureReader(pack, words, English);
        reader.Add(text, 0, text.Length, endsParagraph: true);
        return reader.Finish();
    }
}
