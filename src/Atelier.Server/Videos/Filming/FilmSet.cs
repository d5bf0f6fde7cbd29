using Atelier.Drawing;
using Atelier.Drawing.Art;
using Atelier.Drawing.Backdrops;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>Builds the picture of a scene: the still of the storyboard, and its pieces for the camera.</summary>
internal sealed class FilmSet(Illustrator illustrator, VisualLexicon lexicon, CharacterArtist artist)
{
    // Layers that the camera leaves behind by different amounts; what is not named goes with the ground.
    private static readonly (string[] Layers, double Parallax)[] Depths =
    [
        (["sky", "heavens"], 0.12),
        (["far"], 0.28),
        (["middle"], 0.5),
        (["ground"], 0.75),
    ];

    /// <param name="number">From 0.</param>
    /// <param name="seed">Of the film.</param>
    public Scene Compose(Storyboard board, int number, FilmFormat format, Seed seed)
    {
        var scene = board.Scenes[number];
        var sheet = artist.Sheet(
            [.. board.Cast.Select(person => new CharacterBrief(person.Id, person.Id, person.Noun))],
            seed.For("cast")
        );
        return illustrator.Compose(
            new SceneSpec(
                scene.Setting,
                scene.Time,
                scene.Weather,
                scene.Shot,
                [.. scene.Actors.Select(a => new ActorCue(a.Character, a.Action, a.Mood, a.Holding))],
                [
                    .. scene
                        .Things.Where(thing => thing.Travel is null)
                        .Select(thing => new PropCue(thing.Noun, thing.Count)),
                ]
            ),
            sheet,
            format.Page,
            null,
            Palette.Storybook,
            // Neither its number nor its neighbours: a scene that is moved or whose neighbour changes stays the same.
            seed.For("scene").For(scene.Setting.ToString()).For("take", scene.Take),
            [],
            seed.For("place")
        );
    }

    /// <summary>Everything that moves by itself, back to front.</summary>
    public IReadOnlyList<Element> Elements(Scene picture, StoryboardScene scene, FilmFormat format, Seed seed)
    {
        var page = format.Page;
        var over = Backdrop.Overscan * Math.Max(page.Width, page.Height);
        var all = new Box(-over, -over, page.Width + 2 * over, page.Height + 2 * over);
        var elements = new List<Element>();
        var chance = seed.For("motion").For("take", scene.Take);
        foreach (var (layers, parallax) in Depths)
            if (Painted(picture, layers) is { Length: > 0 } svg)
                elements.Add(Element.Fixed(svg, all, parallax));
        var travellers = scene
            .Things.Where(thing => thing.Travel is not null)
            .SelectMany(
                (thing, i) =>
                    Traveller.Of(
                        lexicon.Depict(thing.Noun),
                        thing.Count,
                        thing.Travel!.Value,
                        page,
                        scene.Shot,
                        thing.Travel == Travel.Sail ? picture.Water ?? picture.Ground : picture.Ground,
                        picture.Lit,
                        chance.For(thing.Noun, i)
                    )
            );
        elements.AddRange(travellers);
        foreach (var layer in (ReadOnlySpan<string>)["props", "actors", "foreground"])
        foreach (var (i, figure) in picture.Figures.Where(f => f.Layer == layer).Index())
            elements.Add(
                figure.Cue is null
                    ? ActorMotion.Of(figure, chance.For(figure.Name, i))
                    : ActorMotion.Of(figure, page, scene.Seconds, chance.For(figure.Name, i))
            );
        if (Painted(picture, ["near"]) is { Length: > 0 } near)
            elements.Add(Element.Fixed(near, all, 1));
        if (!picture.Indoors && scene.Weather is Weather.Rain or Weather.Snow)
            elements.AddRange(Precipitation.Of(scene.Weather, page, chance.For("weather")));
        else if (Painted(picture, ["weather"]) is { Length: > 0 } weather)
            elements.Add(new Element([new Cutting(weather, all)], 0.6, t => new(0, over * 0.3 * Math.Sin(t * 0.5), 0)));
        return elements;
    }

    private static string Painted(Scene picture, string[] layers) =>
        string.Concat(picture.Layers.Where(layer => layers.Contains(layer.Name)).Select(layer => layer.Svg));
}
