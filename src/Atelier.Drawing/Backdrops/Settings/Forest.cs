using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>Rows of trees closing in towards the sides around a clearing, ferns and mushrooms at their feet.</summary>
internal sealed class Forest : IScenery
{
    private static readonly Colour Moss = new(0.6, 0.115, 138);

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("forest");
        Sky.Paint(stage);
        Depths(stage, chance.For("depths"));
        Rows(stage, chance.For("rows"));
        var ground = new Hill(stage, "ground", stage.FarLine - stage.H * 0.03, stage.H * 0.014, 1.1);
        Land.Foreground(stage, ground, Moss.Darker(0.07));
        Land.Path(
            stage,
            stage.Ground,
            new(0.7, 0.06, 75),
            ground.At(stage.W / 2),
            stage.X(0.5),
            stage.X(0.42),
            stage.W * 0.42
        );
        Beams(stage, chance.For("beams"));
        Land.Puddles(stage);
        Plants.Tufts(
            stage,
            stage.Ground,
            stage.FarLine,
            stage.Bottom,
            36,
            stage.Light.On(Land.Covered(stage, Moss.Darker(0.2))),
            0.65
        );
        Undergrowth.Mushrooms(stage, stage.Ground, chance.For("mushrooms"));
        Undergrowth.Ferns(stage, stage.Near, Moss.Darker(0.08), chance.For("ferns"));
        Frames.Bough(stage, chance.Chance(0.5), Trees.Greens[1]);
        Undergrowth.Fireflies(stage);
        Falling.Paint(stage);
        stage.AddGround();
        stage.AddAir();
    }

    /// <summary>Ever fainter walls of trunks and crowns behind the clearing.</summary>
    private static void Depths(Stage stage, Seed chance)
    {
        for (var row = 0; row < 3; row++)
        {
            var distance = 0.95 - 0.25 * row;
            var y = stage.Horizon + stage.H * 0.025 * (row + 1);
            var colour = stage.Light.On(Trees.Greens[row].Darker(0.05), distance);
            var trunks = new PathData();
            var crowns = new PathData();
            var count = 11 - 2 * row;
            for (var i = 0; i < count; i++)
            {
                var x = stage.Left + (stage.Right - stage.Left) * (i + chance.Between(0.2, 0.8)) / count;
                var width = stage.W / count * (0.1 + 0.04 * row);
                trunks.Rect(x - width / 2, y - stage.H * 0.4, width, stage.H * 0.42);
                var rx = stage.W / count * chance.Between(0.62, 0.8);
                Shapes.Blob(crowns, x, y - stage.H * chance.Between(0.33, 0.42), rx, stage.H * 0.13, 8, ref chance);
            }
            if (row == 1)
                stage.Middle.Fill(
                    new PathData().Ellipse(stage.X(0.5), y - stage.H * 0.1, stage.W * 0.42, stage.H * 0.3),
                    stage.Canvas.Glow((0, stage.Light.SkyBottom.Lighter(0.05), 0.75), (1, stage.Light.SkyBottom, 0))
                );
            var layer = row == 0 ? stage.Far : stage.Middle;
            layer.Fill(trunks, colour.Darker(0.07));
            var lights = new PathData();
            for (var i = 0; i < count + 3; i++)
                Shapes.Blob(
                    lights,
                    stage.Left + (stage.Right - stage.Left) * chance.Unit(),
                    y - stage.H * chance.Between(0.3, 0.46),
                    stage.W / count * chance.Between(0.2, 0.34),
                    stage.H * chance.Between(0.025, 0.045),
                    6,
                    ref chance
                );
            layer.Fill(crowns, stage.Canvas.Down(colour.Lighter(0.03), colour.Darker(0.05)));
            layer.Fill(lights, colour.Lighter(0.055), 0.6);
            var floor = new Hill(stage, "floor" + row, y, stage.H * 0.008, 2);
            floor.Paint(
                layer,
                stage.Light.On(Land.Covered(stage, Moss.Lighter(0.08)), distance * 0.8),
                stage.Light.On(Land.Covered(stage, Moss), distance * 0.6)
            );
        }
    }

    private static void Rows(Stage stage, Seed chance)
    {
        for (var row = 0; row < 2; row++)
        {
            var y = stage.Horizon + (stage.FarLine - stage.Horizon) * (0.5 + 0.42 * row);
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                for (var i = 0; i < 2; i++)
                {
                    // Nearer rows stand further apart: the clearing opens towards the viewer.
                    var share = 0.5 + side * (0.2 + 0.1 * row + 0.17 * i + chance.Between(-0.03, 0.03));
                    var kind = chance.Pick([TreeKind.Pine, TreeKind.Round, TreeKind.Pine, TreeKind.Birch]);
                    var height = stage.ScaleAt(y) * chance.Between(2.7, 3.6);
                    Trees.Paint(
                        stage,
                        stage.Middle,
                        kind,
                        stage.W * share,
                        y + chance.Between(-0.01, 0.01) * stage.H,
                        height,
                        0.28 - 0.2 * row,
                        ref chance
                    );
                }
            }
        }
    }

    private static void Beams(Stage stage, Seed chance)
    {
        if (stage.Light.Weather is not (Weather.Clear or Weather.Cloudy))
            return;
        var ray = stage.Light.Rim;
        for (var i = 0; i < 3; i++)
        {
            var x = stage.W * (0.34 + 0.13 * i + chance.Between(-0.04, 0.04));
            var width = stage.W * chance.Between(0.04, 0.08);
            var slant = (stage.Mirrored ? 1 : -1) * stage.W * 0.16;
            var beam = new PathData().Polygon(
                (x, stage.Top),
                (x + width, stage.Top),
                (x + width * 2 + slant, stage.FarLine + stage.H * 0.1),
                (x - width + slant, stage.FarLine + stage.H * 0.1)
            );
            stage.Ground.Fill(beam, stage.Canvas.Down((0, ray, 0.2), (1, ray, 0)), stage.Light.IsNight ? 0.5 : 1);
        }
    }
}
