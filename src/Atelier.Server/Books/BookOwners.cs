using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal sealed class BookOwners(BooksDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Books.Where(b => b.Id == id).Select(b => (Guid?)b.OwnerId).SingleOrDefaultAsync(cancel);
}
