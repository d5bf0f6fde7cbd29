using Atelier.JobEngine;

namespace Atelier.Books;

/// <summary>docs/states/book.md</summary>
public enum BookState
{
    Draft,
    Generating,
    Ready,
    Failed,
}

/// <param name="Title">The story's own once it is written.</param>
/// <param name="Notes">What the author should know, such as a noun that has no drawing.</param>
/// <param name="MadeAt">When the finished files were made; null before the first time.</param>
/// <param name="Version">Of the finished book, 0 before the first time; whoever changes a page says which one they saw.</param>
public sealed record BookView(
    Guid Id,
    Guid? ProjectId,
    string Title,
    BookState State,
    BookBrief Brief,
    long Seed,
    Guid? JobId,
    IReadOnlyList<string> Notes,
    DateTimeOffset? MadeAt,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal static class BookViews
{
    public static BookView ToView(this Book book, JobSummary? job) =>
        new(
            book.Id,
            book.ProjectId,
            book.Title,
            StateOf(book, job),
            book.Brief,
            book.Seed,
            book.JobId,
            book.Notes,
            book.MadeAt,
            book.Version,
            book.CreatedAt,
            book.UpdatedAt
        );

    public static BookState StateOf(Book book, JobSummary? job) =>
        job?.State switch
        {
            JobState.Queued or JobState.Running => BookState.Generating,
            _ when book.MadeAt is not null => BookState.Ready,
            JobState.Failed => BookState.Failed,
            _ => BookState.Draft,
        };

    public static async Task<JobSummary?> JobOfAsync(this JobClient jobs, Book book, CancellationToken ct) =>
        book.JobId is { } id ? (await jobs.GetAsync(id, ct))?.Job : null;
}
