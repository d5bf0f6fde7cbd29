using Atelier.JobEngine.Batches;
using Atelier.Platform.Http;

namespace Atelier.Jobs.Batches;

internal sealed class BatchOwners(JobBatches batches) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => batches.OwnerOfAsync(id, cancel);
}
