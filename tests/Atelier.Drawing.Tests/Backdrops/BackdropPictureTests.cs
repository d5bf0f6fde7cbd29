using System.Globalization;
using System.Text;
using Atelier.Drawing.Backdrops;
using Xunit;

namespace Atelier.Drawing.Tests.Backdrops;

/// <summary>What the pictures look like: all of them as tiles of one sheet, so that one rasterising is enough.</summary>
public sealed class BackdropPictureTests
{
    private const int Tile = 48;
    private const string Magenta = "<rect x=\"-999\" y=\"-999\" width=\"9999\" height=\"9999\" fill=\"#f0f\"/>";

    [Fact]
    public void Night_is_darker_than_day_everywhere()
    {
        var settings = Enum.GetValues<Setting>();
        var sheet = Sheet(
            settings.SelectMany(s => new[] { Painted(s, TimeOfDay.Day), Painted(s, TimeOfDay.Night) }),
            overscan: 0
        );

        for (var i = 0; i < settings.Length; i++)
            Assert.True(
                Luminance(sheet, 2 * i + 1) < 0.75 * Luminance(sheet, 2 * i),
                $"{settings[i]}: {Luminance(sheet, 2 * i + 1):0} at night, {Luminance(sheet, 2 * i):0} by day"
            );
    }

    [Fact]
    public void The_sky_alone_covers_the_page_and_its_overscan_so_that_layers_may_move()
    {
        var skies = Enum.GetValues<Setting>()
            .Select(s => Painted(s, TimeOfDay.Evening))
            .Select(b => b with { Behind = [b.Behind[0]], InFront = [] });

        AssertNothingShinesThrough(Sheet(skies, overscan: 0.04));
    }

    [Fact]
    public void The_ground_layers_reach_below_the_page_when_the_sky_is_taken_away()
    {
        var grounds = Enum.GetValues<Setting>()
            .Select(s => Painted(s, TimeOfDay.Day))
            .Select(b => b with { Behind = [.. b.Behind.Skip(1)], InFront = [] });
        var sheet = Sheet(grounds, overscan: 0.04);

        for (var i = 0; i < Enum.GetValues<Setting>().Length; i++)
        for (var x = 0; x < Tile; x++)
            Assert.False(ShinesThrough(sheet.At(i % 8 * Tile + x, i / 8 * Tile + Tile - 1)));
    }

    [Fact]
    public void A_pdf_of_every_place_in_every_weather_holds_no_raster_image()
    {
        foreach (var setting in Enum.GetValues<Setting>())
        foreach (var weather in Enum.GetValues<Weather>())
        {
            var svg = Pages.Svg(Pages.Paint(setting, TimeOfDay.Night, weather, Shot.Wide, Pages.Square), Pages.Square);
            Assert.DoesNotContain("<filter", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("<mask", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("<image", svg, StringComparison.Ordinal);
        }

        var sheet = SheetSvg(Enum.GetValues<Setting>().Select(s => Painted(s, TimeOfDay.Night, Weather.Fog)), 0);
        var pdf = Encoding.Latin1.GetString(Raster.Convert("rsvg-convert", sheet, "--format", "pdf"));

        Assert.StartsWith("%PDF", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype /Image", pdf, StringComparison.Ordinal);
    }

    private static Backdrop Painted(Setting setting, TimeOfDay time, Weather weather = Weather.Clear) =>
        Pages.Paint(setting, time, weather, Shot.Medium, Pages.Square, seed: 3);

    private static void AssertNothingShinesThrough(Raster sheet)
    {
        for (var y = 0; y < sheet.Height; y++)
        for (var x = 0; x < sheet.Width; x++)
            Assert.False(ShinesThrough(sheet.At(x, y)));
    }

    // A pixel half covered still counts: an edge must not even graze the page.
    private static bool ShinesThrough((byte R, byte G, byte B) pixel) => 255 - pixel.R + pixel.G + 255 - pixel.B < 150;

    private static double Luminance(Raster sheet, int tile)
    {
        var sum = 0.0;
        for (var y = 0; y < Tile; y++)
        for (var x = 0; x < Tile; x++)
        {
            var (r, g, b) = sheet.At(tile % 8 * Tile + x, tile / 8 * Tile + y);
            sum += 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }
        return sum / (Tile * Tile);
    }

    private static Raster Sheet(IEnumerable<Backdrop> backdrops, double overscan) =>
        Raster.Of(SheetSvg(backdrops, overscan));

    private static string SheetSvg(IEnumerable<Backdrop> backdrops, double overscan)
    {
        var page = Pages.Square;
        var tiles = new StringBuilder();
        var count = 0;
        foreach (var backdrop in backdrops)
        {
            tiles.Append(
                CultureInfo.InvariantCulture,
                $"<svg x=\"{count % 8 * Tile}\" y=\"{count / 8 * Tile}\" width=\"{Tile}\" height=\"{Tile}\" preserveAspectRatio=\"none\" viewBox=\"{-overscan * page.Width} {-overscan * page.Height} {page.Width * (1 + 2 * overscan)} {page.Height * (1 + 2 * overscan)}\">{Magenta}{Pages.Svg(backdrop, page)}</svg>"
            );
            count++;
        }
        // The inner documents must not clip at the page's edge: that is where the overscan is.
        tiles.Replace(
            $"width=\"{page.Width}\" height=\"{page.Height}\"",
            "width=\"1\" height=\"1\" overflow=\"visible\""
        );
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{8 * Tile}\" height=\"{(count + 7) / 8 * Tile}\">{tiles}</svg>";
    }
}
