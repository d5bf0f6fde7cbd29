using Atelier.Drawing;

namespace Atelier.Books;

/// <summary>A whole story before it is set: the built-in writer and a chat model both deliver this.</summary>
internal sealed record Manuscript(
    string Title,
    IReadOnlyList<CharacterBrief> Cast,
    IReadOnlyList<ManuscriptPage> Pages,
    string? Refrain,
    string Blurb,
    string Writer // "builtin/<version>" or the model's name
);

/// <summary>One story page: its words and the picture they ask for.</summary>
/// <param name="Number">1-based among the story pages.</param>
/// <param name="AltText">What the picture shows, for people who do not see it.</param>
internal sealed record ManuscriptPage(int Number, string Text, SceneSpec Picture, string AltText);
