using System.Text.Json;
using System.Xml.Linq;
using Atelier.Drawing.Art;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Tests.Art;
using Atelier.Testing;

namespace Atelier.Drawing.Tests.Characters;

public class CharacterArtistTests
{
    private static readonly CharacterArtist Artist = new(
        Packs.Art,
        VisualLexicon.Load(RepositoryRoot.Packs, Packs.Art)
    );

    private static CharacterSheet Cast(ulong seed, params string[] nouns) =>
        Artist.Sheet([.. nouns.Select((noun, i) => new CharacterBrief("c" + i, "Name" + i, noun))], new Seed(seed));

    // Rendered at one pixel a unit, with the origin at (170, 260).
    private static Box InkOf(string svg)
    {
        var ink = Raster
            .Of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"340\" "
                    + $"height=\"300\" viewBox=\"-170 -260 340 300\">{svg}</svg>",
                340
            )
            .Ink();
        return ink with { X = ink.X - 170, Y = ink.Y - 260 };
    }

    public static TheoryData<string> Nouns =>
        ["fox", "dragon", "girl", "king", "mermaid", "duck", "elephant", "teapot", "whale", "horse"];

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Every_action_and_mood_is_well_formed_and_keeps_its_feet_on_the_ground(string noun)
    {
        var sheet = Cast(3, noun);
        foreach (var action in Enum.GetValues<ActorAction>())
        foreach (var mood in Enum.GetValues<Mood>())
        {
            var figure = Artist.Draw(sheet, new ActorCue("c0", action, mood, "balloon"));
            Assert.NotEmpty(XElement.Parse("<svg xmlns:xlink=\"x\">" + figure.Svg + "</svg>").Elements());
            Assert.Equal(0, figure.FootY);
            Assert.InRange(figure.Bounds.Bottom, -0.01, 8);
            Assert.InRange(figure.Height, 0.55, 1.6);
            Assert.True(figure.Bounds.Inset(-1).Overlaps(figure.Face), $"{noun} {action}: the face is off the figure");
        }
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Bounds_hold_the_ink_and_little_else(string noun)
    {
        foreach (var action in new[] { ActorAction.Stand, ActorAction.Run, ActorAction.Sleep, ActorAction.Swim })
        {
            var figure = Artist.Draw(Cast(5, noun), new ActorCue("c0", action), facingRight: false);
            var ink = InkOf(figure.Svg);
            Assert.True(ink.X >= figure.Bounds.X - 1 && ink.Right <= figure.Bounds.Right + 1, $"{noun} {action} width");
            Assert.True(
                ink.Y >= figure.Bounds.Y - 1 && ink.Bottom <= figure.Bounds.Bottom + 1,
                $"{noun} {action} height"
            );
            Assert.True(ink.Width > figure.Bounds.Width * 0.95 - 2 && ink.Height > figure.Bounds.Height * 0.95 - 2);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_a_sheet_survives_json()
    {
        var sheet = Cast(9, "labrador", "girl", "robot");
        var read = JsonSerializer.Deserialize<CharacterSheet>(JsonSerializer.Serialize(sheet))!;
        var again = Cast(9, "labrador", "girl", "robot");
        foreach (var id in new[] { "c0", "c1", "c2" })
        {
            var cue = new ActorCue(id, ActorAction.Walk, Mood.Happy, "kite");
            Assert.Equal(Artist.Draw(sheet, cue).Svg, Artist.Draw(read, cue).Svg);
            Assert.Equal(Artist.Draw(sheet, cue).Svg, Artist.Draw(again, cue).Svg);
        }
        Assert.NotEqual(
            JsonSerializer.Serialize(Cast(10, "girl", "girl")),
            JsonSerializer.Serialize(Cast(11, "girl", "girl"))
        );
    }

    [Fact]
    public void Nobody_in_a_cast_wears_the_same_marker()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var markers = Cast(seed, "fox", "fox", "king", "girl", "horse", "teapot", "star", "whale")
                .Looks.Select(look => look.Marker)
                .ToArray();
            Assert.Equal(markers.Length, markers.Distinct().Count());
        }
    }

    [Fact]
    public void Two_of_a_kind_look_different()
    {
        var sheet = Cast(2, "rabbit", "bunny");
        Assert.Equal("rabbit", sheet.Looks[1].Kind);
        Assert.NotEqual(sheet.Looks[0].Recolour, sheet.Looks[1].Recolour);
        Assert.NotEqual(sheet.Looks[0].Marker.Kind, sheet.Looks[1].Marker.Kind);
        Assert.NotEqual(sheet.Looks[0].Size, sheet.Looks[1].Size);
    }

    [Theory]
    [InlineData("puppy", "dog")]
    [InlineData("labrador", "dog")]
    [InlineData("little red hen", "chicken")]
    [InlineData("grandma", "grandmother")]
    [InlineData("pirates", "pirate")]
    public void A_noun_finds_its_kind(string noun, string kind) => Assert.Equal(kind, Cast(1, noun).Looks[0].Kind);

    [Theory]
    [InlineData("blorple")]
    [InlineData("")]
    [InlineData("\"><script>\u0001&")]
    public void An_unknown_noun_becomes_a_child_and_says_so(string noun)
    {
        var figure = Artist.Draw(Cast(1, noun), new ActorCue("c0", ActorAction.Wave));
        Assert.Contains("child", Assert.Single(figure.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain("script", figure.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cue_for_a_stranger_is_drawn_and_noted()
    {
        var figure = Artist.Draw(Cast(1, "fox"), new ActorCue("nobody"));
        Assert.NotEmpty(figure.Svg);
        Assert.Contains("nobody", figure.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_are_those_of_a_story_book_and_poses_carry_their_habitat()
    {
        var sheet = Cast(4, "mouse", "girl", "bear");
        double Height(string id) => Artist.Draw(sheet, new ActorCue(id)).Height;
        Assert.True(Height("c0") < Height("c1") && Height("c1") < Height("c2"));
        Assert.Equal(Habitat.Air, Artist.Draw(sheet, new ActorCue("c1", ActorAction.Fly)).Habitat);
        Assert.Equal(Habitat.Water, Artist.Draw(sheet, new ActorCue("c1", ActorAction.Swim)).Habitat);
        var girl = Artist.Draw(sheet, new ActorCue("c1"));
        Assert.InRange(-girl.Bounds.Y, 88, 125);
    }

    [Fact]
    public void What_is_held_is_drawn_and_credited()
    {
        var sheet = Cast(1, "fox");
        var figure = Artist.Draw(sheet, new ActorCue("c0", Holding: "balloon"));
        Assert.Contains(figure.DrawingIds, id => id.EndsWith(":balloon", StringComparison.Ordinal));
        Assert.Contains(
            "hold",
            Assert.Single(Artist.Draw(sheet, new ActorCue("c0", Holding: "blorple")).Notes),
            StringComparison.Ordinal
        );
    }
}
