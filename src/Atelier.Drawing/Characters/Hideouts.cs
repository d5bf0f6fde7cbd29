namespace Atelier.Drawing.Characters;

/// <summary>What somebody peeps over: about 90 wide and 36 high, its foot is y = 0.</summary>
internal static class Hideouts
{
    /// <summary>What a place has to hide behind.</summary>
    public static Hideout Of(Setting setting, bool indoors) =>
        setting switch
        {
            _ when indoors => Hideout.Crate,
            Setting.City or Setting.FutureCity or Setting.VillageStreet => Hideout.Crate,
            Setting.Underwater => Hideout.Weed,
            Setting.Snow => Hideout.Drift,
            Setting.Space or Setting.Mountains or Setting.Desert or Setting.Seaside => Hideout.Boulder,
            _ => Hideout.Bush,
        };

    public static void Paint(Pen pen, Hideout hideout)
    {
        switch (hideout)
        {
            case Hideout.Boulder:
                Boulder(pen);
                break;
            case Hideout.Weed:
                Weed(pen);
                break;
            case Hideout.Crate:
                Crate(pen);
                break;
            case Hideout.Drift:
                Drift(pen);
                break;
            default:
                Bush(pen);
                break;
        }
    }

    private static void Bush(Pen pen)
    {
        pen.Fill(
            "#4c9a4a",
            "M-44 0C-52 -8 -48 -20 -38 -21C-38 -32 -24 -37 -16 -30C-10 -39 8 -39 13 -30C22 -37 37 -31 37 -21C48 -20 52 -8 44 0Z"
        );
        pen.Fill(
            "#5fb255",
            "M-38 -4C-42 -10 -38 -17 -31 -17C-30 -25 -20 -27 -14 -22C-8 -29 4 -29 8 -22C16 -27 26 -24 27 -16C34 -15 36 -8 32 -4Z"
        );
        pen.Line("#3f873f", 1.8, "M-22 -9q3 -4 6 0M-2 -14q3 -4 6 0M16 -8q3 -4 6 0");
        pen.Oval("#f26d6d", -29, -11, 2.1).Oval("#f26d6d", 10, -17, 2.1).Oval("#f26d6d", 24, -10, 2.1);
    }

    private static void Boulder(Pen pen)
    {
        pen.Fill(
            "#8b8794",
            "M-47 0C-51 -12 -43 -24 -32 -26C-26 -36 -8 -38 2 -33C14 -39 32 -33 36 -22C47 -19 51 -8 47 0Z"
        );
        pen.Fill(
            "#a19dab",
            "M-38 -8C-40 -17 -33 -22 -25 -22C-19 -30 -6 -32 2 -27C11 -32 24 -28 26 -20C12 -24 -22 -16 -38 -8Z"
        );
        pen.Line("#726e7c", 1.8, "M-14 -12l6 5l-2 5M20 -14l5 4l8 1");
        pen.Oval("#7c7886", -28, -6, 4.5, 1.8).Oval("#7c7886", 30, -5, 3.4, 1.5).Oval("#b4b1bd", 4, -25, 3, 1.6);
    }

    private static void Weed(Pen pen)
    {
        foreach (var (x, tall, lean) in new[] { (-34.0, 34.0, -5.0), (-21, 40, 4), (23, 39, -4), (36, 33, 5) })
            pen.Line(
                "#2f8f74",
                7,
                Pen.D($"M{x} -4q{lean} {-tall * 0.25} 0 {-tall * 0.5}q{-lean} {-tall * 0.25} 0 {-tall * 0.45}")
            );
        pen.Fill(
            "#d9677e",
            "M-46 0C-50 -11 -41 -19 -33 -18C-31 -29 -14 -32 -8 -25C0 -33 16 -31 18 -22C28 -28 40 -22 39 -14C48 -12 50 -4 46 0Z"
        );
        pen.Fill(
            "#ec8d9d",
            "M-36 -6C-37 -12 -30 -15 -25 -13C-23 -22 -11 -24 -6 -18C0 -24 11 -22 13 -15C20 -19 28 -15 27 -10C12 -13 -18 -12 -36 -6Z"
        );
        pen.Oval("#f6b6bf", -20, -8, 2.4).Oval("#f6b6bf", 3, -13, 2.4).Oval("#f6b6bf", 25, -6, 2.2);
    }

    private static void Crate(Pen pen)
    {
        pen.Fill("#c08a52", "M-42 0V-31H42V0Z").Fill("#d9a468", "M-42 -31L-35 -37H35L42 -31Z");
        pen.Line("#a06f3d", 1.8, "M-42 -21H42M-42 -11H42");
        pen.Fill("#a97644", "M-42 0V-31H-34V0Z").Fill("#a97644", "M34 0V-31H42V0Z");
        pen.Oval("#7d5530", -38, -26, 1.3).Oval("#7d5530", -38, -5, 1.3);
        pen.Oval("#7d5530", 38, -26, 1.3).Oval("#7d5530", 38, -5, 1.3);
    }

    private static void Drift(Pen pen)
    {
        pen.Fill(
            "#cfdff0",
            "M-50 0C-50 -13 -40 -18 -32 -18C-27 -31 -7 -36 4 -30C17 -36 35 -28 38 -17C47 -15 52 -6 50 0Z"
        );
        pen.Fill(
            "#f4f9ff",
            "M-44 -5C-43 -13 -36 -16 -29 -15C-23 -28 -6 -32 4 -26C16 -32 31 -25 34 -15C41 -13 45 -9 44 -5C26 -12 -20 -12 -44 -5Z"
        );
        pen.Oval("#dce8f5", -16, -14, 3, 1.4).Oval("#dce8f5", 18, -18, 3.4, 1.5);
    }
}
