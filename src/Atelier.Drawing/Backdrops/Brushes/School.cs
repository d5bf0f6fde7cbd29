namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Things of a classroom along a wall whose floor is at y, u points to a child's height.</summary>
internal sealed class School(Stage stage, double y, double u)
{
    private Light Light => stage.Light;

    /// <summary>The chalkboard with the day's drawing, the teacher's desk before it.</summary>
    public void Board(double x, Seed chance)
    {
        double w = u * 1.8,
            h = u * 0.95,
            left = x - w / 2,
            top = stage.Horizon - u * 1.85;
        var board = Light.On(chance.Chance(0.6) ? new Colour(0.47, 0.07, 160) : new Colour(0.4, 0.03, 250));
        stage.Far.Fill(
            new PathData().Round(left - u * 0.06, top - u * 0.06, w + u * 0.12, h + u * 0.12, u * 0.03),
            Light.On(Furniture.Oak)
        );
        stage.Far.Fill(
            new PathData().Rect(left, top, w, h),
            stage.Canvas.Down(board.Lighter(0.02), board.Darker(0.02))
        );
        var chalk = Light.On(new Colour(0.97, 0.01, 90));
        stage.Far.Stroke(
            chance.Below(3) switch
            {
                0 => Letters(left, top),
                1 => Sum(left, top),
                _ => House(left, top),
            },
            chalk,
            u * 0.025,
            0.9
        );
        stage.Far.Stroke(Sun(left + w * 0.84, top + h * 0.3), Light.On(new(0.88, 0.12, 90)), u * 0.022, 0.9);
        stage.Far.Fill(
            new PathData().Round(left, top + h + u * 0.06, w, u * 0.05, u * 0.02),
            Light.On(Furniture.Oak.Darker(0.07))
        );
        stage.Far.Fill(
            new PathData()
                .Round(left + w * 0.1, top + h + u * 0.025, u * 0.12, u * 0.035, u * 0.01)
                .Round(left + w * 0.22, top + h + u * 0.025, u * 0.1, u * 0.035, u * 0.01),
            chalk
        );
        TeachersDesk(x + stage.Side * u * 0.3);
    }

    public void Bookcase(double x, Seed chance)
    {
        double w = u * 0.92,
            h = u * 1.25;
        var wood = Light.On(Furniture.Oak);
        Furniture.Contact(stage, x, y, w * 0.55);
        stage.Ground.Fill(new PathData().Round(x - w / 2, y - h, w, h, u * 0.03), wood);
        stage.Ground.Fill(new PathData().Rect(x - w * 0.44, y - h * 0.95, w * 0.88, h * 0.9), wood.Darker(0.1));
        Colour[] spines =
        [
            new(0.62, 0.17, 27),
            new(0.6, 0.11, 250),
            new(0.8, 0.14, 85),
            new(0.62, 0.12, 150),
            new(0.66, 0.12, 310),
        ];
        for (var colour = 0; colour < spines.Length; colour++)
        {
            var books = new PathData();
            var turn = chance.For("row", colour);
            for (var shelf = 0; shelf < 3; shelf++)
            for (var i = colour; i < 9; i += spines.Length)
            {
                var high = h * turn.Between(0.17, 0.25);
                books.Rect(x - w * 0.42 + w * 0.092 * i, y - h * (0.06 + 0.305 * shelf) - high, w * 0.084, high);
            }
            stage.Ground.Fill(books, Light.On(spines[colour]));
        }
        for (var shelf = 0; shelf < 3; shelf++)
            stage.Ground.Fill(
                new PathData().Rect(x - w * 0.47, y - h * (0.06 + 0.305 * shelf), w * 0.94, h * 0.04),
                wood.Lighter(0.03)
            );
        Globe(x, y - h, u * 0.17);
        stage.AddZone(ZoneKind.Surface, new Box(x - w * 0.4, y - h - u * 0.3, w * 0.8, u * 0.3), u, u);
    }

