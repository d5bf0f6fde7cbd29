using Atelier.JobEngine;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Library.Documents;

internal sealed class DocumentsPersonalData(LibraryDb db, JobClient jobs) : IPersonalData
{
    private static readonly string[] Owned = ["documents", "uploads"];

    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var documents = db.Documents.AsNoTracking().Where(d => d.OwnerId == person).OrderBy(d => d.Id);
        foreach (var document in await documents.ToListAsync(cancel))
        {
            var folder = $"documents/{document.Id}";
            var view = document.ToView(await jobs.JobOfAsync(document, cancel));
            await archive.AddJsonAsync($"{folder}/document.json", view, cancel);
            var ending = document.Format.ToString().ToLowerInvariant();
            await archive.AddAssetAsync($"{folder}/original.{ending}", document.Sha256, cancel);
            if (document.TextSha256 is { } text)
                await archive.AddAssetAsync($"{folder}/text.txt", text, cancel);
            await ExportFindingsAsync(document.Id, folder, archive, cancel);
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        foreach (var table in Owned)
        {
            await using var delete = new NpgsqlCommand(
                $"delete from library.{table} where owner_id = $1",
                transaction.Connection,
                transaction
            );
            delete.Parameters.Add(new() { Value = person });
            await delete.ExecuteNonQueryAsync(cancel);
        }
    }

    private async Task ExportFindingsAsync(
        Guid document,
        string folder,
        PersonalArchive archive,
        CancellationToken cancel
    )
    {
        if (
            await db.Analyses.AsNoTracking().SingleOrDefaultAsync(a => a.DocumentId == document, cancel) is not { } made
        )
            return;
        await archive.AddJsonAsync($"{folder}/analysis.json", made.Figures.RootElement, cancel);
        var people = db.People.AsNoTracking().Where(p => p.DocumentId == document).OrderBy(p => p.Number);
        await archive.AddJsonAsync($"{folder}/people.json", await people.ToListAsync(cancel), cancel);
        var quotations = db.Quotations.AsNoTracking().Where(q => q.DocumentId == document).OrderBy(q => q.Number);
        await archive.AddJsonAsync($"{folder}/quotations.json", await quotations.ToListAsync(cancel), cancel);
        var relations = db.Relations.AsNoTracking().Where(r => r.DocumentId == document).OrderBy(r => r.A);
        await archive.AddJsonAsync($"{folder}/relations.json", await relations.ToListAsync(cancel), cancel);
    }
}
