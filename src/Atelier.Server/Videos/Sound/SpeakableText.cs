using System.Globalization;
using System.Text;

namespace Atelier.Videos.Sound;

/// <summary>Text as a speech engine gets it: words and the marks that shape how they are read, nothing else.</summary>
internal static class SpeakableText
{
    /// <returns>Empty when there is nothing to read.</returns>
    public static string Of(string text)
    {
        var spoken = new StringBuilder(text.Length);
        var hasWords = false;
        foreach (var rune in text.EnumerateRunes())
        {
            hasWords |= Rune.IsLetterOrDigit(rune);
            if (Keeps(rune))
                spoken.Append(rune);
            else if (spoken.Length > 0 && spoken[^1] != ' ')
                spoken.Append(' ');
        }
        return hasWords ? spoken.ToString().Trim() : "";
    }

    /// <summary>
    /// Pictures would be read out by their names; brackets, braces and angles are commands to some engines, and nobody
    /// reads them aloud.
    /// </summary>
    private static bool Keeps(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.DashPunctuation
            && rune.Value is not (0xFE0F or 0x20E3)
        || rune.Value is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '%' or '&' or '+' or '…'
        || rune.Value is '。' or '，' or '、' or '！' or '？' or '；' or '：' or '؟' or '،' or '؛' or '।';
}
