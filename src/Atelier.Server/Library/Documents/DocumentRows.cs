using System.Text.Json;

namespace Atelier.Library.Documents;

/// <param name="Start">In code points, as <paramref name="End"/>, which is the first that is no longer in it.</param>
public sealed record DocumentChapter(int Number, string? Title, int Start, int End);

/// <summary>Where a page of the original begins.</summary>
public sealed record PageAnchor(int Number, int Start);

/// <summary>How a text is divided.</summary>
/// <param name="Marks">The places in bytes of every <see cref="Extracting.TextDraft.MarkEvery"/>th code point.</param>
internal sealed record DocumentContents(
    Guid DocumentId,
    IReadOnlyList<DocumentChapter> Chapters,
    IReadOnlyList<PageAnchor> Pages,
    int[] Marks
);

/// <summary>One of a text's cast.</summary>
/// <param name="Names">All of them, for search.</param>
/// <param name="ByChapter">Mentions, chapter by chapter.</param>
internal sealed record DocumentPerson(
    Guid DocumentId,
    int Number,
    string Name,
    string[] Aliases,
    string Names,
    string Gender,
    string? GenderEvidence,
    int Mentions,
    int[] ByChapter,
    int[] MentionStarts,
    int[] MentionEnds
);

/// <param name="Body">As printed, with its marks.</param>
/// <param name="Speaker">The number of a person.</param>
internal sealed record DocumentQuotation(
    Guid DocumentId,
    int Number,
    int Chapter,
    int StartAt,
    int EndAt,
    string Body,
    int? Speaker,
    int[] Addressees,
    string Kind,
    string Tier,
    double Confidence,
    string Rule
);

/// <param name="ByChapter">The weight, chapter by chapter; empty where it was not counted.</param>
internal sealed record DocumentRelation(
    Guid DocumentId,
    int A,
    int B,
    string Kind,
    double Weight,
    int[] ByChapter,
    int[] PassageStarts,
    int[] PassageEnds
);

internal sealed record DocumentAnalysis(Guid DocumentId, JsonDocument Figures, DateTimeOffset MadeAt);
