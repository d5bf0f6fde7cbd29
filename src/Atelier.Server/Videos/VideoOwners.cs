using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

internal sealed class VideoOwners(VideosDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db.Videos.Where(v => v.Id == id).Select(v => (Guid?)v.OwnerId).SingleOrDefaultAsync(cancel);
}

/// <summary>Deleted films too, as long as they can be had back.</summary>
internal sealed class EveryVideosOwners(VideosDb db) : IOwnerLookup
{
    public Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel) =>
        db
            .Videos.IgnoreQueryFilters()
            .Where(v => v.Id == id)
            .Select(v => (Guid?)v.OwnerId)
            .SingleOrDefaultAsync(cancel);
}
