using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal sealed class CharacterOwners(LibraryDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Characters.Where(c => c.Id == id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);
}
