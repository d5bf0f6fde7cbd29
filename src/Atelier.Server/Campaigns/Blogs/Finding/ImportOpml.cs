using System.ComponentModel.DataAnnotations;
using System.Text;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Atelier.Platform.Outgoing;
using Atelier.Reading.Opml;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Blogs.Finding;

/// <param name="Opml">The text of the file that a feed reader exports.</param>
public sealed record ImportOpmlRequest(
    [property: Required, StringLength(ImportOpmlRequest.Longest, MinimumLength = 1)] string Opml,
    [property: Range(1, 200)] int MaxBlogs = 50
)
{
    public const int Longest = 1024 * 1024;
}

/// <param name="Found">Feeds in the list.</param>
/// <param name="Skipped">Those whose addresses are none that can be called, the first twenty.</param>
public sealed record OpmlView(Guid JobId, int Found, IReadOnlyList<string> Skipped);

internal static class ImportOpml
{
    private const int MostShown = 20;

    /// <summary>A job looks at each of the list's blogs. Links are not followed.</summary>
    public static async Task<Results<Accepted<OpmlView>, ProblemHttpResult>> Post(
        ImportOpmlRequest request,
        CurrentUser user,
        CampaignsDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var reading = OpmlReader.Read(Encoding.UTF8.GetBytes(request.Opml), "text/x-opml; charset=utf-8");
        if (reading.List is not { } list)
            return Problem.Unusable("opml_unreadable", reading.Refusal ?? "This is no list of feeds.").ToHttp();
        var feeds = list.Feeds.Select(feed => feed.Feed.OriginalString).Distinct().ToList();
        var seeds = feeds.Where(feed => Destination.TryParse(feed, out _)).Take(request.MaxBlogs).ToList();
        if (seeds.Count == 0)
            return Problem.Unusable("opml_empty", "There is no feed in this list.").ToHttp();
        var job = new DiscoverBlogsJob(seeds, [], request.MaxBlogs, FollowLinks: false, FoundBy.Opml);
        var (id, refusal) = await DiscoverBlogs.EnqueueAsync(db, jobs, user.Id, job, ct);
        if (refusal is not null)
            return refusal.ToHttp();
        string[] skipped = [.. feeds.Where(feed => !Destination.TryParse(feed, out _)).Take(MostShown)];
        return TypedResults.Accepted($"/api/v1/jobs/{id}", new OpmlView(id, feeds.Count, skipped));
    }
}
