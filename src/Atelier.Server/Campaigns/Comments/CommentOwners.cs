using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

internal sealed class CommentOwners(CampaignsDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<Comment>().Where(c => c.Id == id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);
}
