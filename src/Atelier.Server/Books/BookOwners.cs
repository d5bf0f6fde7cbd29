using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal sealed class BookOwners(BooksDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Books.Where(b => b.Id == id).Select(b => (Guid?)b.OwnerId).SingleOrDefaultAsync(cancel);
}

/// <summary>Deleted books too, as long as they can be had back.</summary>
internal sealed class EveryBooksOwners(BooksDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Books.IgnoreQueryFilters().Where(b => b.Id == id).Select(b => (Guid?)b.OwnerId).SingleOrDefaultAsync(cancel);
}
