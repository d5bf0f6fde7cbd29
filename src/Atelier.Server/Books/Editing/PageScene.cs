using System.ComponentModel.DataAnnotations;
using Atelier.Books.Authoring;
using Atelier.Drawing;

namespace Atelier.Books.Editing;

/// <summary>A page's picture in words: where, when, who does what, and which things are there.</summary>
public sealed record PageScene(
    Setting Setting,
    TimeOfDay Time,
    Weather Weather,
    Shot Shot,
    [property: MaxLength(5)] IReadOnlyList<SceneCharacter> Characters,
    [property: MaxLength(6)] IReadOnlyList<SceneThing> Things
)
{
    internal static PageScene Of(SceneSpec scene) =>
        new(
            scene.Setting,
            scene.Time,
            scene.Weather,
            scene.Shot,
            [.. scene.Actors.Select(a => new SceneCharacter(a.CharacterId, a.Action, a.Mood, a.Holding))],
            [.. scene.Props.Select(p => new SceneThing(p.Noun, p.Count))]
        );

    /// <summary>What this form does not speak of stays as it was.</summary>
    internal SceneSpec On(SceneSpec old) =>
        old with
        {
            Setting = Setting,
            Time = Time,
            Weather = Weather,
            Shot = Shot,
            Actors =
            [
                .. Characters.Select(one =>
                    (old.Actors.FirstOrDefault(a => a.CharacterId == one.Id) ?? new ActorCue(one.Id)) with
                    {
                        Action = one.Action,
                        Mood = one.Mood,
                        Holding = string.IsNullOrWhiteSpace(one.Holding) ? null : PrintableText.Of(one.Holding),
                    }
                ),
            ],
            Props = [.. Things.Select(thing => new PropCue(PrintableText.Of(thing.Noun), thing.Count))],
        };
}

/// <param name="Id">Of the book's cast.</param>
/// <param name="Holding">A noun.</param>
public sealed record SceneCharacter(
    [property: Required, StringLength(60)] string Id,
    ActorAction Action,
    Mood Mood,
    [property: StringLength(60)] string? Holding
);

public sealed record SceneThing([property: Required, StringLength(60)] string Noun, [property: Range(1, 9)] int Count);
