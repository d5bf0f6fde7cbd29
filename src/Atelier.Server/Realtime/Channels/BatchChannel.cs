using Atelier.Jobs.Contracts;
using Atelier.Realtime.Contracts;

namespace Atelier.Realtime.Channels;

internal sealed class BatchChannel(IBatches batches) : IChannelKind
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) => batches.OwnerOfAsync(id, cancel);

    public async Task<object?> ReadAsync(Guid id, CancellationToken cancel) => await batches.GetAsync(id, cancel);
}
