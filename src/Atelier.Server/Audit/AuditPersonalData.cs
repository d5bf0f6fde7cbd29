using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Audit;

/// <summary>What is recorded of a person. It stays when they go, since it names nobody but by an id.</summary>
internal sealed class AuditPersonalData(AuditDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var lines = await db
            .Lines.AsNoTracking()
            .Where(l => l.ActorId == person || l.SubjectId == person)
            .OrderBy(l => l.Id)
            .ToListAsync(cancel);
        await archive.AddJsonAsync("audit.json", lines.Select(AuditLineView.Of), cancel);
    }

    public Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel) => Task.CompletedTask;
}
