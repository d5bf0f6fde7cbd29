using System.Data.Common;
using System.Text.Json.Nodes;
using Atelier.Books.Making;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Books;

/// <summary>Books ordered many at a time: each item is what <c>POST /books</c> takes, and is made at once.</summary>
internal sealed class BatchOfBooks(
    BodyRules rules,
    IProjects projects,
    BooksDb shelf,
    JobClient jobs,
    TimeProvider clock
) : IBatchWork
{
    public string Kind => "book";

    public string Area => "books";

    public IReadOnlyDictionary<string, Type> Fields { get; } = rules.FieldsOf<CreateBookRequest>();

    public IReadOnlyList<string> Formats => BookFileNames.Formats;

    public string PathOf(Guid workId) => $"/api/v1/books/{workId}";

    public Task<IReadOnlyList<ItemProblem>> CheckAsync(
        Guid ownerId,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    ) =>
        new ItemCheck<CreateBookRequest>(
            rules,
            request => request.ProjectId,
            project => projects.ObjectionAsync(project, ownerId, cancel)
        ).RunAsync(items, _ => null, cancel);

    public async Task<WorkOrder> OrderAsync(
        DbTransaction transaction,
        JobOptions options,
        IReadOnlyList<JsonObject> items,
        CancellationToken cancel
    )
    {
        var joined = (NpgsqlTransaction)transaction;
        await using var db = await BooksDb.JoinAsync(joined, cancel);
        var books = new List<Book>(items.Count);
        foreach (var item in items)
        {
            var (request, _) = await rules.ReadAsync<CreateBookRequest>(item, cancel);
            books.Add(Book.Order(options.OwnerId, request!.ProjectId, request.BriefAlone(), clock.GetUtcNow()));
        }
        var tickets = await jobs.EnqueueManyAsync(joined, [.. books.Select(JobOf)], options, cancel);
        foreach (var (book, job) in books.Zip(tickets))
        {
            if (job.Refusal is { } refusal)
                return new([], refusal);
            book.StartMaking(job.PublicId, book.CreatedAt);
        }
        db.Books.AddRange(books);
        await db.SaveChangesAsync(cancel);
        return new([.. books.Zip(tickets, (book, job) => new OrderedWork(book.Id, job.PublicId, book.Title))]);
    }

    private static JobItem<MakeBook> JobOf(Book book) =>
        new(new MakeBook(book.Id), $"book:{book.Id}", $"book:{book.Id}", book.ProjectId);

    public async Task<IReadOnlyList<WorkFile>> FilesAsync(
        IReadOnlyCollection<Guid> works,
        string? format,
        CancellationToken cancel
    )
    {
        var found = await (
            from file in shelf.Files
            join book in shelf.Books on file.BookId equals book.Id
            where works.Contains(file.BookId) && (format == null || file.Format == format)
            orderby file.Format
            select new
            {
                book.Id,
                book.Title,
                file.Format,
                file.Sha256,
            }
        ).ToListAsync(cancel);
        return [.. found.Select(file => new WorkFile(file.Id, BookFileNames.Of(file.Title, file.Format), file.Sha256))];
    }
}
