using Atelier.Library.Documents;

namespace Atelier.Library.Mirrors;

/// <summary>What a mirror is told of a document: who is in it, how they are related, and its passages.</summary>
/// <param name="Passages">In order, in parts that fit a request.</param>
internal sealed record DocumentCopy(
    Document Document,
    IReadOnlyList<DocumentPerson> People,
    IReadOnlyList<DocumentRelation> Relations,
    IAsyncEnumerable<IReadOnlyList<PassageCopy>> Passages
);

/// <summary>A passage as search has it.</summary>
internal sealed record PassageCopy(int Chapter, int? Page, int Start, int End, string Body);
