using Atelier.JobEngine;
using Atelier.Projects.Contracts;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

internal sealed class ProjectChannel(JobClient jobs, IProjects projects) : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => projects.OwnerOfAsync(id, cancel);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel) =>
        await JobsState.ReadAsync(jobs, new JobFilter(ProjectId: id), cancel);
}
