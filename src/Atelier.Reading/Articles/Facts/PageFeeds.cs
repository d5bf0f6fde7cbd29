using Atelier.Reading.Feeds;

namespace Atelier.Reading.Articles.Facts;

/// <summary>The feeds that a page advertises: those of its blog in order, and the one of its own comments.</summary>
internal static class PageFeeds
{
    private const int Most = 10;

    public static (IReadOnlyList<Uri> Feeds, Uri? Comments) Of(PageHead head)
    {
        var feeds = new List<Uri>();
        Uri? comments = null;
        foreach (var link in head.Document.QuerySelectorAll("link[rel~=alternate i][href], link[rel~=feed i][href]"))
        {
            if (
                !FeedGuesses.IsAdvertised(link.GetAttribute("type"))
                || head.Absolute(link.GetAttribute("href")) is not { } feed
            )
                continue;
            var title = link.GetAttribute("title") ?? "";
            if (
                FeedGuesses.IsWanted(feed)
                && !title.Contains("comment", StringComparison.OrdinalIgnoreCase)
                && !IsOfAPost(feed, head)
            )
            {
                if (feeds.Count < Most && !feeds.Contains(feed))
                    feeds.Add(feed);
            }
            else if (
                !feed.AbsolutePath.StartsWith("/comments/", StringComparison.Ordinal)
                && !feed.AbsolutePath.StartsWith("/feeds/comments", StringComparison.Ordinal)
            )
                comments ??= feed;
        }
        return (feeds, comments);
    }

    /// <summary>The feed below a post's own address is the one of its comments.</summary>
    private static bool IsOfAPost(Uri feed, PageHead head)
    {
        var page = head.Base.AbsolutePath.TrimEnd('/');
        return page.Count(c => c == '/') >= 2
            && feed.Host == head.Base.Host
            && feed.AbsolutePath.StartsWith(page + "/feed", StringComparison.Ordinal);
    }
}
