using System.Globalization;
using System.Text;

namespace Atelier.Reading.Safety;

/// <summary>
/// What a person sees of a text. Characters without a shape can carry words that only a machine reads: zero-width ones,
/// those that turn the direction of writing, tags, controls.
/// </summary>
public static class ReaderText
{
    /// <summary>The text without what nobody sees; lines and tabs stay, and so do joiners inside the scripts and emoji that need them.</summary>
    public static string Clean(string text)
    {
        if (!HasInvisible(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var rune = RuneAt(text, i);
            if (!IsInvisible(rune) || Joins(text, i))
                clean.Append(text, i, rune.Utf16SequenceLength);
            i += rune.Utf16SequenceLength - 1;
        }
        return clean.ToString();
    }

    public static bool HasInvisible(string text) => CountInvisible(text) > 0;

    internal static int CountInvisible(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n' or '\t' or '\r')
                continue;
            var rune = RuneAt(text, i);
            if (IsInvisible(rune) && !Joins(text, i))
                count++;
            i += rune.Utf16SequenceLength - 1;
        }
        return count;
    }

    private static Rune RuneAt(string text, int i) =>
        Rune.TryGetRuneAt(text, i, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsInvisible(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' or '\r' => false,
            < 0x20 or (>= 0x7F and < 0xA0) => true,
            0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0xFEFF => true,
            >= 0x180B and <= 0x180F => true,
            >= 0x200B and <= 0x200F => true,
            0x2028 or 0x2029 => false,
            >= 0x202A and <= 0x202E => true,
            >= 0x2060 and <= 0x206F => true,
            >= 0xFFF0 and <= 0xFFFB => true,
            >= 0xE0000 and <= 0xE0FFF => true,
            >= 0xFE00 and <= 0xFE0E => true,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control,
        };

    /// <summary>A joiner is part of the writing between two letters that are not Latin, and between the parts of one emoji.</summary>
    private static bool Joins(string text, int i)
    {
        if (text[i] is not ('\u200C' or '\u200D') || i == 0 || i + 1 >= text.Length)
            return false;
        return Takes(text[i - 1]) && Takes(text[i + 1]);

        static bool Takes(char c) => c >= '\u0600' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c));
        static bool IsMark(char c) =>
            c is '\uFE0F' or '\u2640' or '\u2642' or '\u2695' or '\u2764'
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
