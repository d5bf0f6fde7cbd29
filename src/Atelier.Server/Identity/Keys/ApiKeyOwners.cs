using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Keys;

internal sealed class ApiKeyOwners(IdentityDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.ApiKeys.Where(k => k.Id == id).Select(k => (Guid?)k.UserId).SingleOrDefaultAsync(cancel);
}