    public void Map(double x)
    {
        double w = u * 0.85,
            h = u * 0.62,
            left = x - w / 2,
            top = stage.Horizon - u * 1.7;
        stage.Far.Fill(new PathData().Rect(left, top, w, h), Light.On(new(0.84, 0.07, 225)));
        var chance = stage.Seed.For("map");
        var land = new PathData();
        Shapes.Blob(land, left + w * 0.25, top + h * 0.35, w * 0.13, h * 0.2, 7, ref chance);
        Shapes.Blob(land, left + w * 0.33, top + h * 0.7, w * 0.08, h * 0.17, 6, ref chance);
        Shapes.Blob(land, left + w * 0.66, top + h * 0.35, w * 0.2, h * 0.18, 9, ref chance);
        Shapes.Blob(land, left + w * 0.57, top + h * 0.66, w * 0.08, h * 0.16, 6, ref chance);
        Shapes.Blob(land, left + w * 0.85, top + h * 0.75, w * 0.07, h * 0.1, 5, ref chance);
        stage.Far.Fill(land, Light.On(new(0.78, 0.12, 130)));
        stage.Far.Fill(
            new PathData()
                .Round(left - u * 0.04, top - u * 0.05, w + u * 0.08, u * 0.06, u * 0.03)
                .Round(left - u * 0.04, top + h - u * 0.01, w + u * 0.08, u * 0.06, u * 0.03),
            Light.On(Furniture.Walnut)
        );
    }

    public void Clock(double x)
    {
        var cy = stage.Horizon - u * 1.6;
        stage.Far.Fill(new PathData().Circle(x, cy, u * 0.22), Light.On(new(0.62, 0.17, 28)));
        stage.Far.Fill(new PathData().Circle(x, cy, u * 0.18), Light.On(new(0.98, 0.01, 90)));
        stage.Far.Stroke(
            new PathData().Move(x, cy - u * 0.13).Line(x, cy).Line(x + u * 0.08, cy + u * 0.05),
            Light.On(new(0.3, 0.02, 260)),
            u * 0.022
        );
    }

    /// <summary>A pupil's desk with a chair, a book open on it.</summary>
    public void Desk(double x, double foot, Colour chair)
    {
        var s = stage.ScaleAt(foot);
        var layer = stage.Ground;
        var wood = Light.On(Furniture.Oak.Lighter(0.03));
        var steel = Light.On(new Colour(0.5, 0.02, 250));
        var seat = Light.On(chair);
        Furniture.Contact(stage, x, foot, s * 0.5);
        layer.Fill(new PathData().Round(x - s * 0.22, foot - s * 0.82, s * 0.44, s * 0.26, s * 0.05), seat);
        layer.Stroke(
            new PathData()
                .Move(x - s * 0.17, foot - s * 0.06)
                .Line(x - s * 0.17, foot - s * 0.58)
                .Move(x + s * 0.17, foot - s * 0.06)
                .Line(x + s * 0.17, foot - s * 0.58),
            steel,
            s * 0.03
        );
        layer.Stroke(
            new PathData()
                .Move(x - s * 0.4, foot)
                .Line(x - s * 0.37, foot - s * 0.5)
                .Move(x + s * 0.4, foot)
                .Line(x + s * 0.37, foot - s * 0.5),
            steel,
            s * 0.045
        );
        layer.Fill(
            new PathData().Polygon(
                (x - s * 0.42, foot - s * 0.6),
                (x + s * 0.42, foot - s * 0.6),
                (x + s * 0.5, foot - s * 0.5),
                (x - s * 0.5, foot - s * 0.5)
            ),
            wood.Lighter(0.04)
        );
        layer.Fill(new PathData().Round(x - s * 0.5, foot - s * 0.5, s, s * 0.1, s * 0.02), wood.Darker(0.03));
        layer.Fill(
            new PathData()
                .Polygon(
                    (x - s * 0.14, foot - s * 0.58),
                    (x, foot - s * 0.565),
                    (x, foot - s * 0.52),
                    (x - s * 0.17, foot - s * 0.535)
                )
                .Polygon(
                    (x + s * 0.14, foot - s * 0.58),
                    (x, foot - s * 0.565),
                    (x, foot - s * 0.52),
                    (x + s * 0.17, foot - s * 0.535)
                ),
            Light.On(new(0.98, 0.01, 90))
        );
        stage.AddZone(ZoneKind.Surface, new Box(x - s * 0.42, foot - s * 0.85, s * 0.84, s * 0.3), s, s);
    }

