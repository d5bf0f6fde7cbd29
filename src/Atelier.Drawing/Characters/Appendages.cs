namespace Atelier.Drawing.Characters;

/// <summary>Tails and wings, drawn behind the body; origin at the hips, shoulders 34 above.</summary>
internal static class Appendages
{
    public static void Tail(Pen pen, Kind kind, LookColours c)
    {
        var fur = c.Limb;
        switch (kind.Tail)
        {
            case TailShape.Stub:
                pen.Oval(c.Tail, -16, -3, 6.5);
                break;
            case TailShape.Thin:
                pen.Line(c.Tail, 3.4, "M-10 -2C-26 2 -30 -8 -26 -15C-24 -19 -29 -22 -32 -20");
                break;
            case TailShape.Cat:
                pen.Line(fur, 6.4, "M-10 -3C-26 1 -32 -8 -28 -20C-26 -26 -30 -30 -33 -30");
                pen.Line(c.Tail, 6.4, "M-28.6 -25.500C-28.600 -28 -31 -30 -33 -30");
                break;
            case TailShape.Bushy:
                pen.Fill(
                    fur,
                    "M-8 2C-22 6 -38 0 -39 -14C-39.500 -21 -35 -27 -31 -31C-30 -24 -24 -20 -19 -14C-15 -9 -10 -6 -6 -6Z"
                );
                pen.Fill(
                    c.Tail,
                    "M-38.700 -17C-38.400 -23 -34.500 -27.500 -31 -31C-30.400 -26.600 -27.800 -23.300 -25 -20C-28 -17 -30 -20 -32.500 -16.500C-34.500 -19.500 -36.500 -18 -38.700 -17Z"
                );
                break;
            case TailShape.Tuft:
                pen.Line(fur, 4, "M-10 -3C-24 0 -30 -6 -29 -16");
                pen.Oval(c.Tail, -29, -19, 4.6, 6);
                break;
            case TailShape.Curl:
                pen.Line(c.Limb, 3.2, "M-13 -5C-20 -4 -25 -8 -22 -12C-19 -15 -16 -10 -20 -8C-24 -6 -28 -8 -28 -11");
                break;
            case TailShape.Horse:
                pen.Fill(
                    c.Tail,
                    "M-9 -10C-22 -16 -33 -8 -32 4C-31.500 10 -34 13 -37 15C-26 17 -20 8 -18 2C-16 -3 -12 -3 -8 -3Z"
                );
                break;
            case TailShape.Dragon:
                pen.Fill(
                    fur,
                    "M-4 -14C-14 -8 -22 2 -31 0C-37 -1.500 -39 -7 -37 -13C-43 -7 -42 5 -32 8C-20 11 -8 6 -2 2Z"
                );
                pen.Fill(
                    c.Tail,
                    "M-37 -11C-43 -11 -46 -15 -45 -20C-42 -19 -40 -20 -37.500 -23C-34 -20 -32 -18 -28.500 -18C-29 -13 -32 -10.500 -37 -11Z"
                );
                break;
            case TailShape.Squirrel:
                pen.Fill(
                    fur,
                    "M-6 2C-26 8 -36 -8 -30 -24C-28 -30 -31 -36 -36 -36C-34 -46 -18 -48 -13 -37C-8 -26 -20 -18 -14 -8C-12 -5 -9 -4 -6 -5Z"
                );
                pen.Fill(
                    c.Belly,
                    "M-14 -3C-25 -4 -27 -14 -22.500 -24C-20 -30 -22 -36 -26 -39C-19 -42 -14 -36 -15.500 -29C-17 -22 -23 -15 -14 -3Z",
                    0.55
                );
                break;
            case TailShape.Fan:
                pen.Fill(c.Wing, "M-9 -6L-27 -17C-31 -14 -31 -9 -27 -8C-30 -5 -28 0 -23 0C-22 3 -15 3 -8 1Z");
                break;
        }
    }

    /// <param name="spread">0 folded to 1 wide open.</param>
    public static void Wings(Pen pen, Kind kind, LookColours c, double spread)
    {
        if (kind.Wings is WingShape.None or WingShape.Bird)
            return;
        foreach (var side in new[] { -1, 1 })
            using (
                pen.Turned(
                    side * 9,
                    -28,
                    side * (22 - 34 * spread),
                    side * (0.72 + 0.34 * spread),
                    0.72 + 0.34 * spread
                )
            )
                if (kind.Wings == WingShape.Dragon)
                {
                    pen.Fill(
                        c.Wing,
                        "M0 2C8 -18 22 -28 44 -28C40 -22 40 -16 42 -10C36 -11 31 -8 29 -2C23 -5 17 -3 14 4C9 1 4 2 0 6Z"
                    );
                    pen.Line(
                        Tint.Shade(c.Wing, -0.16),
                        1.8,
                        "M1 2C9 -16 22 -26 42 -27.500M8 -8C16 -12 23 -8 28.500 -3M14 -16C23 -20 32 -16 41 -11"
                    );
                }
                else
                {
                    pen.Fill(c.Wing, "M0 0C6 -24 26 -34 38 -26C44 -18 30 -4 2 4Z", 0.92);
                    pen.Fill(Tint.Shade(c.Wing, -0.08), "M0 2C12 0 30 4 30 14C28 24 8 18 -1 6Z", 0.92);
                    pen.Line("#ffffff", 1.2, "M6 -4C14 -14 22 -20 32 -22M6 4C12 6 18 9 24 13", 0.8);
                }
    }
}
