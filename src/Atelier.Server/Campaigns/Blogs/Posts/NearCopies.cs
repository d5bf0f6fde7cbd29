using System.Numerics;
using Atelier.Reading.Likeness;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>Tells a post that is nearly one that was read before: the same text under two addresses, or a copy.</summary>
internal static class NearCopies
{
    private const int FewestWords = 40;
    private const int MostBitsApart = 3; // of 64
    private const double LeastShared = 0.7; // of word 4-grams

    public static async Task<Guid?> FindAsync(
        CampaignsDb db,
        Post post,
        string text,
        int words,
        long hash,
        CancellationToken cancel
    )
    {
        if (words < FewestWords)
            return null;
        var others = await db.Set<Post>()
            .Where(p => p.OwnerId == post.OwnerId && p.Id != post.Id && p.SimHash != 0 && p.DuplicateOf == null)
            .OrderBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.SimHash,
                p.CreatedAt,
            })
            .ToListAsync(cancel);
        foreach (var other in others.Where(o => BitOperations.PopCount((ulong)(o.SimHash ^ hash)) <= MostBitsApart))
        {
            var otherText = await db.Set<Post>().Where(p => p.Id == other.Id).Select(p => p.Text).SingleAsync(cancel);
            if (otherText is not null && Shingles.Jaccard4(text, otherText) >= LeastShared)
                return other.Id;
        }
        return null;
    }
}
