using Atelier.Library.Documents;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>A sentence of a document. All places are code points of the whole text.</summary>
/// <param name="Before">The sentence right before it in the same paragraph.</param>
internal sealed record Line(string Text, int Start, int End, int Chapter, string? Before);

/// <summary>What somebody says, as printed.</summary>
internal sealed record Saying(string Text, int Start, int End, int Chapter, bool IsSure)
{
    /// <summary>Not broken off by "said she" in its middle.</summary>
    public bool IsWhole => Text.AsSpan().TrimEnd("”\"’'»").TrimEnd() is [.., '.' or '!' or '?' or '…'];
}

/// <summary>Somebody the person has to do with.</summary>
internal sealed record Acquaintance(int Number, string Name, IReadOnlyList<string> Names);

/// <summary>All that a document tells of one of its people.</summary>
/// <param name="Excerpts">Where they are named.</param>
/// <param name="Surroundings">Where those around them are named.</param>
internal sealed record Dossier(
    string Title,
    string? Author,
    string Name,
    IReadOnlyList<string> Names,
    string Gender,
    IReadOnlyList<Saying> Sayings,
    IReadOnlyList<Excerpt> Excerpts,
    IReadOnlyList<Excerpt> Surroundings,
    IReadOnlyList<Acquaintance> Around
);
