namespace Atelier.Drawing;

/// <summary>Where a scene plays. Each one is a procedural backdrop.</summary>
public enum Setting
{
    Meadow,
    Forest,
    Seaside,
    Underwater,
    Mountains,
    Desert,
    City,
    VillageStreet,
    Bedroom,
    Kitchen,
    Classroom,
    Space,
    Castle,
    Farm,
    Snow,
    Jungle,
    FutureCity,
}

public enum TimeOfDay
{
    Morning,
    Day,
    Evening,
    Night,
}

public enum Weather
{
    Clear,
    Cloudy,
    Rain,
    Snow,
    Fog,
}

/// <summary>How near the viewer stands: a wide shot shows the place, a close one the characters.</summary>
public enum Shot
{
    Wide,
    Medium,
    Close,
}

public enum ActorAction
{
    Stand,
    Walk,
    Run,
    Jump,
    Sit,
    Sleep,
    Fly,
    Swim,
    Talk,
    Wave,
    Hug,
    Dance,
    Hide,
}

/// <summary>What there is to hide behind.</summary>
public enum Hideout
{
    Bush,
    Boulder,
    Weed,
    Crate,
    Drift,
}

public enum Mood
{
    Neutral,
    Happy,
    Sad,
    Surprised,
    Worried,
    Sleepy,
}

/// <summary>A character as the words know it; <paramref name="Noun"/> is any English noun ("labrador", "girl", "teapot").</summary>
public sealed record CharacterBrief(string Id, string Name, string Noun);

/// <summary>What one character does in a scene.</summary>
/// <param name="Holding">A noun for what is carried, or null.</param>
/// <param name="Behind">What somebody who hides is behind; the illustrator picks what the place has.</param>
public sealed record ActorCue(
    string CharacterId,
    ActorAction Action = ActorAction.Stand,
    Mood Mood = Mood.Neutral,
    string? Holding = null,
    Hideout Behind = Hideout.Bush
);

/// <summary>A thing in a scene, by its English noun.</summary>
public sealed record PropCue(string Noun, int Count = 1);

/// <summary>A picture in words: everything the composer may know about one page or shot.</summary>
/// <param name="BareSky">The sun or moon of the hour is not to be seen: the story is still looking for it.</param>
public sealed record SceneSpec(
    Setting Setting,
    TimeOfDay Time,
    Weather Weather,
    Shot Shot,
    IReadOnlyList<ActorCue> Actors,
    IReadOnlyList<PropCue> Props,
    bool BareSky = false
);
