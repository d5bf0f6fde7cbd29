using Atelier.Identity.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

internal sealed class People(IdentityDb db) : IPeople
{
    public Task<bool> IsActiveAsync(Guid personId, CancellationToken cancel) =>
        db.Users.AnyAsync(user => user.Id == personId && user.DisabledAt == null, cancel);
}
