using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Reading.Articles.Facts;

namespace Atelier.Reading.Articles.Comments;

/// <summary>How many comments a page has: as it says, or as many as stand in it.</summary>
internal static partial class CommentCounter
{
    private const string Listed =
        "li.comment, article.comment, div.comment[id^=comment-], .comment-list > li, .commentlist > li, [itemprop=comment], [itemtype*='schema.org/Comment']";
    private const string Counted =
        ".comments-title, .comment-count, .comments-count, .comments-number, #comments-title, #comments > h2, #comments > h3, .comments-link, a[href$='#comments'], a[href$='#respond']";

    public static int? Of(PageHead head)
    {
        if (head.Data.Comments is { } declared)
            return declared;
        if (
            head.Document.QuerySelector("[itemprop=commentCount]") is { } marked
            && Number(marked.GetAttribute("content") ?? marked.TextContent) is { } count
        )
            return count;
        var listed = head.Document.QuerySelectorAll(Listed).Length;
        if (listed > 0)
            return listed;
        foreach (var said in head.Document.QuerySelectorAll(Counted).Take(10))
            if (said.TextContent is { Length: < 120 } text && Number(text) is { } number)
                return number;
        return null;
    }

    private static int? Number(string text) =>
        Digits().Match(text) is { Success: true } found
        && int.TryParse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < 1_000_000
            ? number
            : null;

    [GeneratedRegex(@"\d{1,6}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
