using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Projects;

internal sealed class ProjectsPersonalData(ProjectsDb db) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var projects = await db
            .Projects.AsNoTracking()
            .Where(p => p.OwnerId == person)
            .OrderBy(p => p.Id)
            .ToListAsync(cancel);
        await archive.AddJsonAsync("projects.json", projects.Select(ProjectView.Of), cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from projects.project where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
