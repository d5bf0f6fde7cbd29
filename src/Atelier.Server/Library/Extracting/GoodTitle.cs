using System.Text.RegularExpressions;

namespace Atelier.Library.Extracting;

/// <summary>
/// What a document is called, as its own file has it; nothing where that is only what a program wrote there, and its file's
/// name says more.
/// </summary>
internal static partial class GoodTitle
{
    /// <summary>From what the file says of itself.</summary>
    public static string? Of(string? title)
    {
        var text = Plain(title);
        if (text is null)
            return null;
        text = Program().Replace(text, "");
        return text.Length < 2 || !text.Any(char.IsLetter) || Nothing().IsMatch(text) || FileName().IsMatch(text)
            ? null
            : text;
    }

    /// <summary>From its first heading, unless that is a part's: "Chapter I", "Contents".</summary>
    public static string? OfHeading(string? heading) =>
        Of(heading) is { } title && !Part().IsMatch(title) ? title : null;

    /// <summary>From the lines above a text of Project Gutenberg.</summary>
    public static (string? Title, string? Author) OfHead(string head)
    {
        if (!head.Contains("Gutenberg", StringComparison.OrdinalIgnoreCase))
            return (null, null);
        return (Of(Field(head, "Title")), Plain(Field(head, "Author")));
    }

    private static string? Field(string head, string name) =>
        head.Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))
            ?[(name.Length + 2)..];

    private static string? Plain(string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words = string.Concat(words.Where(c => !char.IsControl(c)));
        return words.Length == 0 ? null
            : words.Length <= Documents.Document.LongestTitle ? words
            : string.Concat(words.AsSpan(0, Documents.Document.LongestTitle - 1).TrimEnd(), "…");
    }

    [GeneratedRegex("^(Microsoft (Word|PowerPoint|Excel) - |OpenOffice - |LibreOffice - )", RegexOptions.IgnoreCase)]
    private static partial Regex Program();

    [GeneratedRegex(
        @"^[\W\d_]*(untitled|unnamed|unknown|unbekannt|unbenannt|sans titre|sin t[ií]tulo|no title|title|titel|document|dokument|new document|normal|template|default|draft|temp|test|scan|print|pdf)?[\W\d_]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"^\S+\.(docx?|odt|rtf|pdf|txt|md|html?|epub|tex|dvi|indd|qxd|pages)$|[\\/]\S+\.\w{2,5}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FileName();

    [GeneratedRegex(
        @"^(chapter|part|book|section|volume|act|scene|canto|chapitre|partie|kapitel|teil|cap[ií]tulo)\b|^([ivxlc]+|\d+)\b[.:)]?|^(cover|contents|table of contents|title page|copyright|dedication|preface|foreword|prologue|epilogue|introduction|acknowledge?ments|notes|index|abstract|summary)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();
}
