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
/// <param name="Take">Which of the possible pictures of the scene; 0 for the first.</param>
/// <param name="Changed">After the book was first made: brief and seed alone do not make it again.</param>
internal sealed record ManuscriptPage(
    int Number,
    string Text,
    SceneSpec Picture,
    string AltText,
    int Take = 0,
    bool Changed = false
);
