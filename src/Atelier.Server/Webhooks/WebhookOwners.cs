using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

internal sealed class WebhookOwners(WebhooksDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Webhooks.Where(w => w.Id == id).Select(w => (Guid?)w.OwnerId).SingleOrDefaultAsync(cancel);
}

internal sealed class DeliveryOwners(WebhooksDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        (
            from delivery in db.Deliveries
            join hook in db.Webhooks on delivery.WebhookId equals hook.Id
            where delivery.Id == id
            select (Guid?)hook.OwnerId
        ).SingleOrDefaultAsync(cancel);
}
