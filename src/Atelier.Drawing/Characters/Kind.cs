namespace Atelier.Drawing.Characters;

internal enum TailShape
{
    None,
    Stub,
    Thin,
    Cat,
    Bushy,
    Tuft,
    Curl,
    Horse,
    Dragon,
    Squirrel,
    Fan,
}

internal enum WingShape
{
    None,
    Bird,
    Dragon,
    Fairy,
}

/// <summary>A frontal or profile head on a 32 x 32 canvas and where its features are.</summary>
/// <param name="Icon">Name in the flat set, or <c>own:</c> and a key of <see cref="OwnHeads"/>.</param>
/// <param name="EyeLeft">x of the left eye's centre; a profile head has only this one.</param>
/// <param name="MouthCut">The drawing's own mouth, taken out when a mood needs another; null keeps it.</param>
/// <param name="Chin">Lowest y of the head, where the neck attaches.</param>
/// <param name="Top">y where a hat sits.</param>
/// <param name="Profile">Looks to the left in the drawing.</param>
internal sealed record HeadArt(
    string Icon,
    double EyeLeft,
    double EyeRight,
    double EyeY,
    double MouthX,
    double MouthY,
    Box? MouthCut,
    double Chin,
    double Top,
    double EyeReach = 2.3,
    bool Profile = false,
    bool Human = false,
    string Line = "#2d2226",
    double NeckX = 16,
    double HatWidth = 20
);

/// <summary>Everything that makes one kind of character: its head, its colours and its build.</summary>
internal sealed record Kind(
    string Key,
    HeadArt Head,
    string Fur,
    string Belly,
    string Paw,
    double Size,
    TailShape Tail = TailShape.None,
    string? TailTip = null,
    WingShape Wings = WingShape.None,
    string? Wing = null,
    Costume? Costume = null,
    bool BirdFeet = false
)
{
    public bool IsPerson => Costume is not null;
}

internal enum Garment
{
    Shirt,
    Dress,
    Dungarees,
    Robe,
    Coat,
    Suit,
    Armour,
    FishTail,
}

internal enum Headgear
{
    None,
    Crown,
    Tiara,
    WizardHat,
    PirateHat,
    ChefHat,
    StrawHat,
    PeakedCap,
    FireHelmet,
    KnightHelmet,
    SpaceHelmet,
    Hood,
    HardHat,
}

/// <summary>Clothes of a person; colours left null are chosen by the seed.</summary>
internal sealed record Costume(
    Garment Garment,
    Headgear Headgear = Headgear.None,
    string? Top = null,
    string? Bottom = null,
    bool Beard = false,
    bool Cape = false,
    bool Glasses = false,
    bool Stripes = false,
    string? Extra = null
);