    private void TeachersDesk(double x)
    {
        double w = u * 1.2,
            h = u * 0.6;
        var wood = Light.On(Furniture.Walnut.Lighter(0.05));
        Furniture.Contact(stage, x, y, w * 0.54);
        stage.Ground.Fill(
            new PathData().Rect(x - w / 2, y - h, w, h),
            stage.Canvas.Down(wood.Lighter(0.02), wood.Darker(0.03))
        );
        stage.Ground.Fill(
            new PathData()
                .Round(x - w * 0.43, y - h * 0.78, w * 0.24, h * 0.3, u * 0.02)
                .Round(x - w * 0.43, y - h * 0.42, w * 0.24, h * 0.3, u * 0.02)
                .Round(x - w * 0.14, y - h * 0.78, w * 0.57, h * 0.66, u * 0.02),
            wood.Lighter(0.05)
        );
        stage.Ground.Fill(
            new PathData().Round(x - w * 0.53, y - h - u * 0.04, w * 1.06, u * 0.08, u * 0.03),
            wood.Lighter(0.07)
        );
        var top = y - h - u * 0.04;
        Globe(x + w * 0.32, top, u * 0.13);
        stage.Ground.Fill(
            new PathData().Round(x - w * 0.4, top - u * 0.06, u * 0.3, u * 0.06, u * 0.01),
            Light.On(new(0.6, 0.11, 250))
        );
        stage.Ground.Fill(
            new PathData().Round(x - w * 0.38, top - u * 0.11, u * 0.26, u * 0.05, u * 0.01),
            Light.On(new(0.8, 0.14, 85))
        );
        stage.Ground.Fill(new PathData().Circle(x - w * 0.27, top - u * 0.17, u * 0.06), Light.On(new(0.6, 0.2, 27)));
        stage.Ground.Fill(
            Shapes.Leaf(new(), x - w * 0.27, top - u * 0.22, x - w * 0.22, top - u * 0.28, 0.25),
            Light.On(new(0.62, 0.14, 140))
        );
        stage.AddZone(ZoneKind.Surface, new Box(x - w * 0.45, top - u * 0.3, w * 0.9, u * 0.3), u, u);
    }

    private void Globe(double x, double foot, double r)
    {
        var brass = Light.On(new Colour(0.74, 0.1, 80));
        stage.Ground.Fill(
            new PathData()
                .Ellipse(x, foot - r * 0.1, r * 0.6, r * 0.14)
                .Rect(x - r * 0.08, foot - r * 0.6, r * 0.16, r * 0.5),
            brass
        );
        stage.Ground.Stroke(
            new PathData()
                .Move(x - r * 0.6, foot - r * 2.55)
                .Arc(r * 1.16, r * 1.16, x + r * 0.5, foot - r * 0.55, false),
            brass,
            r * 0.12
        );
        stage.Ground.Fill(new PathData().Circle(x, foot - r * 1.55, r), Light.On(new(0.7, 0.11, 235)));
        var chance = stage.Seed.For("globe");
        var land = new PathData();
        Shapes.Blob(land, x - r * 0.35, foot - r * 1.8, r * 0.4, r * 0.34, 6, ref chance);
        Shapes.Blob(land, x + r * 0.35, foot - r * 1.3, r * 0.34, r * 0.4, 6, ref chance);
        stage.Ground.Fill(land, Light.On(new(0.74, 0.14, 135)));
    }

