using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Blogs.Finding;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs.Judging;

/// <param name="Topic">To hold it against; what was asked last when left out.</param>
/// <param name="MaxPosts">The newest that are read for it.</param>
public sealed record AnalyzeBlogRequest(
    [property: StringLength(300)] string? Topic = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Keywords = null,
    [property: Range(1, 50)] int MaxPosts = 10
);

/// <summary>Reads a blog anew and works out how it suits a topic.</summary>
internal sealed record AnalyzeBlogJob(Guid BlogId, string Topic, IReadOnlyList<string> Keywords, int MaxPosts)
    : IJobPayload
{
    public static string Kind => "campaigns.analyze_blog.v1";
}

internal static class AnalyzeBlog
{
    public static async Task<Results<Accepted<BlogJobView>, ProblemHttpResult>> Post(
        Guid blogId,
        AnalyzeBlogRequest request,
        CampaignsDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (SearchTerms.Refuse("keywords", request.Keywords, SearchTerms.LongestKeyword) is { } wrong)
            return wrong.ToHttp();
        var result = await db.InTransactionAsync<(Guid Job, Problem? Problem)>(
            async transaction =>
            {
                if (await db.Set<Blog>().SingleOrDefaultAsync(b => b.Id == blogId, ct) is not { } blog)
                    return (default, GetBlog.Gone);
                var topic = request.Topic ?? blog.Analysis?.Topic ?? "";
                var keywords = request.Keywords ?? blog.Analysis?.Keywords ?? [];
                var name = $"blog:{blogId}";
                var ticket = await jobs.EnqueueAsync(
                    transaction,
                    new AnalyzeBlogJob(blogId, topic, keywords, request.MaxPosts),
                    new JobOptions(blog.OwnerId, UniqueKey: name, Subject: name),
                    ct
                );
                if (ticket.Refusal is { } refusal)
                    return (default, Problem.Conflict(refusal.Code, refusal.Message));
                blog.StartReading(ticket.PublicId, clock.GetUtcNow());
                return (ticket.PublicId, null);
            },
            ct
        );
        return result.Problem is { } problem
            ? problem.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{result.Job}", new BlogJobView(result.Job));
    }
}

internal sealed class AnalyzeBlogHandler(CampaignsDb db, BlogScout scout, BlogJudge judge, TimeProvider clock)
    : IJobHandler<AnalyzeBlogJob>
{
    public async Task<object?> RunAsync(AnalyzeBlogJob payload, JobRun run, CancellationToken cancel)
    {
        run.Report(0, "Reading its newest posts");
        var reading = await run.StepAsync("read", c => scout.ReadAsync(payload.BlogId, payload.MaxPosts, null, c));
        run.Report(0.8, "Working out how it suits");
        var blog =
            await db.Set<Blog>().SingleOrDefaultAsync(b => b.Id == payload.BlogId, cancel)
            ?? throw new JobFailure("blog_gone", "The blog was deleted.", retryable: false);
        blog.Judge(await judge.JudgeAsync(blog, payload.Topic, payload.Keywords, cancel), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return reading;
    }
}
