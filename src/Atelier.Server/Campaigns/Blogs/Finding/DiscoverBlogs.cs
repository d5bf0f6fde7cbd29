using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Outgoing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Blogs.Finding;

/// <param name="Seeds">Addresses of blogs, of feeds, or of pages that link to blogs.</param>
/// <param name="Keywords">Blogs that links lead to must be about one of them; blogs you have already are searched too.</param>
/// <param name="FollowLinks">From the seeds to the blogs they link to, and from those once more.</param>
public sealed record DiscoverBlogsRequest(
    [property: MaxLength(50)] IReadOnlyList<string>? Seeds = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Keywords = null,
    [property: Range(1, 200)] int MaxBlogs = 20,
    bool FollowLinks = true
);

/// <summary>The job that does it: its progress, cancelling and resuming are the jobs' own.</summary>
public sealed record BlogJobView(Guid JobId);

internal sealed record DiscoverBlogsJob(
    IReadOnlyList<string> Seeds,
    IReadOnlyList<string> Keywords,
    int MaxBlogs,
    bool FollowLinks,
    FoundBy SeedsAre
) : IJobPayload
{
    public static string Kind => "campaigns.discover_blogs.v1";
}

internal static class DiscoverBlogs
{
    public static async Task<Results<Accepted<BlogJobView>, ProblemHttpResult>> Post(
        DiscoverBlogsRequest request,
        CurrentUser user,
        CampaignsDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var (seeds, keywords) = (request.Seeds ?? [], request.Keywords ?? []);
        if (SearchTerms.Refuse("keywords", keywords, SearchTerms.LongestKeyword) is { } wrong)
            return wrong.ToHttp();
        if (seeds.Count + keywords.Count == 0)
            return Problem.Invalid("seeds", "Name an address to begin with, or a keyword.").ToHttp();
        if (seeds.FirstOrDefault(seed => !Destination.TryParse((seed ?? "").Trim(), out _)) is { } bad)
            return Problem
                .Invalid("seeds", $"This is not the address of a page: {bad[..Math.Min(bad.Length, 100)]}")
                .ToHttp();
        var job = new DiscoverBlogsJob(seeds, keywords, request.MaxBlogs, request.FollowLinks, FoundBy.Seed);
        var (id, refusal) = await EnqueueAsync(db, jobs, user.Id, job, ct);
        return refusal is not null
            ? refusal.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{id}", new BlogJobView(id));
    }

    public static Task<(Guid Job, Problem? Refusal)> EnqueueAsync(
        CampaignsDb db,
        JobClient jobs,
        Guid owner,
        DiscoverBlogsJob job,
        CancellationToken ct
    ) =>
        db.InTransactionAsync<(Guid, Problem?)>(
            async transaction =>
            {
                var ticket = await jobs.EnqueueAsync(transaction, job, new JobOptions(owner, Subject: "blogs"), ct);
                return ticket.Refusal is { } refusal
                    ? (default, Problem.Conflict(refusal.Code, refusal.Message))
                    : (ticket.PublicId, null);
            },
            ct
        );
}

/// <summary>What the finished job answers.</summary>
internal sealed record DiscoverResult(IReadOnlyList<Guid> Blogs);

/// <summary>Each look at an address is a step: a search that was stopped goes on with the next one.</summary>
internal sealed class DiscoverBlogsHandler(BlogScout scout) : IJobHandler<DiscoverBlogsJob>
{
    public async Task<object?> RunAsync(DiscoverBlogsJob payload, JobRun run, CancellationToken cancel)
    {
        var order = new DiscoverOrder(
            run.OwnerId,
            null,
            payload.Seeds,
            payload.Keywords,
            payload.MaxBlogs,
            payload.FollowLinks
        )
        {
            SeedsAre = payload.SeedsAre,
        };
        var progress = new Part(run, payload.MaxBlogs);
        return new DiscoverResult(await scout.DiscoverAsync(order, progress, run.StepAsync, cancel));
    }

    private sealed class Part(JobRun run, int wanted) : IProgress<ScoutNews>
    {
        public void Report(ScoutNews value) =>
            run.Report(
                Math.Max((double)value.Found / wanted, (double)value.Looked / (value.Looked + value.Waiting + 1)),
                $"{value.Found} blogs found, {value.Waiting} addresses to look at. {value.Message}"
            );
    }
}
