using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Quoting;

/// <summary>Marks around a title, a word quoted as a word or meant in irony: nobody says it here.</summary>
internal static class ScareQuotes
{
    private const int Longest = 60;

    public static bool Is(string text, TextSpan quote, TextSpan paragraph)
    {
        if (quote.Length > Longest || quote.Length < 3)
            return quote.Length < 3;
        var inner = text.AsSpan(quote.Start + 1, quote.Length - 2).Trim(" _");
        if (inner.Length == 0)
            return true;
        // Speech ends in a mark of its own, before the closing quotation mark, and comes after a pause.
        if (!char.IsLetterOrDigit(inner[^1]))
            return false;
        var before = quote.Start - 1;
        while (before >= paragraph.Start && text[before] == ' ')
            before--;
        return before >= paragraph.Start && (char.IsLetterOrDigit(text[before]) || text[before] is '\'' or '’');
    }
}
