using Atelier.JobEngine;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

/// <summary>A person's newest jobs, and from then on all that happens to their jobs.</summary>
/// <param name="Jobs">The newest, at most fifty.</param>
internal sealed record JobsState(IReadOnlyList<JobSummary> Jobs)
{
    private const int Most = 50; // about 25 kB

    public static async Task<JobsState> ReadAsync(JobClient jobs, JobFilter filter, CancellationToken cancel) =>
        new(await jobs.ListAsync(filter with { Limit = Most }, cancel));
}

internal sealed class UserChannel(JobClient jobs) : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => Task.FromResult<Guid?>(id);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel) =>
        await JobsState.ReadAsync(jobs, new JobFilter(OwnerId: id), cancel);
}
