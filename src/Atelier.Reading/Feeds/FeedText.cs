using Atelier.Reading.Articles.Tree;
using Atelier.Reading.Articles.Writing;

namespace Atelier.Reading.Feeds;

/// <summary>The words of an entry's HTML.</summary>
public static class FeedText
{
    /// <returns>Paragraphs with a blank line between them, without what nobody sees; nothing for what is no HTML that can be read.</returns>
    public static string Of(string html)
    {
        if (HtmlSource.Parse(html, out _) is not { Body: { } body } document)
            return "";
        using (document)
            return PageTree.Build(body, new(StyleRules.Of(document)), CancellationToken.None, out _) is { } tree
                ? PlainText.Of(tree)
                : "";
    }
}
