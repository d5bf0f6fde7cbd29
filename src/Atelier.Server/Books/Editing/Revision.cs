using Atelier.Books.Making;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <summary>Applies a change to the version it was asked of.</summary>
internal sealed class Revision(BooksDb db, StoryEngine stories, PageReader reader)
{
    private const int Tellings = 12; // one after the other, until one has other words

    /// <exception cref="JobFailure">The book is not at that version any more, or there are no other words.</exception>
    public async Task<BookDraft> ApplyAsync(Book book, BookChange change, CancellationToken cancel)
    {
        if (book.Version != change.From)
            throw new JobFailure("book_changed", "The book was changed since. Make the change again.", false);
        var source =
            await SourceAsync(book.Id, change.Restore ?? change.From, cancel)
            ?? throw new JobFailure("version_gone", "This version is not kept any more.", retryable: false);
        var note = new VersionNote(change.Cause, change.Page, change.Restore);
        if (change.Page is not { } number)
            return new(source.Order, source.Story, source.Pictures, note);
        source = Renamed(source, book.Brief.Title);
        var story = source.StoryPageOf(number)!.Value;
        var before = source.Manuscript.Pages[story - 1];
        var told = change.Cause switch
        {
            VersionCause.NewWords => Retold(source, story, change.From),
            VersionCause.NewPicture => source.Story.With(
                before with
                {
                    Take = change.From,
                    Changed = true,
                },
                source.Story.Pages[story - 1]
            ),
            _ => Edited(source, before, change),
        };
        var pictures = source.Pictures.Select((picture, i) => i + 1 == story ? Kept(picture, before, told) : picture);
        return new(source.Order, told, [.. pictures], note);
    }

    public Task<BookSource?> SourceAsync(Guid book, int version, CancellationToken cancel) =>
        db
            .Versions.AsNoTracking()
            .Where(v => v.BookId == book && v.Number == version)
            .Select(v => v.Source)
            .SingleOrDefaultAsync(cancel);

    // A title given since goes onto the cover with the next change.
    private static BookSource Renamed(BookSource source, string? title) =>
        string.IsNullOrWhiteSpace(title)
            ? source
            : source with
            {
                Order = source.Order with { Brief = source.Order.Brief with { Title = title.Trim() } },
                Story = source.Story with { Manuscript = source.Manuscript with { Title = title.Trim() } },
            };

    private StoryResult Edited(BookSource source, ManuscriptPage page, BookChange change)
    {
        var edited = page with
        {
            Text = change.Text ?? page.Text,
            // Without words of its author's the illustrator says what it drew.
            AltText = change.AltText ?? (change.Scene is null ? page.AltText : ""),
            Picture = change.Scene ?? page.Picture,
            Changed = true,
        };
        return source.Story.With(edited, reader.Measure(source, page.Number, edited.Text));
    }

    // The same events by the same plan, told by another seed. Words and picture of a telling belong together.
    private StoryResult Retold(BookSource source, int story, int from)
    {
        var outline = source.Order.Outline;
        var now = source.Manuscript.Pages[story - 1];
        for (var telling = 0; telling < Tellings; telling++)
        {
            var seed = new Seed(outline.WriteSeed).For("again", from * Tellings + telling);
            var again = stories.Write(outline with { WriteSeed = seed.Next() });
            if (again.Manuscript.Pages[story - 1] is var page && page.Text != now.Text)
                return source.Story.With(page with { Changed = true }, again.Pages[story - 1]);
        }
        throw new JobFailure("no_other_words", "There is only one way to tell this page.", retryable: false);
    }

    // The illustrator builds a picture around its words; a model's picture stays what it is under other words.
    private static StoryPicture? Kept(StoryPicture picture, ManuscriptPage before, StoryResult told)
    {
        var after = told.Manuscript.Pages[before.Number - 1];
        var sameScene = ReferenceEquals(after.Picture, before.Picture) && after.Take == before.Take;
        return sameScene && (after.Text == before.Text || picture.Art.PaintedBy is not null)
            ? picture with
            {
                Art = picture.Art with { AltText = after.AltText.Length > 0 ? after.AltText : picture.Art.AltText },
            }
            : null;
    }
}
