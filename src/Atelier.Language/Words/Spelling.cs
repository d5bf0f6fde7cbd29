using System.Globalization;
using System.Text;

namespace Atelier.Language;

internal static class Spelling
{
    /// <summary>Lower case, straight apostrophes and hyphens, no accents: "Naïve" and "naive" are one word.</summary>
    public static string Fold(string word)
    {
        var plain = true;
        foreach (var c in word)
            plain &= c is >= 'a' and <= 'z' or '\'';
        if (plain)
            return word;
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
            if (c is '’' or 'ʼ')
                folded.Append('\'');
            else if (c is '‐' or '‑')
                folded.Append('-');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
