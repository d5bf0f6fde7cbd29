using Atelier.Drawing.Backdrops;

namespace Atelier.Drawing.Tests.Composition;

public sealed class FittingTests
{
    [Theory]
    [InlineData(Setting.Meadow, TimeOfDay.Night, "rainbow")]
    [InlineData(Setting.Underwater, TimeOfDay.Day, "tree")]
    [InlineData(Setting.Underwater, TimeOfDay.Day, "star")]
    [InlineData(Setting.Bedroom, TimeOfDay.Night, "star")]
    [InlineData(Setting.Meadow, TimeOfDay.Day, "sun")]
    public void What_cannot_be_there_is_left_out_and_noted(Setting setting, TimeOfDay time, string noun)
    {
        var scene = Pages.Compose(Pages.Spec(setting, [], noun) with { Time = time });

        Assert.Contains(scene.Notes, note => note.StartsWith($"'{noun}':", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Setting.Meadow, "tree")]
    [InlineData(Setting.Meadow, "rainbow")]
    [InlineData(Setting.Underwater, "fish")]
    public void What_belongs_there_is_drawn(Setting setting, string noun) =>
        Assert.DoesNotContain(
            Pages.Compose(Pages.Spec(setting, [], noun)).Notes,
            note => note.Contains(noun, StringComparison.Ordinal)
        );

    [Fact]
    public void A_bare_sky_has_neither_sun_nor_moon_and_nothing_else_changes_place()
    {
        Backdrop Sky(bool bare) =>
            new BackdropPainter().Paint(
                Setting.Seaside,
                TimeOfDay.Night,
                Weather.Clear,
                Shot.Wide,
                Pages.Square,
                Palette.Storybook,
                new Seed(4),
                PanelEdge.Bottom,
                bare
            );

        Assert.NotNull(Sky(false).Luminary);
        Assert.Null(Sky(true).Luminary);
        Assert.Equal(Sky(false).Zones, Sky(true).Zones);
    }
}
