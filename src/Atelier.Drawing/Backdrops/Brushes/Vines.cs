namespace Atelier.Drawing.Backdrops.Brushes;

/// <summary>Vines hanging in loops from the upper edge.</summary>
internal static class Vines
{
    public static void Hang(Stage stage, Seed chance)
    {
        var green = stage.Light.On(new Colour(0.5, 0.11, 145));
        var (cords, leaves) = (new PathData(), new PathData());
        for (var i = 0; i < 4; i++)
        {
            double a = stage.Left + (stage.Right - stage.Left) * (i * 0.26 - 0.04),
                b = a + stage.W * chance.Between(0.22, 0.34),
                sag = stage.H * chance.Between(0.1, 0.2) * (i is 0 or 3 ? 1.3 : 0.75);
            cords.Move(a, stage.Top).Quad((a + b) / 2, stage.Top + sag * 2, b, stage.Top);
            for (var l = 1; l < 10; l++)
            {
                var t = (l + chance.Between(-0.3, 0.3)) / 10;
                double x = a + (b - a) * t,
                    y = stage.Top + 4 * sag * t * (1 - t);
                var size = stage.Unit * chance.Between(2, 3.4);
                var side = l % 2 == 0 ? 1 : -1;
                Shapes.Leaf(leaves, x, y, x + side * size * 0.75, y + size, 0.24);
            }
        }
        stage.Near.Stroke(cords, green.Darker(0.06), stage.Unit * 0.55);
        stage.Near.Fill(leaves, green);
    }
}
