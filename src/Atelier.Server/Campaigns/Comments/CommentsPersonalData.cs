using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns.Comments;

/// <summary>A person's drafts, with all their versions.</summary>
internal sealed class CommentsPersonalData(CampaignsDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var comments = await db.Set<Comment>()
            .AsNoTracking()
            .Where(c => c.OwnerId == person)
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        foreach (var comment in comments)
        {
            var versions = await db.Set<CommentVersion>()
                .AsNoTracking()
                .Where(v => v.CommentId == comment.Id)
                .OrderBy(v => v.Number)
                .ToListAsync(cancel);
            await archive.AddJsonAsync($"campaigns/comments/{comment.Id}.json", new { comment, versions }, cancel);
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from campaigns.comments where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel); // with their versions
    }
}
