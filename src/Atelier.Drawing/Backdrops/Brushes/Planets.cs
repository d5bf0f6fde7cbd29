using System.Globalization;

namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Bodies in the sky of space, lit from the seed's sun side.</summary>
internal static class Planets
{
    public static void Banded(
        Stage stage,
        Layer layer,
        double x,
        double y,
        double r,
        Colour colour,
        bool ring,
        ref Seed chance
    )
    {
        var light = stage.Light;
        var body = light.Glowing(colour);
        if (ring)
            Ring(stage, layer, x, y, r, colour, behind: true);
        var disc = new PathData().Circle(x, y, r);
        layer.Fill(disc, stage.Canvas.Down(body.Lighter(0.05), body.Darker(0.05)));
        var bands = new PathData();
        for (var i = 0; i < 4; i++)
        {
            double by = y + r * (-0.7 + 0.42 * i + chance.Between(-0.08, 0.08)),
                h = r * chance.Between(0.08, 0.2);
            bands
                .Move(x - r, by)
                .Quad(x, by + r * 0.16, x + r, by)
                .Line(x + r, by + h)
                .Quad(x, by + h + r * 0.18, x - r, by + h)
                .Close();
        }
        layer.Group(
            stage.Canvas.Clip(disc),
            () =>
            {
                layer.Fill(bands, body.Lighter(0.08).Turned(12), 0.6);
                Shade(layer, stage, x, y, r, body);
            }
        );
        if (ring)
            Ring(stage, layer, x, y, r, colour, behind: false);
    }

    /// <summary>A blue world with land and clouds.</summary>
    public static void World(Stage stage, Layer layer, double x, double y, double r, ref Seed chance)
    {
        var light = stage.Light;
        var sea = light.Glowing(new Colour(0.66, 0.13, 240));
        layer.Fill(new PathData().Circle(x, y, r * 1.14), sea.Lighter(0.15), 0.22);
        var disc = new PathData().Circle(x, y, r);
        layer.Fill(disc, stage.Canvas.Down(sea.Lighter(0.07), sea.Darker(0.03)));
        var (land, cloud) = (new PathData(), new PathData());
        Shapes.Blob(land, x - r * 0.4, y - r * 0.2, r * 0.42, r * 0.36, 7, ref chance);
        Shapes.Blob(land, x + r * 0.5, y + r * 0.38, r * 0.4, r * 0.28, 6, ref chance);
        Shapes.Blob(land, x + r * 0.3, y - r * 0.68, r * 0.28, r * 0.16, 5, ref chance);
        for (var i = 0; i < 3; i++)
            cloud.Round(x + r * (-0.7 + 0.45 * i), y + r * (-0.5 + 0.45 * i), r * 0.62, r * 0.12, r * 0.06);
        layer.Group(
            stage.Canvas.Clip(disc),
            () =>
            {
                layer.Fill(land, light.Glowing(new Colour(0.74, 0.15, 140)));
                layer.Fill(cloud, Colour.White, 0.75);
                Shade(layer, stage, x, y, r, sea);
            }
        );
    }

    public static void Craters(PathData rims, PathData bowls, double x, double y, double rx, double flat)
    {
        rims.Ellipse(x, y, rx, rx * flat);
        bowls.Ellipse(x, y + rx * 0.05 * flat, rx * 0.84, rx * flat * 0.76);
    }

    /// <summary>A far spiral of stars, or a soft cloud of gas.</summary>
    public static void Nebula(Stage stage, Layer layer, double x, double y, double r, Colour colour, double opacity)
    {
        var glow = stage.Light.Glowing(colour);
        var paint = stage.Canvas.Glow((0, glow, opacity), (0.5, glow, opacity * 0.45), (1, glow, 0));
        layer.Fill(new PathData().Ellipse(x, y, r * 1.5, r * 0.8), paint);
        layer.Fill(new PathData().Ellipse(x + r * 0.6, y - r * 0.3, r * 0.9, r * 0.6), paint);
        layer.Fill(new PathData().Ellipse(x - r * 0.7, y + r * 0.25, r * 0.9, r * 0.5), paint);
    }

    private static void Shade(Layer layer, Stage stage, double x, double y, double r, Colour body)
    {
        var s = stage.Side;
        // Everything of the disc outside a circle shifted towards the light.
        var shade = new PathData()
            .Move(x - s * r * 0.1, y - r * 1.1)
            .Arc(r * 1.12, r * 1.12, x - s * r * 0.1, y + r * 1.1, s < 0, false);
        shade.Line(x - s * r * 1.2, y + r * 1.2).Line(x - s * r * 1.2, y - r * 1.2).Close();
        layer.Fill(shade, body.Darker(0.22), 0.38);
    }

    /// <summary>Two hoops around the planet, tilted; the half behind is painted before it, the other after.</summary>
    private static void Ring(Stage stage, Layer layer, double x, double y, double r, Colour colour, bool behind)
    {
        var ring = stage.Light.Glowing(colour.Lighter(0.12).Turned(30).Richer(0.85));
        var turn = string.Create(
            CultureInfo.InvariantCulture,
            $" transform=\"rotate({-16 * stage.Side} {x:0.#} {y:0.#})\""
        );
        layer.Group(
            turn,
            () =>
            {
                PathData Half(double size) =>
                    new PathData().Move(x - r * size, y).Arc(r * size, r * size * 0.26, x + r * size, y, behind);
                layer.Stroke(Half(1.72), ring, r * 0.2, 0.95);
                layer.Stroke(Half(1.42), ring.Darker(0.09), r * 0.1, 0.9);
            }
        );
    }
}
