using Atelier.Platform.Http;

namespace Atelier.Jobs.Contracts;

/// <summary>Whose a batch is, and how it stands at this moment.</summary>
internal interface IBatches : IOwnerLookup
{
    Task<BatchView?> GetAsync(Guid batchId, CancellationToken cancel);
}
