namespace Atelier.Drawing.Characters;

/// <summary>Clothes of a person on the puppet's body; same coordinates as <see cref="BodyPainter"/>.</summary>
internal sealed class Wardrobe(Costume costume, CharacterLook look, LookColours colours)
{
    private readonly string _top = look.Top;
    private readonly string _bottom = look.Bottom;

    public string Skin => colours.Fur;

    public string Shoe =>
        costume.Garment switch
        {
            Garment.Suit => Tint.Shade(_top, -0.3),
            Garment.Armour => "#7b8796",
            _ => "#5a4038",
        };

    public string Glove =>
        costume.Garment switch
        {
            Garment.Armour => "#7b8796",
            Garment.Suit when costume.Headgear == Headgear.SpaceHelmet => "#c3ccd6",
            _ => colours.Fur,
        };

    private bool LongSleeves => costume.Garment is Garment.Coat or Garment.Robe or Garment.Suit or Garment.Armour;

    public void Behind(Pen pen)
    {
        if (costume.Cape)
            pen.Fill("#8f1f3a", "M-9 -34C-22 -24 -28 0 -27 20H27C28 0 22 -24 9 -34Z");
        if (costume.Garment == Garment.FishTail)
        {
            pen.Fill(
                _bottom,
                "M-17 -4C-20 12 -8 20 4 22C10 23 15 21 17 17L21 23C14 33 -4 31 -14 22C-18 17 -19 4 -17 -4Z"
            );
            pen.Fill(
                _bottom,
                "M-17 -6C-19 14 -10 20 6 20C14 20 18 16 20 12C26 14 31 12 34 7C35 14 33 20 29 23C33 27 34 32 31 37C27 32 22 29 17 30C12 31 -18 30 -20 4C-20.500 0 17 -10 17.500 -6C18 2 12 8 8 10Z"
            );
            pen.Line(Tint.Shade(_bottom, -0.18), 1.4, "M-10 4Q-7 8 -4 4Q-1 8 2 4M-8 12Q-5 16 -2 12Q1 16 4 12");
        }
    }

    public void Leg(Pen pen, string whole, string thigh, double width)
    {
        switch (costume.Garment)
        {
            case Garment.Dress:
                pen.Line(Skin, width - 2.5, whole);
                break;
            case Garment.Shirt:
                pen.Line(Skin, width - 1.5, whole).Line(_bottom, width + 1, thigh);
                break;
            case Garment.Suit:
                pen.Line(Tint.Shade(_top, -0.07), width + 1, whole);
                break;
            default:
                pen.Line(_bottom, width, whole);
                break;
        }
    }

    public void Sleeve(Pen pen, string whole, string upper) =>
        pen.Line(Tint.Shade(_top, -0.08), LongSleeves ? 10.4 : 11, LongSleeves ? whole : upper);

    public void Torso(Pen pen, string shape)
    {
        switch (costume.Garment)
        {
            case Garment.Dress:
                pen.Fill(_top, "M-8 -36C-13 -35 -15 -24 -14 -18L-25 9C-22 13 22 13 25 9L14 -18C15 -24 13 -35 8 -36Z");
                pen.Line(Tint.Shade(_top, 0.35), 2.2, "M-23.500 8C-18 11.500 18 11.500 23.500 8");
                pen.Line(Tint.Shade(_top, -0.2), 3, "M-13.500 -17.500Q0 -14.500 13.500 -17.500");
                break;
            case Garment.Robe:
                pen.Fill(
                    _top,
                    "M-9 -36C-15 -34 -17 -20 -18 -8L-24 19C-18 22.500 18 22.500 24 19L18 -8C17 -20 15 -34 9 -36Z"
                );
                pen.Line(_bottom, 2.6, "M-23 17.500C-16 20.500 16 20.500 23 17.500");
                pen.Line("#e9b949", 3.4, "M-18 -9Q0 -5.500 18 -9");
                break;
            case Garment.FishTail:
                pen.Fill(Skin, shape);
                pen.Fill(_top, "M-15 -29C-15 -18 -3 -17 0 -22C3 -17 15 -18 15 -29Z");
                pen.Fill(
                    _bottom,
                    "M-18.500 -8C-12 -11 -6 -6 0 -8.500C6 -6 12 -11 18.500 -8C18 6 10 8 0 8C-10 8 -18 6 -18.500 -8Z"
                );
                break;
            default:
                pen.Fill(_top, shape);
                Details(pen);
                break;
        }
        if (costume.Cape)
            pen.Oval("#f6efe3", 0, -33, 13, 4.5);
    }

    private void Details(Pen pen)
    {
        const string hips =
            "M-18.400 -5C-12 -2.500 12 -2.500 18.400 -5C18 5 11 7.800 0 7.800C-11 7.800 -18 5 -18.400 -5Z";
        switch (costume.Garment)
        {
            case Garment.Shirt:
                pen.Line(Tint.Shade(_top, 0.38), 3.4, "M-17.400 -19Q0 -16 17.400 -19").Fill(_bottom, hips);
                break;
            case Garment.Dungarees:
                pen.Fill(_bottom, hips).Fill(_bottom, "M-10.500 -24Q0 -22.500 10.500 -24L12.500 -2H-12.500Z");
                pen.Line(_bottom, 3.6, "M-9.500 -22L-10.500 -33M9.500 -22L10.500 -33");
                pen.Fill(Tint.Shade(_bottom, -0.16), "M-5 -17H5V-11.500Q0 -8.500 -5 -11.500Z");
                pen.Oval("#f4c542", -9, -22, 1.5).Oval("#f4c542", 9, -22, 1.5);
                break;
            case Garment.Coat:
                pen.Fill(costume.Stripes ? "#f6f1e7" : Tint.Shade(_bottom, 0.7), "M-5 -36H5L3.500 7.500H-3.500Z");
                if (costume.Stripes)
                    pen.Line("#3b5f9a", 1.8, "M-4 -30H4M-4 -24H4M-3.600 -18H3.600M-3.400 -12H3.400");
                pen.Line(Tint.Shade(_top, -0.18), 1.6, "M-5 -36L-8 -27L-3.800 -20M5 -36L8 -27L3.800 -20");
                pen.Line(Tint.Luma(_top) > 0.85 ? "#8a94a3" : "#3a2a26", 3, "M-18 -6Q0 -3 18 -6");
                pen.Oval("#f4c542", 0, -4.5, 2.4);
                break;
            case Garment.Armour:
                pen.Fill(Tint.Shade(_top, 0.28), "M-8 -34C-13 -28 -13 -16 -8 -10C-3 -8 -2 -30 -8 -34Z", 0.8);
                pen.Line("#7b8796", 2, "M-18 -8Q0 -5 18 -8M0 -35V-8").Oval("#f4c542", 0, -20, 3.4);
                break;
            case Garment.Suit:
                pen.Line(Tint.Shade(_top, -0.14), 1.6, "M0 -34V6");
                break;
        }
        if (costume.Extra == "panel")
            pen.Fill("#c3ccd6", "M-8 -22H8V-10H-8Z")
                .Oval("#ef5350", -4, -16, 2)
                .Oval("#42a5f5", 1.5, -16, 2)
                .Oval("#ffca28", 5.5, -18, 1.3);
        else if (costume.Extra == "stethoscope")
            pen.Line("#4a5563", 1.8, "M-7 -34C-8 -22 -2 -20 2 -20C8 -20 8 -28 7 -34M2 -20V-13")
                .Oval("#8fa1b5", 2, -11.500, 2.6);
    }
}
