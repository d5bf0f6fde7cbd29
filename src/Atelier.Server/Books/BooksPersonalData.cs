using Atelier.JobEngine;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Books;

internal sealed class BooksPersonalData(BooksDb db, JobClient jobs) : IPersonalData
{
    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var books = await db
            .Books.AsNoTracking()
            .Where(b => b.OwnerId == person)
            .OrderBy(b => b.Id)
            .ToListAsync(cancel);
        foreach (var book in books)
        {
            var folder = $"books/{book.Id}";
            await archive.AddJsonAsync($"{folder}/book.json", book.ToView(await jobs.JobOfAsync(book, cancel)), cancel);
            await ExportPagesAsync(book.Id, folder, archive, cancel);
            var files = await db.Files.AsNoTracking().Where(f => f.BookId == book.Id).ToListAsync(cancel);
            foreach (var file in files)
                await archive.AddAssetAsync(
                    folder + "/book" + BookFileNames.EndingOf(file.Format),
                    file.Sha256,
                    cancel
                );
        }
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from books.book where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }

    private async Task ExportPagesAsync(Guid book, string folder, PersonalArchive archive, CancellationToken cancel)
    {
        var pages = await db
            .Pages.AsNoTracking()
            .Where(p => p.BookId == book)
            .OrderBy(p => p.Number)
            .ToListAsync(cancel);
        if (pages.Count == 0)
            return;
        await archive.AddJsonAsync(
            $"{folder}/pages.json",
            pages.Select(p => new
            {
                p.Number,
                p.Kind,
                p.Text,
                p.AltText,
            }),
            cancel
        );
        var versions = await db
            .Versions.Where(v => v.BookId == book)
            .OrderBy(v => v.Number)
            .Select(v => new
            {
                v.Number,
                v.Cause,
                v.Page,
                v.Title,
                v.Words,
                v.CreatedAt,
            })
            .ToListAsync(cancel);
        await archive.AddJsonAsync($"{folder}/versions.json", versions, cancel);
        foreach (var page in pages)
        {
            await archive.AddAssetAsync($"{folder}/pages/{page.Number:00}.svg", page.SvgSha256, cancel);
            await archive.AddAssetAsync($"{folder}/pages/{page.Number:00}.png", page.PngSha256, cancel);
        }
    }
}
