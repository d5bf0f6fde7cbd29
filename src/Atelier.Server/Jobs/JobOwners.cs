using Atelier.JobEngine;
using Atelier.Platform.Http;

namespace Atelier.Jobs;

internal sealed class JobOwners(JobClient jobs) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => jobs.OwnerOfAsync(id, cancel);
}
