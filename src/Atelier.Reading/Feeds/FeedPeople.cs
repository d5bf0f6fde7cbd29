using System.Text.RegularExpressions;
using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>Who wrote it: the name, not the mail address that RSS asks for beside it.</summary>
internal static partial class FeedPeople
{
    public static string? Of(XmlPiece piece)
    {
        foreach (var (spaces, name) in Places)
        foreach (var author in piece.Named(name))
            if (spaces.Split(' ').Contains(author.Space) && NameIn(author) is { } found)
                return found;
        return null;
    }

    /// <summary>Several names in order.</summary>
    public static string? All(IEnumerable<XmlPiece> authors)
    {
        var names = authors.Select(NameIn).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static readonly (string Spaces, string Name)[] Places =
    [
        ("dc", "creator"),
        ("dc", "author"),
        (" rss atom other", "author"),
        ("itunes", "author"),
        (" rss", "managingeditor"),
        ("dc", "publisher"),
        (" rss", "webmaster"),
    ];

    private static string? NameIn(XmlPiece author)
    {
        if (author.Named("name").FirstOrDefault() is { } named && FeedFields.Line(named) is { } name)
            return name;
        if (FeedFields.Line(author) is not { } text)
            return null;
        if (MailThenName().Match(text) is { Success: true } found)
            return found.Groups["name"].Value.Trim();
        return NameThenMail().Match(text) is { Success: true } other ? other.Groups["name"].Value.Trim() : text;
    }

    [GeneratedRegex(@"^\S+@\S+\s+\((?<name>[^()]+)\)$", RegexOptions.NonBacktracking)]
    private static partial Regex MailThenName();

    [GeneratedRegex(@"^(?<name>[^@<>()]+?)\s*[<(]?\s*\S+@[^\s<>()]+\s*[>)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex NameThenMail();
}
