namespace Atelier.Books.Publishing.Pages;

internal enum PageKind
{
    Cover,
    Title,
    Copyright,
    Dedication,
    Story,
    End,
    About,
}

/// <summary>One page of the finished book; <paramref name="Story"/> is the 1-based story page it carries, if any.</summary>
internal sealed record PlannedPage(int Number, PageKind Kind, int? Story);

/// <summary>
/// Which page carries what: title (right), copyright (left), dedication (right), then the story from the first full
/// spread on, "The End" facing its last page, and a closing left-hand page about the book.
/// </summary>
internal static class BookPlan
{
    private const int Before = 3;
    private const int After = 2;

    /// <summary>How many story pages a book of so many printed pages has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is odd, or leaves no room for a story.</exception>
    public static int StoryPageCount(int pages)
    {
        if (pages % 2 != 0 || pages < Before + After + 3)
            throw new ArgumentOutOfRangeException(
                nameof(pages),
                pages,
                "A book has an even number of pages, 8 or more."
            );
        return pages - Before - After;
    }

    public static IReadOnlyList<PlannedPage> Of(int pages)
    {
        var story = StoryPageCount(pages);
        return
        [
            new(1, PageKind.Title, null),
            new(2, PageKind.Copyright, null),
            new(3, PageKind.Dedication, null),
            .. Enumerable.Range(1, story).Select(n => new PlannedPage(Before + n, PageKind.Story, n)),
            new(pages - 1, PageKind.End, null),
            new(pages, PageKind.About, null),
        ];
    }
}
