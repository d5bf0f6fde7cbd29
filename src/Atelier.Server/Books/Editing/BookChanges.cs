using Atelier.Books.Making;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <summary>Takes orders for changes of a finished book. The book stays as it is until the job has made it anew.</summary>
internal sealed class BookChanges(BooksDb db, JobClient jobs, CurrentUser user, TimeProvider clock)
{
    private static readonly Problem NotMade = Problem.Conflict(
        "book_not_made",
        "This book has not been made yet: generate it first."
    );

    private static readonly Problem TooOld = Problem.Conflict(
        "book_too_old",
        "This book was made before its pages could be changed. Generate it once more; what you have stays until that is done."
    );

    private static readonly Problem Outdated = Problem.Conflict(
        "book_changed",
        "The book was changed since you last saw it. Look at it again and repeat what you wanted."
    );

    private static readonly Problem Locked = Problem.Conflict(
        "page_locked",
        "This page is locked. Unlock it to change it."
    );

    public static readonly Problem NoSuchPage = Problem.NotFound(
        "page_not_found",
        "The finished book has no such story page."
    );

    /// <summary>The version somebody speaks of and its story page.</summary>
    public async Task<(BookSource? Source, int Story, Problem? Refusal)> FindAsync(
        Guid bookId,
        int version,
        int number,
        CancellationToken cancel
    )
    {
        var source = await db
            .Versions.AsNoTracking()
            .Where(v => v.BookId == bookId && v.Number == version)
            .Select(v => v.Source)
            .SingleOrDefaultAsync(cancel);
        if (source is null)
        {
            var now = await db.Books.Where(b => b.Id == bookId).Select(b => b.Version).SingleOrDefaultAsync(cancel);
            return (
                null,
                0,
                now == 0 ? NotMade
                : now == version ? TooOld
                : Outdated
            );
        }
        return source.StoryPageOf(number) is { } story ? (source, story, null) : (null, 0, NoSuchPage);
    }

    public Task<(Guid Job, Problem? Refusal)> OrderAsync(Guid bookId, BookChange change, CancellationToken cancel) =>
        db.InTransactionAsync<(Guid, Problem?)>(
            async transaction =>
            {
                // Locked, so that of two changes of the same version one is first.
                var book = await db
                    .Books.FromSql($"select * from books.book where id = {bookId} for update")
                    .SingleOrDefaultAsync(cancel);
                if (book is null)
                    return (default, GetBook.Gone);
                if (book.Version != change.From)
                    return (default, book.Version == 0 ? NotMade : Outdated);
                if (change.Page is { } page && book.IsLocked(page))
                    return (default, Locked);
                var name = $"book:{bookId}";
                var options = new JobOptions(user.Id, book.ProjectId, UniqueKey: name, Subject: name);
                var ticket = await jobs.EnqueueAsync(transaction, new MakeBook(bookId, change), options, cancel);
                if (ticket.Refusal is { } refusal)
                    return (default, Problem.Conflict(refusal.Code, refusal.Message));
                if (ticket.AlreadyQueued)
                    return (default, GenerateBook.Busy);
                book.StartMaking(ticket.PublicId, clock.GetUtcNow());
                return (ticket.PublicId, null);
            },
            cancel
        );
}
