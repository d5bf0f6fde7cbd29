using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

internal sealed class DocumentOwners(LibraryDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Documents.Where(d => d.Id == id).Select(d => (Guid?)d.OwnerId).SingleOrDefaultAsync(cancel);
}
