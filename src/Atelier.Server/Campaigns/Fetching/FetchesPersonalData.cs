using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns.Fetching;

internal sealed class FetchesPersonalData(CampaignsDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var fetches = await db.Set<Fetch>()
            .AsNoTracking()
            .Where(f => f.OwnerId == person)
            .OrderBy(f => f.Id)
            .ToListAsync(cancel);
        if (fetches.Count > 0)
            await archive.AddJsonAsync("campaigns/fetches.json", fetches.Select(FetchView.Of), cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from campaigns.fetches where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
