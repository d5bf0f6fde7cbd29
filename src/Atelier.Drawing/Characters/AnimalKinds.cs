namespace Atelier.Drawing.Characters;

/// <summary>The animals and fantasy creatures that are drawn as puppets: a head of the art pack on a drawn body.</summary>
internal static class AnimalKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        new(
            "dog",
            H("dog-face", 13, 19, 13.5, 16, 22.4, 29.2, 5, new(12.4, 19.9, 7.2, 11)),
            "#f3c07b",
            "#ffdea7",
            "#6d4534",
            0.85,
            TailShape.Cat
        ),
        new(
            "cat",
            H("cat-face", 12, 20, 18.5, 16, 25, 30, 9.5, new(10.8, 23, 10.4, 5)),
            "#ffb02e",
            "#ffe3ae",
            "#ff822d",
            0.75,
            TailShape.Cat,
            "#ff822d"
        ),
        new(
            "rabbit",
            H("rabbit-face", 12, 20, 18.5, 16, 25, 30, 11.5, new(11.8, 22.9, 8.4, 5)),
            "#cdc4d6",
            "#f4f0f8",
            "#b4acbc",
            0.72,
            TailShape.Stub,
            "#ffffff"
        ),
        new(
            "bear",
            H("bear", 12, 20, 16.5, 16, 24, 29.7, 7.2, new(11.8, 21.9, 8.4, 4)),
            "#a56953",
            "#f3ad61",
            "#8c5543",
            1.25,
            TailShape.Stub
        ),
        new(
            "polar bear",
            H("polar-bear", 12, 20, 16.5, 16, 24, 29.7, 7.2, new(11.8, 21.9, 8.4, 4)),
            "#f0f0f2",
            "#ffffff",
            "#9b9b9b",
            1.3,
            TailShape.Stub
        ),
        new(
            "panda",
            H("panda", 12, 20, 16.5, 16, 24, 30.4, 6.5, new(11.8, 21.9, 8.4, 4)),
            "#433b6b",
            "#f4f4f4",
            "#433b6b",
            1.1,
            TailShape.Stub,
            "#433b6b"
        ),
        new("koala", H("koala", 10, 22, 17.5, 16, 25.6, 28, 6.5), "#9b9b9b", "#d9d9dc", "#636363", 0.8),
        new(
            "fox",
            H("fox", 12, 19, 18.5, 15.6, 27.2, 30, 8, new(12.4, 20.9, 6.4, 6.3)),
            "#ff822d",
            "#ffdea7",
            "#4a2c25",
            0.85,
            TailShape.Bushy,
            "#ffdea7"
        ),
        new(
            "wolf",
            H("wolf", 12, 20, 15.5, 16, 26, 30, 7, new(13.3, 24.3, 5.4, 4)),
            "#9b9b9b",
            "#d3d3d3",
            "#6b6b6f",
            1.05,
            TailShape.Bushy,
            "#d3d3d3"
        ),
        new(
            "lion",
            H("lion", 12, 20, 14.5, 16, 23.8, 28, 4),
            "#ffb02e",
            "#ffdea7",
            "#d3883e",
            1.2,
            TailShape.Tuft,
            "#6d4534"
        ),
        new(
            "tiger",
            H("tiger-face", 12, 20, 15, 16, 24.6, 29.5, 4.5),
            "#ff822d",
            "#f3eef8",
            "#ff6723",
            1.2,
            TailShape.Cat,
            "#212121"
        ),
        new(
            "mouse",
            H("mouse-face", 12, 20, 22, 16, 28.3, 29.6, 13),
            "#cdc4d6",
            "#f3eef8",
            "#ff8687",
            0.58,
            TailShape.Thin,
            "#ff8687"
        ),
        new(
            "hamster",
            H("hamster", 12, 20, 19, 16, 26, 30, 10, new(12.7, 24.6, 6.6, 4)),
            "#f3ad61",
            "#ffe7c7",
            "#ff8687",
            0.6,
            TailShape.Stub
        ),
        new("frog", H("frog", 9.5, 22.5, 8.5, 16, 18.6, 29, 4.5, eyeReach: 3.8), "#00d26a", "#fcd53f", "#00b35b", 0.62),
        new("pig", H("pig-face", 12, 20, 15.5, 16, 27, 30, 6), "#ff8687", "#fbb8ab", "#f2686c", 0.9, TailShape.Curl),
        new(
            "cow",
            H("cow-face", 12, 20, 14.5, 16, 25.8, 29.6, 6),
            "#d3d3d3",
            "#fbb8ab",
            "#636363",
            1.25,
            TailShape.Tuft,
            "#636363"
        ),
        new(
            "monkey",
            H("monkey-face", 13, 19, 15.5, 16, 22.8, 29, 6, new(11.9, 20.9, 8.2, 4.2)),
            "#7d4533",
            "#e39d89",
            "#e39d89",
            0.85,
            TailShape.Thin
        ),
        new(
            "raccoon",
            H("raccoon", 12, 20, 19, 16, 26.4, 30, 9, new(12.4, 25, 7.2, 3)),
            "#9b9b9b",
            "#d3d3d3",
            "#636363",
            0.75,
            TailShape.Bushy,
            "#636363"
        ),
        new("horse", P("horse-face", 12, 13, 8, 22), "#a56953", "#c08a72", "#4a2c25", 1.35, TailShape.Horse, "#212121"),
        new("unicorn", P("unicorn", 12, 13, 8, 22), "#efd5ff", "#fbf1ff", "#bca4eb", 1.2, TailShape.Horse, "#5092ff"),
        new(
            "dragon",
            P("dragon-face", 15, 15, 9, 19) with
            {
                NeckX = 19,
            },
            "#00d26a",
            "#fcd53f",
            "#00a956",
            1.2,
            TailShape.Dragon,
            "#f70a8d",
            WingShape.Dragon,
            "#f70a8d"
        ),
        new(
            "chicken",
            P("chicken", 13.5, 16.5, 7, 20) with
            {
                NeckX = 18,
            },
            "#ffffff",
            "#fff4e0",
            "#f9a23c",
            0.65,
            TailShape.Fan,
            "#e6e6ea",
            WingShape.Bird,
            "#e9e9ee",
            BirdFeet: true
        ),
        new(
            "alien",
            H("alien", 10, 22, 17, 16, 25.6, 30, 4, new(13, 24, 6, 4), eyeReach: 0),
            "#86d72f",
            "#b7ee74",
            "#6bb520",
            0.9
        ),
        new(
            "robot",
            H("robot", 10.3, 21.7, 13.9, 16, 24.5, 30, 6, eyeReach: 2.6, line: "#00a6ed"),
            "#cdc4d6",
            "#f3eef8",
            "#998ea4",
            0.95
        ),
        new(
            "jack",
            H("jack-o-lantern", 10, 22, 16, 16, 22, 28.5, 9, eyeReach: 0),
            "#533566",
            "#ff8257",
            "#321b41",
            0.9
        ),
        new("clown", H("clown-face", 10, 22, 15, 16, 24, 30, 5, eyeReach: 0), "#3f5fff", "#fcd53f", "#f8312f", 1.0),
        Own("elephant", 13.6, 12.2, "#a3acba", "#c3cad4", "#8b94a3", 1.4, TailShape.Thin),
        Own("sheep", 17, 24, "#f3eee6", "#fffaf2", "#5b4a4a", 0.85, TailShape.Stub),
        Own("goat", 16, 24.4, "#e6d7c3", "#f7efe4", "#7a6350", 0.85, TailShape.Stub),
        Own("deer", 16.5, 24.4, "#c98a56", "#f4dcbf", "#6d4534", 1.15, TailShape.Stub, "#f4dcbf"),
        Own("giraffe", 14.5, 23.6, "#f6bd4b", "#fde3a7", "#a8683c", 1.6, TailShape.Tuft, "#a8683c"),
        Own("donkey", 15.5, 24.2, "#9a9aa6", "#dcdce3", "#5f5f6b", 1.05, TailShape.Tuft, "#5f5f6b"),
        Own("zebra", 15.5, 24.2, "#ececf0", "#ffffff", "#3b3b46", 1.2, TailShape.Tuft, "#3b3b46"),
        Own("squirrel", 17.5, 24.4, "#d9793c", "#ffe3c2", "#a9552a", 0.62, TailShape.Squirrel),
        Own("hedgehog", 18.5, 25.8, "#e9b98a", "#fbe3c8", "#8a5a3c", 0.6),
        Own("beaver", 16.5, 24.4, "#9a6648", "#d9ab7e", "#5f3d2c", 0.75, TailShape.Stub),
        Own("otter", 16.5, 24.2, "#8d6a54", "#e2c7aa", "#5f4536", 0.75, TailShape.Thin),
        Own("hippo", 13, 24.6, "#a79bb5", "#d3c6dd", "#85799a", 1.35, TailShape.Thin),
        Own("crocodile", 9.5, 24, "#4fb35c", "#d6ea8f", "#3b9550", 1.2, TailShape.Dragon, "#3b9550"),
        Own("dinosaur", 14, 24, "#5cc48d", "#e4f3a8", "#3f9f74", 1.35, TailShape.Dragon, "#ff9d5c"),
        Own("turtle", 14.5, 22.6, "#8ccf5b", "#d9efa6", "#6fb444", 0.68, TailShape.Stub),
        Own("penguin", 17, 21.5, "#3b3f63", "#ffffff", "#ff9d2e", 0.7, TailShape.Stub, null, true),
        Own("owl", 15, 20, "#8a5f45", "#f3dcb8", "#f2a23a", 0.7, TailShape.Fan, "#6d4534", true),
        Own("duck", 14.5, 21.6, "#ffd84a", "#fff0b3", "#ff9d2e", 0.62, TailShape.Fan, "#f2c12e", true),
        Own("bird", 15, 20.6, "#4fa9e8", "#e8f5ff", "#f2a23a", 0.58, TailShape.Fan, "#2f86c9", true),
        Own("snowman", 14.5, 23.5, "#f4f8fc", "#ffffff", "#d6e4f0", 1.0, TailShape.None),
    ];

    private static HeadArt H(
        string icon,
        double left,
        double right,
        double eyeY,
        double mouthX,
        double mouthY,
        double chin,
        double top,
        Box? cut = null,
        double eyeReach = 2.3,
        string line = "#2d2226"
    ) => new(icon, left, right, eyeY, mouthX, mouthY, cut, chin, top, eyeReach, Line: line);

    private static HeadArt P(string icon, double eyeX, double eyeY, double mouthX, double mouthY) =>
        new(icon, eyeX, eyeX, eyeY, mouthX, mouthY, null, 30, 6, Profile: true, NeckX: 21, HatWidth: 12);

    private static Kind Own(
        string key,
        double eyeY,
        double mouthY,
        string fur,
        string belly,
        string paw,
        double size,
        TailShape tail = TailShape.None,
        string? tip = null,
        bool bird = false
    ) =>
        new(
            key,
            new HeadArt(
                "own:" + key,
                OwnHeads.EyeLeft(key),
                32 - OwnHeads.EyeLeft(key),
                eyeY,
                16,
                mouthY,
                bird || key == "elephant" ? null : new Box(11, mouthY - 2.2, 10, 5.4),
                OwnHeads.Chin(key),
                OwnHeads.Top(key)
            ),
            fur,
            belly,
            paw,
            size,
            tail,
            tip,
            bird ? WingShape.Bird : WingShape.None,
            null,
            null,
            bird
        );
}
