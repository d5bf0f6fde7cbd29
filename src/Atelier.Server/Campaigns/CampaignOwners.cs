using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

internal sealed class CampaignOwners(CampaignsDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<Campaign>().Where(c => c.Id == id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);
}
