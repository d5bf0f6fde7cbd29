using System.Buffers;

namespace Atelier.Reading.Articles.Tree;

/// <param name="Letters">Characters of text, runs of blanks counted as one.</param>
/// <param name="LinkLetters">Of these in links; a link within the page counts little.</param>
internal readonly record struct Amounts(int Letters, double LinkLetters, int Commas)
{
    private const double WithinPage = 0.3;

    /// <summary>Commas of all scripts: sentences have them, menus do not.</summary>
    private static readonly SearchValues<char> AllCommas = SearchValues.Create(",،﹐︐︑⹁⸴⸲，、");

    public static Amounts Of(PageNode node)
    {
        if (node.IsText)
            return new(LettersOf(node.Data), 0, CommasOf(node.Data));
        var (letters, links, commas) = (0, 0.0, 0);
        foreach (var part in node.Parts)
        {
            var amounts = part.Amounts;
            letters += amounts.Letters;
            links += amounts.LinkLetters;
            commas += amounts.Commas;
        }
        if (node.Tag == "a")
            links = node["href"].StartsWith('#') ? letters * WithinPage : letters;
        return new(letters, links, commas);
    }

    private static int LettersOf(string text)
    {
        var (letters, blank, seen) = (0, false, false);
        foreach (var c in text)
            if (char.IsWhiteSpace(c))
                blank = true;
            else
            {
                letters += blank ? 2 : 1;
                (blank, seen) = (false, true);
            }
        return seen && blank ? letters + 1 : letters;
    }

    private static int CommasOf(ReadOnlySpan<char> text)
    {
        var commas = 0;
        for (var at = text.IndexOfAny(AllCommas); at >= 0; at = text.IndexOfAny(AllCommas))
        {
            commas++;
            text = text[(at + 1)..];
        }
        return commas;
    }
}
