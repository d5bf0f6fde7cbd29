using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.Drawing.Tests.Art;
using Atelier.Testing;

namespace Atelier.Drawing.Tests.Composition;

/// <summary>Pages to judge the composer by. Figures are single drawings here, so that only composing is tested.</summary>
internal static class Pages
{
    public static readonly VisualLexicon Lexicon = VisualLexicon.Load(RepositoryRoot.Packs, Packs.Art);

    public static readonly PageFrame Square = new(621, 630, new Box(36, 36, 540, 540));
    public static readonly PageFrame Tall = new(441, 666, new Box(36, 36, 360, 585));
    public static readonly PageFrame Film = new(960, 540, new Box(30, 30, 900, 480));
    public static readonly PageFrame[] Frames =
    [
        Square,
        Tall,
        Film,
        new(585, 738, new Box(36, 36, 504, 648)),
        new(621, 810, new Box(36, 36, 540, 720)),
    ];

    public static readonly CharacterSheet Cast = new([
        Look("ember", "Ember", "dragon"),
        Look("pip", "Pip", "rabbit"),
        Look("bo", "Bo", "elephant"),
        Look("mo", "Mo", "mouse"),
    ]);

    private static readonly string[] Nouns =
    [
        "castle",
        "apple",
        "boat",
        "kite",
        "house",
        "tree",
        "ball",
        "car",
        "owl",
        "whale",
        "sun",
        "astrolabe",
        "xyzzy",
    ];

    public static Illustrator Illustrator() => new(Lexicon, new BackdropPainter(), StandIn);

    public static Scene Compose(
        SceneSpec spec,
        PageFrame? page = null,
        PanelRequest? panel = null,
        ulong seed = 1,
        params IReadOnlyList<string> recent
    ) => Illustrator().Compose(spec, Cast, page ?? Square, panel, Palette.Storybook, new Seed(seed), recent);

    public static SceneSpec Spec(Setting setting, IReadOnlyList<ActorCue> actors, params string[] props) =>
        new(setting, TimeOfDay.Day, Weather.Clear, Shot.Medium, actors, [.. props.Select(p => new PropCue(p))]);

    /// <summary>Any scene a story could ask for.</summary>
    public static SceneSpec Any(ref Seed chance)
    {
        var seed = chance;
        var actors = Cast
            .Looks.Take(seed.Below(5))
            .Select(look => new ActorCue(look.Id, (ActorAction)seed.Below(13), (Mood)seed.Below(6)))
            .ToList();
        var props = Enumerable.Range(0, seed.Below(5)).Select(_ => new PropCue(seed.Pick(Nouns), 1 + seed.Below(3)));
        var spec = new SceneSpec(
            (Setting)seed.Below(16),
            (TimeOfDay)seed.Below(4),
            (Weather)seed.Below(5),
            (Shot)seed.Below(3),
            actors,
            [.. props]
        );
        chance = seed;
        return spec;
    }

    private static CharacterLook Look(string id, string name, string noun) =>
        new(id, name, noun, "", 0, 1, "", "", "", "", new Marker(MarkerKind.Scarf, "#cc3333"));

    private static Figure StandIn(CharacterSheet sheet, ActorCue cue, bool facingRight)
    {
        var look = Lexicon.Depict(sheet.Find(cue.CharacterId)!.Noun);
        var drawing = look.Drawing!;
        var scale = look.Size * Figure.UnitsPerChild / drawing.Ink.Height;
        var (w, h) = (drawing.Ink.Width * scale, drawing.Ink.Height * scale);
        return new Figure(
            drawing.Stand(cue.CharacterId + "-", 0, 0, scale, facingRight),
            new Box(-w / 2, -h, w, h),
            new Box(-w / 3, -h, w * 2 / 3, h * 0.5),
            0,
            cue.Action switch
            {
                ActorAction.Fly => Habitat.Air,
                ActorAction.Swim => Habitat.Water,
                _ => Habitat.Ground,
            },
            look.Size,
            [drawing.Id],
            []
        );
    }
}
