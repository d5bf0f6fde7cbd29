namespace Atelier.Library.Characters.FromDocument;

/// <summary>An entry of the lorebook, made of sentences of the document.</summary>
/// <param name="Id">Stable: <c>person:3</c>, <c>place:Highbury</c>.</param>
internal sealed record LoreDraft(
    string Id,
    string Name,
    IReadOnlyList<string> Keys,
    IReadOnlyList<SourcedSentence> Lines
)
{
    public string Content => string.Join(' ', Lines.Select(line => line.Text));
}

/// <summary>What a document says about one of its people, in its own words: every sentence has its place there.</summary>
internal sealed record CardDraft(
    string Name,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> Greetings,
    IReadOnlyList<SourcedSentence> Sources,
    IReadOnlyList<LoreDraft> Lore
);
