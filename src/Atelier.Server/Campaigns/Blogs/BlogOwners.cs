using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal sealed class BlogOwners(CampaignsDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<Blog>().Where(b => b.Id == id).Select(b => (Guid?)b.OwnerId).SingleOrDefaultAsync(cancel);
}

internal sealed class PostOwners(CampaignsDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<Post>().Where(p => p.Id == id).Select(p => (Guid?)p.OwnerId).SingleOrDefaultAsync(cancel);
}

internal sealed class HostBlockOwners(CampaignsDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Set<HostBlock>().Where(b => b.Id == id).Select(b => (Guid?)b.OwnerId).SingleOrDefaultAsync(cancel);
}
