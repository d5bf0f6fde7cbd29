using Atelier.JobEngine;

namespace Atelier.Campaigns.Blogs.Following;

/// <summary>Reads one person's blogs that are due.</summary>
internal sealed record ReadDueBlogs : IJobPayload
{
    public static string Kind => "campaigns.read_due_blogs.v1";
}

/// <summary>What the finished job answers.</summary>
/// <param name="New">Posts that were not known.</param>
internal sealed record DueBlogsRead(int Blogs, int New);

/// <summary>One after the other: each that was read is due later, so whatever stops the job, the next goes on from there.</summary>
internal sealed class ReadDueBlogsHandler(DueBlogs due, BlogScout scout) : IJobHandler<ReadDueBlogs>
{
    private const int MostBlogs = 100;
    private const int PostsOfABlog = 10;

    public async Task<object?> RunAsync(ReadDueBlogs payload, JobRun run, CancellationToken cancel)
    {
        var blogs = await due.OfAsync(run.OwnerId, MostBlogs, cancel);
        var (read, added) = (0, 0);
        foreach (var blog in blogs)
        {
            cancel.ThrowIfCancellationRequested();
            run.Report((double)read / blogs.Count, $"{read} of {blogs.Count} blogs read");
            added += (await scout.ReadAsync(blog, PostsOfABlog, null, cancel)).New;
            read++;
        }
        return new DueBlogsRead(read, added);
    }
}
