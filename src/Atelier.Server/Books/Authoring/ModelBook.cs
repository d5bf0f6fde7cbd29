using Atelier.Drawing;

namespace Atelier.Books.Authoring;

/// <summary>What a chat model is asked for; its JSON schema is made from these records.</summary>
internal sealed record ModelBook(
    string Title,
    string Blurb,
    string Refrain,
    IReadOnlyList<ModelCharacter> Cast,
    IReadOnlyList<ModelPage> Pages
);

internal sealed record ModelCharacter(string Name, string Noun);

internal sealed record ModelPage(string Text, string AltText, ModelPicture Picture);

internal sealed record ModelPicture(
    Setting Setting,
    TimeOfDay Time,
    Weather Weather,
    Shot Shot,
    IReadOnlyList<ModelActor> Actors,
    IReadOnlyList<ModelProp> Props
);

/// <param name="Character">A name of the cast.</param>
internal sealed record ModelActor(string Character, ActorAction Action, Mood Mood, string? Holding);

internal sealed record ModelProp(string Noun, int Count);
