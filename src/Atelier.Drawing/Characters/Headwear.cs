namespace Atelier.Drawing.Characters;

/// <summary>Hats and beards of people on the head's 32 x 32 canvas.</summary>
internal static class Headwear
{
    /// <summary>What lies behind the head: hoods, the back of a helmet.</summary>
    public static void Behind(Pen pen, Costume costume, CharacterLook look)
    {
        if (costume.Headgear == Headgear.SpaceHelmet)
            pen.Oval("#dfe6ee", 16, 16.5, 18.5).Oval("#34466b", 16, 16.5, 16.2);
        else if (costume.Headgear == Headgear.Hood)
            pen.Fill(look.Top, "M16 -4C30 0 33 14 30 29H2C-1 14 2 0 16 -4Z");
        else if (costume.Headgear == Headgear.WizardHat)
            pen.Oval(Tint.Shade(look.Top, -0.3), 16, 9.5, 19, 4.2);
    }

    public static void InFront(Pen pen, Costume costume, CharacterLook look, HeadArt head)
    {
        if (costume.Beard)
            pen.Fill(
                "#eceff3",
                Pen.D(
                    $"M5.5 18C6 24 8 34 16 38.5C24 34 26 24 26.5 18C24.500 21.500 21 20.6 16 20.6C11 20.6 7.5 21.500 5.5 18ZM13 23.4Q16 26 19 23.4Q16 22.2 13 23.4Z"
                )
            );
        if (costume.Glasses)
            Glasses(pen, head, "#5b4b6e");
        var c = look.Top;
        switch (costume.Headgear)
        {
            case Headgear.Crown:
                pen.Fill(
                    "#fbc531",
                    "M5.500 9L4 -2L10 3.500L16 -4.500L22 3.500L28 -2L26.500 9C20 6.500 12 6.500 5.500 9Z"
                );
                pen.Fill(
                    "#e59e1b",
                    "M5.700 9L5.300 6.200C12 3.800 20 3.800 26.700 6.200L26.500 9C20 6.500 12 6.500 5.700 9Z"
                );
                pen.Oval("#e8455c", 16, 2.5, 1.7).Oval("#3fa7e8", 9.5, 4.2, 1.2).Oval("#3fa7e8", 22.5, 4.2, 1.2);
                break;
            case Headgear.Tiara:
                pen.Fill(
                    "#fbd34d",
                    "M7 8.500C9 5 10.500 3.500 11 1.500L13.500 4L16 -2L18.500 4L21 1.500C21.500 3.500 23 5 25 8.500C19 5.500 13 5.500 7 8.500Z"
                );
                pen.Oval("#ff6fa5", 16, 3.2, 1.5);
                break;
            case Headgear.WizardHat:
                pen.Fill(c, "M6 9C9 -2 11 -12 20 -21C20.500 -14 24 -4 26 9C20 11.500 12 11.500 6 9Z");
                pen.Fill(
                    Tint.Shade(c, -0.14),
                    "M-3 9.500C2 5.500 9 8 16 8C23 8 30 5.500 35 9.500C29 14 22 12.500 16 12.500C10 12.500 3 14 -3 9.500Z"
                );
                pen.Fill("#f4c542", "M6.800 5.500C12 8 20 8 25.300 5.500L25.900 8.800C20 11 12 11 6.200 8.800Z");
                pen.Fill(
                    "#ffe27a",
                    "M17 -9L18.200 -6.400L21 -6.200L18.900 -4.300L19.500 -1.500L17 -3L14.500 -1.500L15.100 -4.300L13 -6.200L15.800 -6.400Z"
                );
                break;
            case Headgear.PirateHat:
                pen.Fill(
                    "#2f2f3a",
                    "M-1 10C1 1 8 -5 16 -5C24 -5 31 1 33 10C26 6.500 21 7.500 16 7.500C11 7.500 6 6.500 -1 10Z"
                );
                pen.Line(
                    "#f4c542",
                    1.3,
                    "M-.5 9.500C1.500 1.500 8 -4.300 16 -4.300C24 -4.300 30.500 1.500 32.500 9.500"
                );
                pen.Oval("#f6f1e7", 16, 0.2, 3.2, 2.9).Fill("#f6f1e7", "M14.200 1.500H17.800V4.400H14.200Z");
                pen.Oval("#2f2f3a", 14.8, 0.2, 0.8).Oval("#2f2f3a", 17.2, 0.2, 0.8);
                break;
            case Headgear.ChefHat:
                pen.Fill(
                    "#ffffff",
                    "M7.500 8V2C2 2 1.500 -6 8 -6.500C9.500 -11 14 -11 16 -8.500C18 -11 22.500 -11 24 -6.500C30.500 -6 30 2 24.500 2V8C19 6 13 6 7.500 8Z"
                );
                pen.Fill("#dde3ea", "M7.500 8V4.500C13 2.500 19 2.500 24.500 4.500V8C19 6 13 6 7.500 8Z");
                break;
            case Headgear.StrawHat:
                pen.Fill("#e8bd5f", "M7 7C7 -2 11 -4.500 16 -4.500C21 -4.500 25 -2 25 7Z")
                    .Fill(c, "M7 4.500C12 6.500 20 6.500 25 4.500V8H7Z");
                pen.Oval("#f3cf7a", 16, 8, 18, 3.4);
                break;
            case Headgear.PeakedCap:
                pen.Fill(c, "M4 5C2 -1 8 -5 16 -5C24 -5 30 -1 28 5L26 9H6Z");
                pen.Fill(Tint.Shade(c, -0.35), "M6 6H26L27.500 10.500C20 8 12 8 4.500 10.500Z")
                    .Oval("#f4c542", 16, 1, 2.2);
                break;
            case Headgear.FireHelmet:
                pen.Fill("#d8432f", "M5 8C5 -2 10 -5.500 16 -5.500C22 -5.500 27 -2 27 8Z")
                    .Fill("#a92f20", "M1 9.500C5 6 27 6 31 9.500C26 11.500 6 11.500 1 9.500Z");
                pen.Fill(
                    "#f4c542",
                    "M12.500 -1H19.500V4C19.500 6.500 16 7.500 16 7.500C16 7.500 12.500 6.500 12.500 4Z"
                );
                break;
            case Headgear.HardHat:
                pen.Fill("#ffc93c", "M5 8C5 -2 10 -5 16 -5C22 -5 27 -2 27 8Z")
                    .Fill("#e5a91e", "M3 7.500H29V10.500H3ZM14 -5.500H18V6H14Z");
                break;
            case Headgear.KnightHelmet:
                pen.Fill("#e0413a", "M15 -4C14 -12 24 -13 27 -6C23 -8 19 -7 18 -3Z");
                pen.Fill(
                    "#b9c3cf",
                    "M3.500 20C1 3 9 -4.500 16 -4.500C23 -4.500 31 3 28.500 20C28 24 27 26 25.500 27V12C20 8.500 12 8.500 6.500 12V27C5 26 4 24 3.500 20Z"
                );
                pen.Line("#8592a3", 1.6, "M6.500 12C12 8.500 20 8.500 25.500 12M16 -4.500V9.300");
                break;
            case Headgear.SpaceHelmet:
                pen.Line("#f4f7fa", 2.6, "M16 -2A18.500 18.500 0 1 1 15.900 -2");
                pen.Line("#ffffff", 1.8, "M2.500 11C4 6.500 7 3.500 10 2.200", 0.85);
                break;
            case Headgear.Hood:
                pen.Fill(
                    look.Top,
                    "M3.500 16C3 6 9 .5 16 .5C23 .5 29 6 28.500 16C27 9.500 22.500 6.800 16 6.800C9.500 6.800 5 9.500 3.500 16Z"
                );
                pen.Fill(look.Top, "M16 -4L22 3H10Z");
                break;
        }
    }

    public static void Glasses(Pen pen, HeadArt head, string colour)
    {
        var r = head.Human ? 4 : 3.5;
        foreach (var x in head.Profile ? [head.EyeLeft] : new[] { head.EyeLeft, head.EyeRight })
        {
            pen.Oval("#ffffff", x, head.EyeY, r, r, 0.18);
            pen.Line(
                colour,
                1.1,
                Pen.D($"M{x - r} {head.EyeY}A{r} {r} 0 1 1 {x + r} {head.EyeY}A{r} {r} 0 1 1 {x - r} {head.EyeY}")
            );
        }
        if (!head.Profile)
            pen.Line(
                colour,
                1.1,
                Pen.D(
                    $"M{head.EyeLeft + r} {head.EyeY - 0.4}Q16 {head.EyeY - 1.6} {head.EyeRight - r} {head.EyeY - 0.4}"
                )
            );
        else
            pen.Line(colour, 1.1, Pen.D($"M{head.EyeLeft + r} {head.EyeY}L{head.EyeLeft + r + 7} {head.EyeY + 1}"));
    }
}
