using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Uploads;

internal sealed class UploadOwners(LibraryDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Uploads.Where(u => u.Id == id).Select(u => (Guid?)u.OwnerId).SingleOrDefaultAsync(cancel);
}
