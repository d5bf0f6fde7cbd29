using Atelier.Language.Figures;
using Atelier.Testing;

namespace Atelier.Language.Tests.Figures;

/// <summary>Counts a text as the library does: paragraph by paragraph.</summary>
internal static class Reader
{
    private static readonly FigureWords Words = FigureWords.Load(RepositoryRoot.Packs);

    public static TextFigures Read(string text, string? language = "en")
    {
        var reader = new FigureReader(
            LanguageData.Pack,
            Words,
            language is null ? null : new LanguageEstimate(language, 0.5)
        );
        var at = 0;
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var length = paragraph.EnumerateRunes().Count();
            reader.Add(paragraph, at, length, endsParagraph: true);
            at += length + 2;
        }
        return reader.Finish();
    }
}
