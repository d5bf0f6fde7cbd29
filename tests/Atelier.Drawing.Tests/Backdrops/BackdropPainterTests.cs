using System.Xml.Linq;
using Atelier.Drawing.Backdrops;
using Xunit;

namespace Atelier.Drawing.Tests.Backdrops;

public sealed class BackdropPainterTests
{
    private static readonly string[] BehindInOrder = ["sky", "far", "middle", "ground"];
    private static readonly string[] InFrontInOrder = ["near", "weather"];

    public static TheoryData<Setting> Settings => [.. Enum.GetValues<Setting>()];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_hour_weather_and_shot_is_well_formed_with_ordered_layers_and_zones_on_the_page(Setting setting)
    {
        foreach (var time in Enum.GetValues<TimeOfDay>())
        foreach (var weather in Enum.GetValues<Weather>())
        foreach (var shot in Enum.GetValues<Shot>())
        {
            var page = Pages.All[((int)time + (int)weather + (int)shot) % Pages.All.Length];
            var backdrop = Pages.Paint(setting, time, weather, shot, page);

            XDocument.Parse(Pages.Svg(backdrop, page));
            Assert.Equal(
                BehindInOrder.Where(backdrop.Behind.Select(l => l.Name).Contains),
                backdrop.Behind.Select(l => l.Name)
            );
            Assert.Equal("sky", backdrop.Behind[0].Name);
            Assert.Equal(
                InFrontInOrder.Where(backdrop.InFront.Select(l => l.Name).Contains),
                backdrop.InFront.Select(l => l.Name)
            );
            Assert.True(backdrop.Zones[0].Kind is ZoneKind.Ground or ZoneKind.Water);
            Assert.All(backdrop.Zones, zone => AssertInside(zone, page));
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_same_seed_paints_the_same_bytes_and_another_seed_another_place(Setting setting)
    {
        string Paint(ulong seed) =>
            Pages.Svg(Pages.Paint(setting, TimeOfDay.Day, Weather.Clear, Shot.Wide, Pages.Square, seed), Pages.Square);

        Assert.Equal(Paint(7), Paint(7));
        Assert.NotEqual(Paint(7), Paint(8));
    }

    [Fact]
    public void The_author_may_ask_for_the_edge_that_stays_calm()
    {
        foreach (var edge in Enum.GetValues<PanelEdge>())
        {
            var painted = new BackdropPainter().Paint(
                Setting.Meadow,
                TimeOfDay.Day,
                Weather.Clear,
                Shot.Medium,
                Pages.Square,
                Palette.Storybook,
                new Seed(1),
                edge
            );
            Assert.Equal(edge, painted.PanelEdge);
        }
    }

    private static void AssertInside(Zone zone, PageFrame page)
    {
        Assert.InRange(zone.Area.X, 0, page.Width);
        Assert.InRange(zone.Area.Y, 0, page.Height);
        Assert.InRange(zone.Area.Right, zone.Area.X, page.Width);
        Assert.InRange(zone.Area.Bottom, zone.Area.Y, page.Height);
        Assert.True(zone.FarScale > 0 && zone.NearScale >= zone.FarScale);
    }
}
