using Atelier.Books.Publishing.Pages;
using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.Testing;

namespace Atelier.Tests.Books.Publishing;

/// <summary>The built-in illustrator's pictures on real pages.</summary>
public class BookIllustratorTests
{
    private static readonly ArtPack Art = ArtPack.Load(RepositoryRoot.Packs);
    private static readonly VisualLexicon Lexicon = VisualLexicon.Load(RepositoryRoot.Packs, Art);

    private static readonly CharacterArtist Artist = new(Art, Lexicon);

    private static readonly BookIllustrator Illustrator = new(
        new Illustrator(Lexicon, new BackdropPainter(), Artist.Draw),
        Lexicon,
        Artist.Draw
    );

    [Fact]
    public void Words_stand_on_the_panel_the_picture_kept_for_them_at_the_size_of_their_age()
    {
        var design = SampleBook.Design();
        foreach (var story in (int[])[1, 2, 3, 4])
        {
            var art = Illustrator.StoryPage(design, story, Sheet(design), Palette.Storybook, []);
            var words = design.StoryPage(story, art).Texts[0];
            Assert.Equal(design.Type.Size, words.Block.FontSize);
            var panel = art.Panel!.Value.Inset(-1);
            Assert.True(words.X >= panel.X && words.Area.Right <= panel.Right, $"{words.Area} in {panel}");
            Assert.True(words.Y >= panel.Y && words.Area.Bottom <= panel.Bottom, $"{words.Area} in {panel}");
        }
    }

    [Fact]
    public void No_face_on_the_cover_is_under_the_title_or_behind_the_fold()
    {
        foreach (var trim in (string[])["8.5x8.5", "6x9", "8.5x11"])
        {
            var design = SampleBook.Design(SampleBook.Brief with { Trim = trim });
            var around = Illustrator.Around(design, Sheet(design), Palette.Storybook);
            var cover = CoverDesign.Compose(design, around);
            Assert.Equal(3, around.Cover.Faces.Count);
            foreach (var face in around.Cover.Faces)
            {
                Assert.True(face.X > cover.Geometry.Front.X, $"{face} on {trim}");
                Assert.DoesNotContain(
                    cover.Flat.Texts,
                    text => text.Role is TextRole.Title && text.Area.Overlaps(face)
                );
            }
        }
    }

    [Fact]
    public void The_same_book_is_drawn_the_same_way_twice()
    {
        var (first, again) = (SampleBook.Design(), SampleBook.Design());
        Assert.Equal(
            CoverDesign.Compose(first, Illustrator.Around(first, Sheet(first), Palette.Storybook)).Flat.ToSvg(),
            CoverDesign.Compose(again, Illustrator.Around(again, Sheet(again), Palette.Storybook)).Flat.ToSvg()
        );
    }

    private static CharacterSheet Sheet(BookDesign design) => Artist.Sheet(design.Manuscript.Cast, design.Seed);
}
