using Atelier.Platform.Files;

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

    public static string Of(string title, string format) => FileSlug.Of(title, "book") + EndingOf(format);

    public static string EndingOf(string format) => Endings[format];
}
