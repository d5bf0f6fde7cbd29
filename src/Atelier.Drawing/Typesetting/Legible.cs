using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Typesetting;

/// <summary>Text that can be printed, and what had to go.</summary>
/// <param name="LeftOut">Characters that no installed face can draw, each once, in order of appearance.</param>
public sealed record LegibleText(string Text, IReadOnlyList<string> LeftOut);

/// <summary>
/// Nothing is ever printed as an empty box: a character without a glyph is left out and reported, so a person can see
/// what happened. Control characters and those XML 1.0 forbids go without a word.
/// </summary>
public static class Legible
{
    /// <summary>Keeps line feeds as paragraph ends; other white space becomes single spaces.</summary>
    public static LegibleText Clean(string text, Typeface face)
    {
        var kept = new StringBuilder(text.Length);
        var leftOut = new List<string>();
        foreach (var rune in Compose(text).EnumerateRunes())
        {
            if (rune.Value == '\n')
                kept.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                kept.Append(rune.Value is 0xA0 or 0x202F ? '\u00A0' : ' ');
            else if (
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
            )
                continue;
            else if (IsInvisible(rune))
                kept.Append(IsJoiner(rune) && JoinsLetters(kept) ? rune.ToString() : "");
            else if (face.HasGlyph(rune))
                kept.Append(rune.ToString());
            else if (!leftOut.Contains(rune.ToString()))
                leftOut.Add(rune.ToString());
        }

        return new LegibleText(SingleSpaced(kept.ToString()), leftOut);
    }

    /// <summary>For XML text and attribute values: escaped, without the characters XML 1.0 forbids.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            escaped.Append(
                rune.Value switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    '\n' or '\t' or '\r' => " ",
                    < 0x20 or 0xFFFE or 0xFFFF => "",
                    _ => rune.ToString(),
                }
            );
        return escaped.ToString();
    }

    /// <summary>True when the first letter with a direction runs right to left (Unicode rule P2).</summary>
    public static bool RunsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                rune.Value
                is (>= 0x590 and <= 0x8FF)
                    or (>= 0xFB1D and <= 0xFDFF)
                    or (>= 0xFE70 and <= 0xFEFC)
                    or (>= 0x10800 and <= 0x10FFF)
                    or (>= 0x1E800 and <= 0x1EFFF)
            )
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }

        return false;
    }

    /// <summary>Takes no room: joiners, variation selectors, direction marks, tags.</summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE01EF) or 0x20E3;

    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // Joiners shape Arabic and Indic words; between emoji they only glue what is left out anyway.
    private static bool JoinsLetters(StringBuilder before) =>
        before.Length > 0 && before[^1] is >= '\u0600' and <= '\u0DFF';

    // Half surrogates and non-characters would make normalization throw.
    private static string Compose(string text)
    {
        var wellFormed = text.EnumerateRunes()
            .Where(rune =>
                rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE && (rune.Value is < 0xFDD0 or > 0xFDEF)
            );
        return string.Concat(wellFormed)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC);
    }

    private static string SingleSpaced(string text) =>
        string.Join(
            '\n',
            text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );
}
