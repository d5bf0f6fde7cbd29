using Atelier.JobEngine;

namespace Atelier.Books.Making;

/// <summary>Makes the book of a brief.</summary>
internal sealed record MakeBook(Guid BookId) : IJobPayload
{
    public static string Kind => "books.make_book.v1";
}

/// <summary>What the finished job answers.</summary>
/// <param name="Rewrites">How often a page was written again until it met its reading level.</param>
internal sealed record MadeBook(Guid BookId, string Title, int Pages, int Rewrites, IReadOnlyList<string> Notes);
