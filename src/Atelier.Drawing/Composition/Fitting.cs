using Atelier.Drawing.Art;

namespace Atelier.Drawing.Composition;

/// <summary>Whether a thing can be where the scene plays: no second moon, no rainbow by night, no tree under water.</summary>
internal static class Fitting
{
    private static readonly HashSet<string> OfDryLand =
    [
        .. "tree,pine,pine tree,palm tree,christmas tree,log,flower,tulip,rose,sunflower,blossom,daisy,herb,mushroom,maple leaf,leaf,puddle,fire,campfire,candle,umbrella,kite,balloon,bicycle,snowman,hay".Split(
            ','
        ),
    ];

    /// <summary>Why it is left out, or null.</summary>
    public static string? Objection(Depiction look, string noun, SceneSpec spec, bool indoors) =>
        look.Via switch
        {
            "sun" or "sunshine" => "the sky has its own",
            "moon" or "full moon" or "crescent moon" => "the sky has its own",
            "cloud" => "the sky has its own",
            "snowflake" when spec.Weather == Weather.Snow => "the weather shows it",
            "rainbow" when spec.Time == TimeOfDay.Night => "there is none by night",
            _ when indoors && look.Habitat == Habitat.Sky => "it is outside",
            _ when spec.Setting == Setting.Underwater
                    && look.Habitat is Habitat.Sky or Habitat.Air
                    && noun != "bubbles" => "it is above the water",
            _ when spec.Setting is Setting.Underwater or Setting.Space
                    && (OfDryLand.Contains(noun) || OfDryLand.Contains(look.Via)) => "it belongs on dry land",
            _ => null,
        };
}
