using Atelier.Drawing.Backdrops.Brushes;

namespace Atelier.Drawing.Backdrops.Settings;

/// <summary>A classroom: chalkboard, teacher's desk with a globe, shelves, a map, small desks at the sides.</summary>
internal sealed class Classroom : IScenery
{
    private static readonly Colour[] Walls =
    [
        new(0.93, 0.05, 95),
        new(0.9, 0.045, 215),
        new(0.9, 0.05, 145),
        new(0.92, 0.045, 55),
    ];

    public bool Indoors => true;

    public void Paint(Stage stage)
    {
        var chance = stage.Seed.For("classroom");
        var y = stage.Horizon + stage.H * 0.02;
        var u = stage.ScaleAt(y);
        stage.AddGround();
        stage.AddAir();
        Room.Wall(stage, chance.Pick(Walls), chance.For("wall"));
        Room.Boards(stage, Furniture.Oak.Lighter(0.04));
        Room.Skirting(stage, Furniture.Cream.Darker(0.04));
        Room.Ceiling(stage, u);
        Furniture.Lamplight(stage, stage.X(0.3), u, 0.7);
        Furniture.Lamplight(stage, stage.X(0.72), u, 0.7);
        if (stage.Edge == PanelEdge.Bottom && stage.Shot != Shot.Close)
            Furniture.Bunting(stage, Math.Max(stage.H * 0.03, stage.Horizon - u * 2.75), chance.For("bunting"));
        var school = new School(stage, y, u);
        Room.Row(
            stage,
            [
                new(u * 2.0, x => school.Board(x, chance.For("board"))),
                new(u * 1.4, x => Glass(stage, x, u, chance.For("window"))),
                new(u * 1.0, x => school.Bookcase(x, chance.For("books"))),
                new(u * 0.95, school.Map),
                new(u * 1.4, x => Glass(stage, x, u, chance.For("second"))),
                new(u * 0.6, school.Clock),
                new(u * 1.0, x => school.Bookcase(x, chance.For("more books"))),
                new(u * 1.4, x => Glass(stage, x, u, chance.For("third"))),
                new(u * 0.95, school.Map),
            ],
            chance.For("row")
        );
        school.Desk(stage.X(0.1), stage.FarLine + stage.H * 0.02, new(0.66, 0.17, 28));
        school.Desk(stage.X(0.91), stage.FarLine + stage.H * 0.035, new(0.66, 0.11, 240));
        Furniture.Pendant(stage, stage.X(0.3), u, new(0.78, 0.12, 85));
        Furniture.Pendant(stage, stage.X(0.72), u, new(0.78, 0.12, 85));
    }

    private static void Glass(Stage stage, double x, double u, Seed chance) =>
        Window.Paint(stage, x, stage.Horizon - u * 1.8, u * 1.05, u * 1.0, Furniture.Cream, null, chance);
}
