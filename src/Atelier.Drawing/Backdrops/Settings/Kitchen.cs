using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A warm kitchen: counter under the window, stove, dresser, a table with fruit, tiles on the floor.</summary>
internal sealed class Kitchen : IScenery
{
    private static readonly (Colour Wall, Colour Wood, Colour Tile, Colour Accent)[] Schemes =
    [
        (new(0.93, 0.05, 90), new(0.62, 0.09, 200), new(0.78, 0.06, 45), new(0.64, 0.17, 28)),
        (new(0.9, 0.04, 200), new(0.9, 0.03, 85), new(0.74, 0.07, 240), new(0.8, 0.14, 80)),
        (new(0.9, 0.05, 140), new(0.7, 0.085, 65), new(0.8, 0.05, 120), new(0.66, 0.16, 20)),
        (new(0.91, 0.05, 40), new(0.66, 0.07, 155), new(0.78, 0.06, 30), new(0.7, 0.12, 230)),
    ];

    public bool Indoors => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("kitchen");
        var (wall, wood, tile, accent) = chance.Pick(Schemes);
        var y = stage.Horizon + stage.H * 0.02;
        var u = stage.ScaleAt(y);
        stage.AddGround();
        stage.AddAir();
        Room.Wall(stage, wall, chance.For("wall"));
        Splash(stage, u, tile);
        Room.Tiles(stage, Furniture.Cream.Darker(0.02), tile);
        Room.Skirting(stage, Furniture.Cream);
        Room.Ceiling(stage, u);
        Furniture.Lamplight(stage, stage.X(0.56), u);
        var galley = new Galley(stage, y, u, wood, accent);
        Room.Row(
            stage,
            [
                new(u * 1.75, x => galley.Sink(x, chance.For("window"))),
                new(u * 0.95, galley.Stove),
                new(u * 1.15, x => galley.Dresser(x, chance.For("dresser"))),
                new(u * 0.8, galley.Fridge),
                new(u * 1.1, x => galley.Cupboards(x, chance.For("cupboards"))),
                new(u * 0.8, x => Furniture.Picture(stage, x, y - u * 1.4, u * 0.5, u * 0.6, chance.For("picture"))),
                new(u * 1.75, x => galley.Sink(x, chance.For("other window"))),
                new(u * 1.1, x => galley.Cupboards(x, chance.For("more"))),
            ],
            chance.For("row")
        );
        var rugY = stage.FarLine + (stage.NearLine - stage.FarLine) * 0.45;
        Room.Rug(
            stage,
            stage.X(0.55),
            rugY,
            Math.Min(stage.ScaleAt(rugY) * 0.95, stage.W * 0.36),
            accent.Lighter(0.1).Richer(0.75),
            chance.Chance(0.5)
        );
        galley.Table(stage.X(0.12), stage.FarLine + stage.H * 0.03);
        Furniture.Pendant(stage, stage.X(0.56), u, accent);
    }

    private static void Splash(Stage stage, double u, Colour tile)
    {
        var top = stage.Horizon - u * 1.02;
        stage.Sky.Fill(
            new PathData().Rect(stage.Left, top, stage.Everything.Width, stage.Horizon - top),
            stage.Light.On(Furniture.Cream)
        );
        var (joints, motifs) = (new PathData(), new PathData());
        var step = u * 0.2;
        for (var yy = top; yy < stage.Horizon; yy += step)
            joints.Move(stage.Left, yy).Line(stage.Right, yy);
        for (var xx = stage.Left; xx < stage.Right; xx += step)
        {
            joints.Move(xx, top).Line(xx, stage.Horizon);
            motifs.Circle(xx + step / 2, top + step * 0.5, step * 0.2);
        }
        stage.Sky.Stroke(joints, stage.Light.On(Furniture.Cream.Darker(0.07)), u * 0.012);
        stage.Sky.Fill(motifs, stage.Light.On(tile), 0.8);
        stage.Sky.Fill(
            new PathData().Rect(stage.Left, top - u * 0.05, stage.Everything.Width, u * 0.05),
            stage.Light.On(tile)
        );
    }
}
