namespace Atelier.Drawing.Characters;

/// <summary>Small drawn signs beside a figure: motion, music, sleep. Used sparingly, in soft colours.</summary>
internal static class Effects
{
    private const string Soft = "#ffffff";

    public static void Snore(Pen pen, double x, double y)
    {
        foreach (var (dx, dy, size) in new[] { (0.0, 0.0, 5.0), (9.0, -9.0, 6.5), (20.0, -20.0, 8.5) })
        {
            var z = Pen.D($"M{x + dx} {y + dy}h{size}l{-size} {size * 1.1}h{size}");
            pen.Line("#5b74c9", size * 0.5 + 1, z).Line("#dfe7ff", size * 0.3, z);
        }
    }

    public static void Heart(Pen pen, double x, double y)
    {
        using (pen.Turned(x, y, 10))
            pen.Fill("#f2557a", "M0 8C-12 0 -10 -9 -4.500 -9C-2 -9 0 -7 0 -5C0 -7 2 -9 4.500 -9C10 -9 12 0 0 8Z");
    }

    public static void Note(Pen pen, double x, double y) =>
        pen.Line("#7a5bc7", 2.4, Pen.D($"M{x} {y}v-14l10 -3v14"))
            .Oval("#7a5bc7", x - 2.5, y, 3.8, 3)
            .Oval("#7a5bc7", x + 7.5, y - 3, 3.8, 3);

    public static void Dash(Pen pen, double x, double y)
    {
        pen.Line(Soft, 2.6, Pen.D($"M{x} {y}h-15M{x + 3} {y + 13}h-20M{x} {y + 26}h-12"), 0.85);
    }

    public static void Greeting(Pen pen, double x, double y) =>
        pen.Line(Soft, 2.4, Pen.D($"M{x + 7} {y - 6}q5 4 5 10M{x + 12} {y - 11}q8 6.5 8 16"), 0.9);

    public static void Bubbles(Pen pen, double x, double y)
    {
        foreach (var (dx, dy, r) in new[] { (0.0, 0.0, 3.2), (7.0, -9.0, 2.2), (1.0, -16.0, 1.6) })
        {
            pen.Oval("#c9efff", x + dx, y + dy, r, r, 0.75);
            pen.Oval("#ffffff", x + dx - r * 0.3, y + dy - r * 0.3, r * 0.3);
        }
    }

    public static void Breeze(Pen pen, double x, double y) =>
        pen.Line(Soft, 2.4, Pen.D($"M{x} {y}q-8 -4 -16 0t-12 1M{x + 4} {y + 12}q-7 -4 -14 0t-10 1"), 0.85);

    public static void Surprise(Pen pen, double x, double y) =>
        pen.Line("#ffc93c", 2.8, Pen.D($"M{x} {y}l-4 -8M{x + 9} {y - 3}v-9M{x + 18} {y}l4 -8"));

    public static void Drop(Pen pen, double x, double y) =>
        pen.Fill(
            "#5cc4f4",
            Pen.D(
                $"M{x} {y - 7}C{x + 2} {y - 3.5} {x + 4} {y - 1.5} {x + 4} {y + 1}A4 4 0 1 1 {x - 4} {y + 1}C{x - 4} {y - 1.5} {x - 2} {y - 3.5} {x} {y - 7}Z"
            )
        );

    public static void Joy(Pen pen, double x, double y)
    {
        foreach (var (dx, dy, s) in new[] { (0.0, 0.0, 6.0), (10.0, 8.0, 3.6) })
            pen.Fill(
                "#ffd54a",
                Pen.D(
                    $"M{x + dx} {y + dy - s}Q{x + dx + s * 0.15} {y + dy - s * 0.15} {x + dx + s} {y + dy}Q{x + dx + s * 0.15} {y + dy + s * 0.15} {x + dx} {y + dy + s}Q{x + dx - s * 0.15} {y + dy + s * 0.15} {x + dx - s} {y + dy}Q{x + dx - s * 0.15} {y + dy - s * 0.15} {x + dx} {y + dy - s}Z"
                )
            );
    }
}
