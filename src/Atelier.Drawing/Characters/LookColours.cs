namespace Atelier.Drawing.Characters;

/// <summary>The colours of one character: its kind's, moved to its own variant, or its skin and clothes.</summary>
internal sealed class LookColours
{
    private readonly Func<string, string> _map;

    public LookColours(Kind kind, CharacterLook look)
    {
        if (kind.IsPerson)
        {
            var skin = PeopleKinds.SkinColour(look.Skin);
            var hair = look.Hair;
            _map = colour =>
                colour switch
                {
                    "#ffc83d" => skin,
                    "#fdbb11" => Tint.Shade(skin, -0.07),
                    "#ed9200" or "#d67d00" => Tint.Shade(skin, -0.2),
                    "#f1a11e" => hair.Length > 0 ? hair : colour,
                    "#ea9129" => hair.Length > 0 ? Tint.Shade(hair, -0.08) : colour,
                    "#d37034" => hair.Length > 0 ? Tint.Shade(hair, -0.25) : colour,
                    _ => colour,
                };
        }
        else
            _map = Coat(kind, look.Recolour);
        Fur = _map(kind.Fur);
        Belly = _map(kind.Belly);
        Paw = _map(kind.Paw);
        Tail = _map(kind.TailTip ?? kind.Fur);
        Wing = _map(kind.Wing ?? kind.TailTip ?? kind.Fur);
        Limb = Tint.Shade(Fur, kind.IsPerson ? 0 : -0.07);
    }

    public string Fur { get; }
    public string Belly { get; }
    public string Paw { get; }
    public string Tail { get; }
    public string Wing { get; }

    /// <summary>Limbs are a little darker, so that they show in front of the body.</summary>
    public string Limb { get; }

    public string Of(string colour) => _map(colour);

    /// <summary>Kinds that come in any colour turn their hue; natural coats change as coats do.</summary>
    private static Func<string, string> Coat(Kind kind, int variant)
    {
        if (variant == 0)
            return colour => colour;
        var vivid = IsVivid(kind);
        double[] hues = [0, 75, 190, 255, 315];
        string[] tints = ["", "#a8663c", "#70707c", "#efe2cd", "#4a3f46"];
        return colour =>
        {
            var luma = Tint.Luma(colour);
            if (luma < 0.2 || (luma > 0.93 && Tint.Luma(kind.Fur) < 0.93) || IsPink(colour))
                return colour;
            if (vivid) // accents such as horns, bellies and wings keep their own hue
                return Tint.HueApart(colour, kind.Fur) < 35
                    ? Tint.Turn(colour, hues[variant % hues.Length], 0.9, 1)
                    : colour;
            // Keep each part's own lightness in play, so that muzzles and bellies stay apart from the coat.
            var tint = tints[variant % tints.Length];
            var moved = Tint.Mix(Tint.Turn(colour, 0, 0.5, 1), tint, 0.62);
            return Tint.Shade(moved, Math.Clamp((luma - Tint.Luma(kind.Fur)) * 0.55, -0.3, 0.45));
        };
    }

    /// <summary>Whether the kind comes in any colour: creatures of the fancy, frogs and birds.</summary>
    public static bool IsVivid(Kind? kind) => kind?.Key is "dragon" or "alien" or "frog" or "bird" or "dinosaur";

    private static bool IsPink(string colour) =>
        colour is "#ff8687" or "#f70a8d" or "#ca0b4a" or "#bb1d80" or "#fbb8ab" or "#e08f94" or "#e9a8b4" or "#ff9d2e";
}
