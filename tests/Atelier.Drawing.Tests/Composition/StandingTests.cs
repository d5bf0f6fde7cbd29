using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Composition;

namespace Atelier.Drawing.Tests.Composition;

public sealed class StandingTests
{
    private static readonly PageFrame Page = Pages.Square;
    private static readonly Zone Ground = new(ZoneKind.Ground, new Box(20, 380, 580, 200), 120, 220);
    private static readonly Zone Water = new(ZoneKind.Water, new Box(0, 260, 621, 80), 60, 110);
    private static readonly Zone Air = new(ZoneKind.Air, new Box(20, 30, 580, 200), 100, 140);

    private static Prop Place(string noun, ulong seed, params Zone[] zones)
    {
        var placer = new PropPlacer(new Terrain(zones, Page, null), [], null, new Seed(seed));
        Assert.True(placer.TryAdd(Pages.Lexicon.Depict(noun), noun, 0));
        return placer.Placed[0];
    }

    [Theory]
    [InlineData("apple")]
    [InlineData("chair")]
    [InlineData("house")]
    public void Things_stand_on_the_ground(string noun)
    {
        for (ulong seed = 0; seed < 20; seed++)
            Assert.InRange(Place(noun, seed, Ground, Water, Air).Box.Bottom, Ground.Area.Y - 21, Ground.Area.Bottom);
    }

    [Theory]
    [InlineData("boat")]
    [InlineData("whale")]
    [InlineData("ship")]
    public void Boats_and_whales_are_on_the_water(string noun)
    {
        for (ulong seed = 0; seed < 20; seed++)
            Assert.InRange(Place(noun, seed, Ground, Water, Air).Box.Bottom, Water.Area.Y, Water.Area.Bottom);
    }

    [Theory]
    [InlineData("kite")]
    [InlineData("bluebird")]
    [InlineData("balloon")]
    public void What_flies_is_in_the_air(string noun)
    {
        for (ulong seed = 0; seed < 20; seed++)
            Assert.InRange(Place(noun, seed, Ground, Water, Air).Box.Bottom, Air.Area.Y, Air.Area.Bottom);
    }

    [Fact]
    public void Nearer_things_are_bigger()
    {
        var houses = Enumerable.Range(0, 30).Select(i => Place("chair", (ulong)i, Ground).Box).ToList();
        Assert.True(houses.MaxBy(b => b.Bottom).Height > houses.MinBy(b => b.Bottom).Height * 1.2);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 1, 21)]
    [InlineData("#ffffff", "#000000", 1, 21)]
    [InlineData("#777777", "#ffffff", 1, 4.48)]
    [InlineData("#999999", "#ffffff", 0.5, 1)] // over black and over white this panel is darker and lighter than the text
    public void Contrast_is_that_of_the_worst_thing_behind_the_panel(
        string text,
        string panel,
        double opacity,
        double expected
    ) => Assert.Equal(expected, Contrast.AtWorst(text, panel, opacity), 0.01);
}
