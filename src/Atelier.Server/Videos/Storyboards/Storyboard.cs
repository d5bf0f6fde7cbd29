using System.ComponentModel.DataAnnotations;
using Atelier.Drawing;

namespace Atelier.Videos.Storyboards;

/// <summary>How the camera moves through one scene.</summary>
public enum CameraMove
{
    Still,
    PanLeft,
    PanRight,
    TiltUp,
    TiltDown,
    PushIn,
    PullOut,
}

/// <summary>How one scene follows the one before.</summary>
public enum SceneChange
{
    Cut,

    /// <summary>Half a second of both.</summary>
    Crossfade,
}

/// <summary>How a thing that moves by itself gets through the picture.</summary>
public enum Travel
{
    Fly,
    Drive,
    Sail,
    Rise,
    Fall,
}

/// <summary>What the music is like.</summary>
public enum MusicMood
{
    Calm,
    Playful,
    Mysterious,
    Adventurous,
    Sad,
    Bright,
}

/// <summary>A film before it is drawn: everything that decides what is seen and heard.</summary>
/// <param name="Writer">Who wrote it: <c>builtin/1</c>, a model's name, or <c>you</c> once a person has changed it.</param>
public sealed record Storyboard(
    [property: Required, StringLength(120)] string Title,
    MusicMood Music,
    [property: Required, MaxLength(6)] IReadOnlyList<StoryboardCharacter> Cast,
    [property: Required, MinLength(1), MaxLength(30)] IReadOnlyList<StoryboardScene> Scenes,
    [property: StringLength(120)] string Writer = "you"
);

/// <param name="Id">What the scenes call them.</param>
/// <param name="Noun">What they are: "dragon", "girl", "robot".</param>
public sealed record StoryboardCharacter(
    [property: Required, StringLength(40, MinimumLength = 1)] string Id,
    [property: Required, StringLength(60, MinimumLength = 1)] string Noun
);

/// <summary>One shot with what is said over it.</summary>
/// <param name="Seconds">How long it lasts; a film's scenes last as long as the film.</param>
/// <param name="Take">Another number gives another picture of the same words.</param>
public sealed record StoryboardScene(
    [property: StringLength(1000)] string Narration,
    [property: Range(0.2, 60)] double Seconds,
    Setting Setting,
    TimeOfDay Time,
    Weather Weather,
    Shot Shot,
    CameraMove Camera,
    SceneChange Change,
    [property: Required, MaxLength(4)] IReadOnlyList<StoryboardActor> Actors,
    [property: Required, MaxLength(6)] IReadOnlyList<StoryboardThing> Things,
    [property: Range(0, 1000)] int Take = 0
);

/// <param name="Character">An id of the cast.</param>
public sealed record StoryboardActor(
    [property: Required, StringLength(40)] string Character,
    ActorAction Action = ActorAction.Stand,
    Mood Mood = Mood.Neutral,
    [property: StringLength(60)] string? Holding = null
);

/// <param name="Noun">A thing that can be drawn: "car", "tree".</param>
/// <param name="Travel">How it moves through the picture; it stays in its place when absent.</param>
public sealed record StoryboardThing(
    [property: Required, StringLength(60, MinimumLength = 1)] string Noun,
    [property: Range(1, 6)] int Count = 1,
    Travel? Travel = null
);
