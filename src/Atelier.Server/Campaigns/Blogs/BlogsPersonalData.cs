using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns.Blogs;

/// <summary>The lists a person made; what strangers wrote in their blogs is not the person's.</summary>
internal sealed class BlogsPersonalData(CampaignsDb db) : IPersonalData
{
    private static readonly string[] Owned = ["host_blocks", "posts", "blogs"];

    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var blogs = await db.Set<Blog>()
            .AsNoTracking()
            .Where(b => b.OwnerId == person)
            .OrderBy(b => b.Id)
            .ToListAsync(cancel);
        if (blogs.Count > 0)
        {
            var posts = await db.CountPostsAsync([.. blogs.Select(b => b.Id)], cancel);
            var views = blogs.Select(b => b.ToView(posts.GetValueOrDefault(b.Id)));
            await archive.AddJsonAsync("campaigns/blogs.json", views, cancel);
        }
        var blocks = await db.Set<HostBlock>()
            .AsNoTracking()
            .Where(b => b.OwnerId == person)
            .OrderBy(b => b.Id)
            .ToListAsync(cancel);
        if (blocks.Count > 0)
            await archive.AddJsonAsync("campaigns/blocked-hosts.json", blocks, cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        foreach (var table in Owned)
        {
            await using var delete = new NpgsqlCommand(
                $"delete from campaigns.{table} where owner_id = $1",
                transaction.Connection,
                transaction
            );
            delete.Parameters.Add(new() { Value = person });
            await delete.ExecuteNonQueryAsync(cancel);
        }
    }
}
