using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Facts;

/// <summary>Who wrote a page: as it says to machines, or in the line under its heading.</summary>
internal static partial class Authors
{
    private const int Longest = 100;
    private const string Lines =
        "[rel~=author], [itemprop~=author], .p-author, .byline, .by-line, .author-name, .entry-author, .post-author, .article-author, .author, [class*=byline], [class*=Byline], [id*=byline], .dateline, .writtenby, .p-name.u-url";

    public static string? Of(PageHead head)
    {
        var declared =
            head.Data.Author
            ?? head.Meta(
                "dc:creator",
                "dcterms:creator",
                "dcterm:creator",
                "author",
                "parsely-author",
                "article:author",
                "sailthru:author",
                "byl",
                "twitter:creator:name"
            );
        if (PageHead.Tidy(declared) is { } name && !IsAddress(name))
            return Short(name);
        foreach (var line in head.Document.QuerySelectorAll(Lines).Take(20))
            if (!IsComment(line) && Name(line) is { } found)
                return found;
        return null;
    }

    private static string? Name(IElement line)
    {
        var name = line.QuerySelector("[itemprop=name], .fn, [rel=author]") ?? line;
        if (
            PageHead.Tidy(name.LocalName is "meta" ? name.GetAttribute("content") : name.TextContent) is not { } text
            || text.Length >= Longest
            || IsAddress(text)
        )
            return null;
        text = By().Replace(text, "");
        return text.Any(char.IsLetter) && text.Length > 1 ? text : null;
    }

    /// <summary>Those who comment have names, too.</summary>
    private static bool IsComment(IElement line)
    {
        for (var at = line; at is not null; at = at.ParentElement)
            if (
                $"{at.ClassName} {at.Id}".Contains("comment", StringComparison.OrdinalIgnoreCase)
                && at.LocalName is not ("body" or "html")
            )
                return true;
        return false;
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith('/')
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static string Short(string name) =>
        By().Replace(name, "") is var plain && plain.Length > 300 ? plain[..300] : By().Replace(name, "");

    [GeneratedRegex(
        @"^\s*(?:(?:written|posted|published)\s+)?(?:by|von|par|por|di|door|av|af)[:\s]\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex By();
}
