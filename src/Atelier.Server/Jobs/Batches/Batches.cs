using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;

namespace Atelier.Jobs.Batches;

internal sealed class Batches(JobBatches batches) : IBatches
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => batches.OwnerOfAsync(id, cancel);

    public async Task<BatchView?> GetAsync(Guid batchId, CancellationToken cancel) =>
        await batches.GetAsync(batchId, cancel) is { } batch ? new BatchView(batch) : null;
}