    private PathData Letters(double left, double top)
    {
        double x = left + u * 0.25,
            foot = top + u * 0.65,
            h = u * 0.38;
        var path = new PathData()
            .Move(x, foot)
            .Line(x + h * 0.35, foot - h)
            .Line(x + h * 0.7, foot)
            .Move(x + h * 0.14, foot - h * 0.38)
            .Line(x + h * 0.56, foot - h * 0.38);
        x += h * 1.1;
        path.Move(x, foot)
            .Line(x, foot - h)
            .Quad(x + h * 0.6, foot - h * 0.95, x + h * 0.05, foot - h * 0.52)
            .Quad(x + h * 0.75, foot - h * 0.25, x, foot);
        x += h * 1.3;
        path.Move(x + h * 0.35, foot - h * 0.85)
            .Quad(x - h * 0.3, foot - h * 1.1, x - h * 0.25, foot - h * 0.45)
            .Quad(x - h * 0.2, foot + h * 0.15, x + h * 0.38, foot - h * 0.15);
        return path.Move(left + u * 0.25, foot + u * 0.13)
            .Quad(left + u * 0.7, foot + u * 0.07, left + u * 1.2, foot + u * 0.13);
    }

    private PathData Sum(double left, double top)
    {
        double x = left + u * 0.22,
            foot = top + u * 0.62,
            h = u * 0.32;
        var path = new PathData().Move(x, foot - h * 0.8).Line(x + h * 0.2, foot - h).Line(x + h * 0.2, foot);
        x += h * 0.6;
        path.Move(x, foot - h * 0.5)
            .Line(x + h * 0.4, foot - h * 0.5)
            .Move(x + h * 0.2, foot - h * 0.7)
            .Line(x + h * 0.2, foot - h * 0.3);
        x += h * 0.75;
        path.Move(x, foot - h * 0.8)
            .Quad(x + h * 0.3, foot - h * 1.2, x + h * 0.5, foot - h * 0.7)
            .Quad(x + h * 0.4, foot - h * 0.35, x, foot)
            .Line(x + h * 0.55, foot);
        x += h * 0.9;
        path.Move(x, foot - h * 0.62)
            .Line(x + h * 0.4, foot - h * 0.62)
            .Move(x, foot - h * 0.38)
            .Line(x + h * 0.4, foot - h * 0.38);
        x += h * 0.75;
        return path.Move(x, foot - h * 0.9)
            .Quad(x + h * 0.55, foot - h * 1.1, x + h * 0.15, foot - h * 0.55)
            .Quad(x + h * 0.7, foot - h * 0.3, x, foot - h * 0.02);
    }

    private PathData House(double left, double top)
    {
        double x = left + u * 0.3,
            foot = top + u * 0.78,
            s = u * 0.42;
        return new PathData()
            .Rect(x, foot - s * 0.7, s, s * 0.7)
            .Move(x - s * 0.15, foot - s * 0.66)
            .Line(x + s / 2, foot - s * 1.25)
            .Line(x + s * 1.15, foot - s * 0.66)
            .Rect(x + s * 0.36, foot - s * 0.4, s * 0.26, s * 0.4)
            .Move(x - s * 0.4, foot)
            .Line(x + s * 2.6, foot)
            .Circle(x + s * 1.9, foot - s * 0.75, s * 0.32)
            .Move(x + s * 1.9, foot)
            .Line(x + s * 1.9, foot - s * 0.44);
    }

    private PathData Sun(double x, double cy)
    {
        var path = new PathData().Circle(x, cy, u * 0.09);
        for (var i = 0; i < 8; i++)
        {
            double dx = Math.Cos(i * Math.PI / 4),
                dy = Math.Sin(i * Math.PI / 4);
            path.Move(x + dx * u * 0.12, cy + dy * u * 0.12).Line(x + dx * u * 0.17, cy + dy * u * 0.17);
        }
        return path;
    }
}
