using Atelier.JobEngine;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

internal sealed class JobChannel(JobClient jobs) : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => jobs.OwnerOfAsync(id, cancel);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel) => (await jobs.GetAsync(id, cancel))?.Job;
}
