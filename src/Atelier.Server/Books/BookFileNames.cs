using System.Globalization;
using System.Text;

namespace Atelier.Books;

/// <summary>The files of a finished book by their format, and what they are called when they leave the studio.</summary>
internal static class BookFileNames
{
    private static readonly Dictionary<string, string> Endings = new()
    {
        ["pdf"] = ".pdf",
        ["cover"] = "-cover.pdf",
        ["cover-image"] = "-cover.png",
        ["epub"] = ".epub",
        ["manifest"] = "-manifest.json",
        ["contact-sheet"] = "-pages.png",
    };

    public static IReadOnlyList<string> Formats { get; } = [.. Endings.Keys];

    public static string Of(string title, string format) => Slug(title) + EndingOf(format);

    public static string EndingOf(string format) => Endings[format];

    /// <summary>A file name that every system takes: letters and digits of any script, joined by hyphens.</summary>
    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes().Take(80))
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        var name = slug.ToString().TrimEnd('-');
        return name.Length == 0 ? "book" : name;
    }
}
