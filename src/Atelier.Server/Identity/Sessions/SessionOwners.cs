using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

internal sealed class SessionOwners(IdentityDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Sessions.Where(s => s.Id == id).Select(s => (Guid?)s.UserId).SingleOrDefaultAsync(cancel);
}
