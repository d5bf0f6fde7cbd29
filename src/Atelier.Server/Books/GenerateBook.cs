using Atelier.Books.Making;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

public sealed record GenerateBookView(Guid JobId);

internal static class GenerateBook
{
    public static readonly Problem Busy = Problem.Conflict(
        "book_already_generating",
        "This book is being made. Wait for it, or cancel its job first."
    );

    /// <summary>The job's unique key decides between two that ask at once, not a look beforehand.</summary>
    public static async Task<Results<Accepted<GenerateBookView>, ProblemHttpResult>> Post(
        Guid bookId,
        CurrentUser user,
        BooksDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var book = await db.Books.SingleOrDefaultAsync(b => b.Id == bookId, ct);
        if (book is null)
            return GetBook.Gone.ToHttp();
        JobTicket ticket;
        try
        {
            ticket = await db.InTransactionAsync(
                async transaction =>
                {
                    var name = $"book:{bookId}";
                    var options = new JobOptions(user.Id, book.ProjectId, UniqueKey: name, Subject: name);
                    var queued = await jobs.EnqueueAsync(transaction, new MakeBook(bookId), options, ct);
                    if (queued is { AlreadyQueued: false, Refusal: null })
                        book.StartMaking(queued.PublicId, clock.GetUtcNow());
                    return queued;
                },
                ct
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetBook.Gone.ToHttp();
        }
        if (ticket.Refusal is { } refusal)
            return Problem.Conflict(refusal.Code, refusal.Message).ToHttp();
        return ticket.AlreadyQueued
            ? Busy.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{ticket.PublicId}", new GenerateBookView(ticket.PublicId));
    }
}
