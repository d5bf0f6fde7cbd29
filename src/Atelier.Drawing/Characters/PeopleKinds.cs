namespace Atelier.Drawing.Characters;

/// <summary>People: a head of the art pack, clothes by role. Colours left open are chosen by the seed.</summary>
internal static class PeopleKinds
{
    private const double Grown = 1.3;

    public static readonly IReadOnlyList<Kind> All =
    [
        Person("girl", Girl, 1, new(Garment.Dress)),
        Person("boy", Boy, 1, new(Garment.Shirt)),
        Person("child", Child, 1, new(Garment.Dungarees)),
        Person("baby", Baby, 0.68, new(Garment.Suit, Top: "#bfe3f5")),
        Person("woman", Woman, Grown, new(Garment.Dress)),
        Person("man", Man, Grown, new(Garment.Shirt)),
        Person("grandmother", OldWoman, 1.2, new(Garment.Dress, Glasses: true)),
        Person("grandfather", OldMan, 1.22, new(Garment.Shirt, Glasses: true)),
        Person("king", Bearded, Grown, new(Garment.Robe, Headgear.Crown, "#b3263a", "#f4e3c1", Cape: true)),
        Person("queen", Woman, Grown, new(Garment.Dress, Headgear.Crown, "#7a3fa0", Cape: true)),
        Person("prince", Boy, 1.05, new(Garment.Coat, Headgear.Crown, "#2f6fd0", "#f4f0e6")),
        Person("princess", Girl, 1.02, new(Garment.Dress, Headgear.Tiara, "#f28fb8")),
        Person("knight", Man, 1.25, new(Garment.Armour, Headgear.KnightHelmet, "#aab4c2", "#8893a3")),
        Person("pirate", Bearded, 1.25, new(Garment.Coat, Headgear.PirateHat, "#8c2f39", "#3b3b46", Stripes: true)),
        Person("wizard", OldMan, 1.28, new(Garment.Robe, Headgear.WizardHat, "#3b4cb8", Beard: true)),
        Person("witch", Woman, 1.22, new(Garment.Robe, Headgear.WizardHat, "#5b3a86")),
        Person("fairy", Girl, 0.8, new(Garment.Dress, Headgear.Tiara, "#9bd66b")) with
        {
            Wings = WingShape.Fairy,
            Wing = "#bdeafd",
        },
        Person("mermaid", Girl, 1.05, new(Garment.FishTail, Top: "#9b6fd0", Bottom: "#22b59a")),
        Person("elf", Child, 0.85, new(Garment.Coat, Headgear.Hood, "#3e9a5a", "#7a5236")),
        Person("teacher", Woman, Grown, new(Garment.Coat, Top: "#3f7fa8", Bottom: "#51465c", Glasses: true)),
        Person("doctor", Woman, Grown, new(Garment.Coat, Top: "#f6f8fa", Bottom: "#5fa8c9", Extra: "stethoscope")),
        Person("farmer", Man, Grown, new(Garment.Dungarees, Headgear.StrawHat, "#c9483c", "#4a78b5")),
        Person("astronaut", Child, 1.15, new(Garment.Suit, Headgear.SpaceHelmet, "#f2f5f8", Extra: "panel")),
        Person("cook", Man, Grown, new(Garment.Coat, Headgear.ChefHat, "#ffffff", "#5b6472")),
        Person("police officer", Woman, Grown, new(Garment.Coat, Headgear.PeakedCap, "#2f5aa8", "#26406f")),
        Person("sailor", Bearded, Grown, new(Garment.Coat, Headgear.PeakedCap, "#22406e", "#f0f0f0", Stripes: true)),
        Person("firefighter", Man, Grown, new(Garment.Coat, Headgear.FireHelmet, "#d8432f", "#3b3b46")),
        Person("builder", Man, Grown, new(Garment.Dungarees, Headgear.HardHat, "#f2a23a", "#4a6fa8")),
        Person("santa", Santa, Grown, new(Garment.Coat, Top: "#d6293a", Bottom: "#d6293a")),
        Person("inventor", OldMan, 1.25, new(Garment.Coat, Top: "#f6f8fa", Bottom: "#6a5f7a", Glasses: true)),
    ];

    public static readonly string[] Skins = ["light", "medium-light", "medium", "medium-dark", "dark"];

    /// <summary>The face colour of a skin tone, as in the art pack's own drawings of that tone.</summary>
    public static string SkinColour(string tone) =>
        tone switch
        {
            "light" => "#ffd7c2",
            "medium-light" => "#eebfaa",
            "medium" => "#c68d7b",
            "medium-dark" => "#966661",
            "dark" => "#6b4644",
            _ => "#ffc83d",
        };

    private static HeadArt Girl => Face("girl", 11.2, 17.9, 24, 30);
    private static HeadArt Boy => Face("boy", 11.2, 17.3, 23.6, 30);
    private static HeadArt Child => Face("child", 11.2, 17.3, 23.6, 30);
    private static HeadArt Baby => Face("baby", 10.9, 18.9, 24.3, 30);
    private static HeadArt Woman => Face("woman", 11.4, 17, 23.7, 28.8);
    private static HeadArt Man => Face("man", 11.4, 17, 24.1, 30);
    private static HeadArt Bearded => Face("man-beard", 11.4, 17, 24.6, 30);
    private static HeadArt OldWoman => Face("old-woman", 11.4, 17, 23.7, 28.8);
    private static HeadArt OldMan => Face("old-man", 11.4, 17, 24.1, 30);
    private static HeadArt Santa => Face("santa-claus", 11.4, 17, 24.1, 30);

    private static HeadArt Face(string icon, double eye, double eyeY, double mouthY, double chin) =>
        new(
            icon,
            eye,
            32 - eye,
            eyeY,
            16,
            mouthY,
            new Box(11.5, mouthY - 2.4, 9, 5),
            chin,
            8,
            3.7,
            Human: true,
            HatWidth: 23
        );

    private static Kind Person(string key, HeadArt head, double size, Costume costume) =>
        new(key, head, "#ffc83d", "#ffc83d", "#ffc83d", size, Costume: costume);
}
