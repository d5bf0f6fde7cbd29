using Atelier.Books.Making;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.Books.Stories.Gate;
using Atelier.Drawing;

namespace Atelier.Books.Editing;

/// <summary>A book on its way to being made: its words are written, and some of its pictures may be there already.</summary>
/// <param name="Pictures">By story page; null where one is still to be drawn.</param>
internal sealed record BookDraft(
    BookOrder Order,
    StoryResult Story,
    IReadOnlyList<StoryPicture?> Pictures,
    VersionNote Note
)
{
    /// <summary>A new story, with the pages in it that their author locked.</summary>
    public static BookDraft Of(BookOrder order, StoryResult story)
    {
        var pictures = new StoryPicture?[story.Pages.Count];
        foreach (var kept in order.Kept.Where(kept => kept.Page.Number <= pictures.Length))
        {
            pictures[kept.Page.Number - 1] = kept.Picture;
            story = story.With(kept.Page, kept.Verdict);
            var missing = kept.Cast.Where(old => story.Manuscript.Cast.All(one => one.Id != old.Id));
            var cast = story.Manuscript.Cast.Concat(missing).ToList();
            story = story with { Manuscript = story.Manuscript with { Cast = cast } };
        }
        return new(order, story, pictures, new(VersionCause.Made));
    }

    /// <summary>The picture that is there already, if it still fits the sheet.</summary>
    public StoryPicture? PictureFor(int page, PageFrame frame) =>
        Pictures[page - 1] is { Art: var art } picture && art.Width == frame.Width && art.Height == frame.Height
            ? picture
            : null;
}

/// <summary>A page that its author locked: it goes into the next making of the book as it is.</summary>
/// <param name="Cast">Who is in its picture.</param>
internal sealed record KeptPage(
    ManuscriptPage Page,
    PageVerdict Verdict,
    StoryPicture Picture,
    IReadOnlyList<CharacterBrief> Cast
)
{
    public static KeptPage Of(BookSource source, int story)
    {
        var page = source.Manuscript.Pages[story - 1] with { Changed = true };
        var cast = source.Manuscript.Cast.Where(one => page.Picture.Actors.Any(a => a.CharacterId == one.Id));
        return new(page, source.Story.Pages[story - 1], source.Pictures[story - 1], [.. cast]);
    }
}
