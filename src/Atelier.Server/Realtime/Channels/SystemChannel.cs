using Atelier.JobEngine;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

/// <summary>Every job of everybody, without its progress. Nobody owns it: <see cref="ChannelAccess"/> asks for the role.</summary>
internal sealed class SystemChannel(JobClient jobs) : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => Task.FromResult<Guid?>(Guid.Empty);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel) =>
        await JobsState.ReadAsync(jobs, new JobFilter(), cancel);
}
