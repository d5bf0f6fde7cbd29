using System.Xml.Linq;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.Drawing.Tests.Art;

namespace Atelier.Drawing.Tests.Composition;

/// <summary>Pages with the real cast, as a book has them.</summary>
public sealed class WholePageTests
{
    private static readonly CharacterArtist Artist = new(Packs.Art, Pages.Lexicon);

    private static readonly CharacterSheet Sheet = Artist.Sheet(
        [
            new CharacterBrief("a", "Pip", "rabbit"),
            new CharacterBrief("b", "Mina", "girl"),
            new CharacterBrief("c", "Ember", "dragon"),
            new CharacterBrief("d", "Tess", "teapot"),
        ],
        new Seed(11)
    );

    private static Scene Page(ulong number)
    {
        var seed = new Seed(number);
        var cast = Sheet
            .Looks.Take(1 + (int)(number % 4))
            .Select((look, i) => new ActorCue(look.Id, (ActorAction)((number + (ulong)i * 5) % 13), (Mood)(number % 6)))
            .ToList();
        var spec = new SceneSpec(
            (Setting)(number % 16),
            (TimeOfDay)(number / 16 % 4),
            (Weather)(number % 5),
            (Shot)(number % 3),
            cast,
            [new PropCue("owl"), new PropCue("boat"), new PropCue("lantern", 2)]
        );
        return new Illustrator(
            Pages.Lexicon,
            new BackdropPainter(),
            (s, cue, right) => Artist.Draw(s, cue, right)
        ).Compose(spec, Sheet, Pages.Frames[number % 5], new PanelRequest(260, 70), Palette.Storybook, seed, []);
    }

    [Fact]
    public void Text_keeps_clear_of_every_face_and_faces_of_each_other()
    {
        for (ulong i = 0; i < 64; i++)
        {
            var scene = Page(i);
            Assert.True(scene.PanelContrast >= 4.5);
            Assert.All(scene.Faces, face => Assert.False(face.Overlaps(scene.Panel!.Value), $"page {i}"));
            for (var a = 0; a < scene.Faces.Count; a++)
            for (var b = a + 1; b < scene.Faces.Count; b++)
                Assert.False(scene.Faces[a].Overlaps(scene.Faces[b]), $"page {i}: faces {a} and {b}");
        }
    }

    [Fact]
    public void A_document_is_well_formed_its_ids_unique_and_its_references_met()
    {
        for (ulong i = 0; i < 32; i++)
        {
            var svg = Page(i).ToSvg();
            var ids = XDocument
                .Parse(svg)
                .Descendants()
                .Select(e => e.Attribute("id")?.Value)
                .OfType<string>()
                .ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.True(svg.Length < 250_000, $"page {i} has {svg.Length} characters");
            for (
                var at = svg.IndexOf("url(#", StringComparison.Ordinal);
                at >= 0;
                at = svg.IndexOf("url(#", at + 1, StringComparison.Ordinal)
            )
                Assert.Contains(svg[(at + 5)..svg.IndexOf(')', at)], ids);
        }
    }
}
