using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Platform.Database;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Blogs.Following;

/// <summary>
/// Looks now and then whose blogs are due, and orders a job for each person. When a blog is due is written with the blog,
/// so that a node that was away misses nothing; and a person has one such job at a time, whichever nodes look.
/// </summary>
internal sealed class BlogWatch(
    DueBlogs due,
    IServiceScopeFactory scopes,
    IOptions<StudioOptions> studio,
    TimeProvider clock,
    ILogger<BlogWatch> log
) : PeriodicWork(TimeSpan.FromMinutes(10), "Blogs that are followed wait", clock, log)
{
    protected override bool IsOurs => studio.Value.RunsJobs;

    protected override Task WorkAsync(CancellationToken cancel) => LookAsync(cancel);

    /// <returns>The jobs, those that were ordered before and are not done included.</returns>
    public async Task<IReadOnlyList<Guid>> LookAsync(CancellationToken cancel)
    {
        var jobs = new List<Guid>();
        foreach (var owner in await due.OwnersAsync(cancel))
            if (await OrderAsync(owner, cancel) is { } job)
                jobs.Add(job);
        return jobs;
    }

    private async Task<Guid?> OrderAsync(Guid owner, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IPeople>().IsActiveAsync(owner, cancel))
            return null;
        var client = scope.ServiceProvider.GetRequiredService<JobClient>();
        var options = new JobOptions(owner, UniqueKey: $"due:{owner}", Priority: 9, Subject: "blogs");
        return await scope
            .ServiceProvider.GetRequiredService<CampaignsDb>()
            .InTransactionAsync<Guid?>(
                async transaction =>
                {
                    var ticket = await client.EnqueueAsync(transaction, new ReadDueBlogs(), options, cancel);
                    return ticket.Refusal is null ? ticket.PublicId : null; // who has much waiting waits for this, too
                },
                cancel
            );
    }
}
