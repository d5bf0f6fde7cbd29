using System.Globalization;
using System.Text;

namespace Atelier.Platform.Files;

/// <summary>A file name that every system takes: letters and digits of any script, joined by hyphens.</summary>
internal static class FileSlug
{
    /// <param name="otherwise">For a title without a letter or digit.</param>
    public static string Of(string title, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes().Take(80))
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        var name = slug.ToString().TrimEnd('-');
        return name.Length == 0 ? otherwise : name;
    }
}
