using Atelier.Books.Editing;
using Atelier.Books.Stories;
using Atelier.JobEngine;

namespace Atelier.Books.Making;

/// <summary>Makes the book of a brief, or a finished book with a change: one kind, so that there is only ever one at a time.</summary>
internal sealed record MakeBook(Guid BookId, BookChange? Change = null) : IJobPayload
{
    public static string Kind => "books.make_book.v1";
}

/// <summary>
/// What was ordered, and the plan for it: fixed by the job's first step, so that a brief changed between a failure and
/// a retry does not end up in the middle of another book.
/// </summary>
internal sealed record BookOrder(Guid Id, BookBrief Brief, long Seed, StoryOutline Outline)
{
    /// <summary>Pages of the book before that stay as they are.</summary>
    public IReadOnlyList<KeptPage> Kept { get; init; } = [];
}

/// <summary>What the finished job answers.</summary>
/// <param name="Rewrites">How often a page was written again until it met its reading level.</param>
internal sealed record MadeBook(Guid BookId, string Title, int Pages, int Rewrites, IReadOnlyList<string> Notes);
