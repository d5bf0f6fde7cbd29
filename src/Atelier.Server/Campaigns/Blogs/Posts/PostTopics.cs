using Atelier.Language;
using Atelier.Language.Figures;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>What a text is about, in its own words.</summary>
internal sealed class PostTopics(LanguagePack pack, FigureWords words)
{
    private const int Most = 15;

    public string[] KeyphrasesOf(string? title, string text)
    {
        var reader = new FigureReader(pack, words, LanguageGuess.Of(text));
        if (!string.IsNullOrWhiteSpace(title))
            reader.Add(title + ".", 0, title.Length + 1, endsParagraph: true);
        reader.Add(text, 0, text.Length, endsParagraph: true);
        return [.. reader.Finish().Keyphrases.Select(phrase => phrase.Text).Take(Most)];
    }
}
