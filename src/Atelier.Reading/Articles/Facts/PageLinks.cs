using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Facts;

/// <summary>The links in a page's main text.</summary>
internal static class PageLinks
{
    private const int Most = 500;
    private const int LongestText = 300;

    public static IReadOnlyList<PageLink> In(PageNode article, PageHead head)
    {
        var links = new List<PageLink>();
        foreach (var node in article.Below())
            if (
                node.Tag == "a"
                && links.Count < Most
                && !node["href"].StartsWith('#')
                && head.Absolute(node["href"]) is { } address
            )
            {
                var text = node.Line();
                links.Add(
                    new(
                        address,
                        text[..Math.Min(text.Length, LongestText)],
                        node["rel"] is { Length: > 0 } rel ? rel : null
                    )
                );
            }
        return links;
    }
}
