using Atelier.Library.Documents;

namespace Atelier.Library.Extracting;

/// <summary>What was read from a file: where the text is, and how it is divided.</summary>
/// <param name="Sha256">The text's address in the asset store, as UTF-8.</param>
/// <param name="Length">In code points.</param>
/// <param name="Title">The document's own.</param>
internal sealed record ExtractedText(
    string Sha256,
    int Length,
    string? Title,
    string? Author,
    string? Encoding,
    string? Language,
    int ScannedPages,
    IReadOnlyList<DocumentChapter> Chapters,
    IReadOnlyList<PageAnchor> Pages,
    IReadOnlyList<Warning> Warnings,
    int[] Marks
);
