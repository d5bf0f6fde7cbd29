using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Webhooks;

/// <summary>A person's webhooks with their logs; no secret leaves with them.</summary>
internal sealed class WebhooksPersonalData(WebhooksDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var hooks = await db
            .Webhooks.Where(w => w.OwnerId == person)
            .OrderBy(w => w.Id)
            .Select(WebhookView.Of)
            .ToListAsync(cancel);
        if (hooks.Count == 0)
            return;
        await archive.AddJsonAsync("webhooks.json", hooks, cancel);
        foreach (var hook in hooks)
        {
            var log = await db
                .Deliveries.AsNoTracking()
                .Where(d => d.WebhookId == hook.Id)
                .OrderBy(d => d.Id)
                .ToListAsync(cancel);
            await archive.AddJsonAsync($"webhooks/{hook.Id}.json", log.Select(d => d.ToDetail()), cancel);
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from webhooks.webhook where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
