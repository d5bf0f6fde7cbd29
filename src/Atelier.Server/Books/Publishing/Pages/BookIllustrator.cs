using Atelier.Books.Publishing.Print;
using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;

namespace Atelier.Books.Publishing.Pages;

/// <summary>
/// Draws what a book needs with the built-in illustrator: its story pages one by one, so that each can be kept when it
/// is finished, and the art around them.
/// </summary>
/// <param name="draw">Draws one of the cast for a cue; true when it faces right.</param>
internal sealed class BookIllustrator(
    Illustrator illustrator,
    VisualLexicon lexicon,
    Func<CharacterSheet, ActorCue, bool, Figure> draw
)
{
    private const int MostOnCover = 3;
    private const int MostThings = 4;

    /// <param name="recent"><see cref="PageArt.Composition"/> of the story pages before, the latest last.</param>
    public PageArt StoryPage(
        BookDesign book,
        int story,
        CharacterSheet sheet,
        Palette palette,
        IReadOnlyList<string> recent
    )
    {
        var page = book.Manuscript.Pages[story - 1];
        var (frame, words) = book.SheetFor(story);
        var scene = illustrator.Compose(
            page.Picture,
            sheet,
            frame,
            words is { } room ? new PanelRequest(room.Width, room.Height) : null,
            palette,
            page.Take == 0 ? book.Seed.For("page", story) : book.Seed.For("page", story).For("take", page.Take),
            recent,
            book.Seed.For("place")
        );
        // The writer knows the story; the illustrator only what it drew.
        return PageArt.Of(scene) with { AltText = page.AltText.Length > 0 ? page.AltText : scene.AltText };
    }

    public BookArt Around(BookDesign book, CharacterSheet sheet, Palette palette)
    {
        var cast = book.Manuscript.Cast.Where(character => sheet.Find(character.Id) is not null).ToArray();
        return new BookArt(
            Cover(book, cast, sheet, palette),
            Window(book, cast, sheet, palette),
            [
                .. cast.Select(
                    (character, i) =>
                    {
                        var cue = new ActorCue(character.Id, ActorAction.Wave, Mood.Happy);
                        var figure = draw(sheet, cue, i < (cast.Length + 1) / 2);
                        return new Cutout(figure.Svg, figure.Bounds, figure.Face, character.Name, figure.DrawingIds);
                    }
                ),
            ],
            Things(book.Manuscript)
        );
    }

    // One wide picture whose live area is the front: the cast stands there, the place runs on over spine and back.
    private PageArt Cover(BookDesign book, IReadOnlyList<CharacterBrief> cast, CharacterSheet sheet, Palette palette)
    {
        var cover = book.Cover;
        var title = CoverDesign.Title(book, cover);
        var safe = cover.Front.Inset(cover.Safe);
        var opening = book.Manuscript.Pages[0].Picture;
        var actors = cast.Take(MostOnCover)
            .Select(
                (character, i) => new ActorCue(character.Id, i == 0 ? ActorAction.Wave : ActorAction.Stand, Mood.Happy)
            );
        return PageArt.Of(
            illustrator.Compose(
                new SceneSpec(opening.Setting, BrightTime(opening.Time), Weather.Clear, Shot.Medium, [.. actors], []),
                sheet,
                new PageFrame(cover.Width, cover.Height, safe),
                new PanelRequest(safe.Width, title.Height + 8, PanelLook.Clear, Top: true),
                palette,
                book.Seed.For("cover"),
                [],
                book.Seed.For("place")
            )
        );
    }

    private PageArt Window(BookDesign book, IReadOnlyList<CharacterBrief> cast, CharacterSheet sheet, Palette palette)
    {
        const double side = 420;
        var opening = book.Manuscript.Pages[0].Picture;
        return PageArt.Of(
            illustrator.Compose(
                new SceneSpec(
                    opening.Setting,
                    BrightTime(opening.Time),
                    Weather.Clear,
                    Shot.Close,
                    [.. cast.Take(1).Select(hero => new ActorCue(hero.Id, ActorAction.Stand, Mood.Happy))],
                    []
                ),
                sheet,
                // A circle cuts the corners off.
                new PageFrame(side, side, new Box(0, 0, side, side).Inset(side * 0.16)),
                null,
                palette,
                book.Seed.For("window"),
                [],
                book.Seed.For("place")
            )
        );
    }

    // A night cover sells no picture book; a title page in the dark hides its hero.
    private static TimeOfDay BrightTime(TimeOfDay time) => time is TimeOfDay.Night ? TimeOfDay.Evening : time;

    private Cutout[] Things(Manuscript manuscript) =>
        [
            .. manuscript
                .Pages.SelectMany(page => page.Picture.Props)
                .GroupBy(prop => prop.Noun, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, lexicon.Depict(group.Key).Drawing))
                .Where(thing => thing.Drawing is not null)
                .DistinctBy(thing => thing.Drawing!.Id)
                .Take(MostThings)
                .Select(
                    (thing, i) =>
                        new Cutout(
                            thing.Drawing!.BodyWithIds($"thing{i}-"),
                            thing.Drawing.Ink,
                            null,
                            thing.Key,
                            [thing.Drawing.Id]
                        )
                ),
        ];
}
