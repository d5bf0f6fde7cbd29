using System.Globalization;
using System.Text;

namespace Atelier.Videos.Captions;

/// <summary>Text as a screen shows it, and how wide it is there.</summary>
internal static class CaptionText
{
    /// <summary>
    /// One line without control characters, and without the marks that turn the reading direction of what follows
    /// around: the script alone decides that.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                Space(clean);
            else if (rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFEFF or 0xFFFD))
                clean.Append(rune);
        return clean.ToString().TrimEnd();
    }

    /// <summary>In columns: a letter of Latin is one, a Chinese character or a picture two, an accent none.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        for (var i = 0; i < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            columns += ColumnsOf(Rune.GetRuneAt(text, i));
            i += length;
        }
        return columns;
    }

    /// <summary>Written without spaces, so a line may end after almost any character.</summary>
    public static bool IsWide(Rune rune) =>
        rune.Value
            is >= 0x1100
                and <= 0x115F
                or >= 0x2E80
                and <= 0xA4CF
                or >= 0xAC00
                and <= 0xD7A3
                or >= 0xF900
                and <= 0xFAFF
                or >= 0xFE30
                and <= 0xFE6F
                or >= 0xFF00
                and <= 0xFF60
                or >= 0x1F300
                and <= 0x1FAFF
                or >= 0x20000
                and <= 0x3FFFD;

    private static int ColumnsOf(Rune rune) =>
        IsWide(rune) ? 2
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0
        : 1;

    private static void Space(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
            clean.Append(' ');
    }
}
