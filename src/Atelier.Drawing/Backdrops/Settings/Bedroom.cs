using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A child's room: bed, window, toys, a rug and a lamp that is lit at dusk.</summary>
internal sealed class Bedroom : IScenery
{
    private static readonly (Colour Wall, Colour Quilt, Colour Curtain, Colour Rug)[] Schemes =
    [
        (new(0.88, 0.05, 220), new(0.7, 0.15, 30), new(0.86, 0.1, 85), new(0.8, 0.1, 60)),
        (new(0.91, 0.05, 85), new(0.62, 0.11, 250), new(0.74, 0.12, 25), new(0.7, 0.1, 200)),
        (new(0.87, 0.05, 160), new(0.74, 0.13, 350), new(0.95, 0.02, 90), new(0.82, 0.1, 90)),
        (new(0.87, 0.05, 310), new(0.72, 0.11, 185), new(0.88, 0.09, 75), new(0.72, 0.11, 330)),
    ];

    public bool Indoors => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("bedroom");
        var scheme = chance.Pick(Schemes);
        var y = stage.Horizon + stage.H * 0.02;
        var u = stage.ScaleAt(y);
        stage.AddGround();
        stage.AddAir();
        Room.Wall(stage, scheme.Wall, chance.For("wall"));
        Room.Boards(stage, Furniture.Oak);
        Room.Skirting(stage, Furniture.Cream);
        Room.Ceiling(stage, u);
        Furniture.Lamplight(stage, stage.X(0.42), u);
        if (stage.Edge == PanelEdge.Bottom && stage.Shot != Shot.Close)
            Furniture.Bunting(stage, Math.Max(stage.H * 0.04, stage.Horizon - u * 2.72), chance.For("bunting"));
        var rugY = stage.FarLine + (stage.NearLine - stage.FarLine) * 0.42;
        Room.Rug(
            stage,
            stage.X(0.48),
            rugY,
            Math.Min(stage.ScaleAt(rugY) * 1.25, stage.W * 0.42),
            scheme.Rug,
            chance.Chance(0.5)
        );
        Room.Row(stage, Pieces(stage, scheme, y, u, chance), chance.For("row"));
        Furniture.Pendant(stage, stage.X(0.42), u, scheme.Quilt);
        Toys.Scatter(stage, chance.For("toys"));
    }

    private static List<Room.Piece> Pieces(
        Stage stage,
        (Colour Wall, Colour Quilt, Colour Curtain, Colour Rug) scheme,
        double y,
        double u,
        Seed chance
    )
    {
        var wood = chance.Pick([Furniture.Oak.Darker(0.06), Furniture.Walnut, Furniture.Cream]);
        void Framed(double x, double width) =>
            Furniture.Picture(stage, x, y - u * 1.42, width, width * 0.8, chance.For("picture" + (int)x));
        void Glass(double x)
        {
            Window.Paint(
                stage,
                x,
                stage.Horizon - u * 1.72,
                u * 0.9,
                u * 0.86,
                Furniture.Cream,
                scheme.Curtain,
                chance.For("window")
            );
            Toys.Chest(stage, x, y, u, scheme.Rug);
        }
        void Sleep(double x)
        {
            Furniture.Bed(stage, x, y, u, wood, scheme.Quilt, stage.Mirrored);
            stage.AddZone(ZoneKind.Surface, new Box(x - u * 0.8, y - u * 0.75, u * 1.6, u * 0.2), u * 0.9, u * 0.9);
            Framed(x - u * 0.4, u * 0.5);
            Framed(x + u * 0.35, u * 0.4);
        }
        void Chest(double x)
        {
            var top = Furniture.Drawers(stage, x, y, u, wood);
            Furniture.Lamp(stage, x - u * 0.14, top, u, scheme.Curtain);
            Toys.Bear(stage, stage.Ground, x + u * 0.22, top, u * 0.3);
            Furniture.Shelf(stage, x, y - u * 1.36, u * 0.85, u, chance.For("shelf"));
            stage.AddZone(ZoneKind.Surface, new Box(x - u * 0.4, top - u * 0.3, u * 0.8, u * 0.3), u, u);
        }
        return
        [
            new(u * 1.5, Glass),
            new(u * 2.0, Sleep),
            new(u * 0.95, Chest),
            new(u * 1.0, x => Furniture.Wardrobe(stage, x, y, u, wood)),
            new(
                u * 0.9,
                x =>
                {
                    Toys.Castle(stage, x, y, u);
                    Framed(x, u * 0.55);
                }
            ),
            new(
                u * 1.5,
                x =>
                    Window.Paint(
                        stage,
                        x,
                        stage.Horizon - u * 1.72,
                        u * 0.9,
                        u * 0.86,
                        Furniture.Cream,
                        scheme.Curtain,
                        chance.For("second")
                    )
            ),
            new(
                u * 0.7,
                x =>
                {
                    Toys.Bear(stage, stage.Ground, x, y, u * 0.6);
                    Framed(x, u * 0.45);
                }
            ),
            new(u * 0.7, x => Furniture.Shelf(stage, x, y - u * 1.1, u * 0.65, u, chance.For("second shelf"))),
        ];
    }
}
