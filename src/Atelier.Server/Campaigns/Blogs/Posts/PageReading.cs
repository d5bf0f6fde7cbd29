using Atelier.Campaigns.Fetching;
using Atelier.Reading.Articles;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>Reads a fetched page on a thread of its own, for so long and no longer.</summary>
internal sealed class PageReading(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <returns>Null where there is nothing to read.</returns>
    public async Task<ArticlePage?> ReadAsync(FetchResult result, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Longest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            return await Task.Run(
                () => ArticleReader.Read(result.Body, result.ContentType, result.Address, both.Token).Page,
                both.Token
            );
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
