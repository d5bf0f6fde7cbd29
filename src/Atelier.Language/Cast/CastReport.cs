using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast;

/// <summary>Who is in a text, who says what to whom, and who has to do with whom. Offsets are UTF-16 units.</summary>
/// <param name="People">By falling number of mentions; a person's id is the place in this list.</param>
/// <param name="Quotations">In the order of the text.</param>
public sealed record CastReport(
    IReadOnlyList<Person> People,
    IReadOnlyList<Quotation> Quotations,
    IReadOnlyList<Relation> Relations
);

/// <param name="Name">The fullest form that the text uses often enough.</param>
/// <param name="Aliases">All forms, the commonest first, the name among them.</param>
/// <param name="GenderEvidence">What the gender was read from, in a few words.</param>
/// <param name="MentionsByChapter">One number for each chapter of the manuscript.</param>
/// <param name="MentionSpans">Mentions by name; pronouns are not counted.</param>
public sealed record Person(
    int Id,
    string Name,
    IReadOnlyList<string> Aliases,
    Gender Gender,
    string? GenderEvidence,
    int Mentions,
    IReadOnlyList<int> MentionsByChapter,
    IReadOnlyList<TextSpan> MentionSpans
);

/// <param name="Span">With its quotation marks.</param>
/// <param name="Speaker">A person's id; null when nobody can be named.</param>
/// <param name="Confidence">How likely the speaker is right, 0 to 1, as measured on annotated novels.</param>
/// <param name="Rule">What decided: a short stable name, for people who check.</param>
public sealed record Quotation(
    TextSpan Span,
    int? Speaker,
    IReadOnlyList<int> Addressees,
    QuotationKind Kind,
    Tier Tier,
    double Confidence,
    string Rule
);

public enum QuotationKind
{
    /// <summary>The text names the speaker: "said Emma".</summary>
    Explicit,

    /// <summary>It points at the speaker: "she said", "said his wife".</summary>
    Anaphoric,

    /// <summary>It says nothing.</summary>
    Implicit,
}

public enum Tier
{
    Sure,
    Likely,
    Guess,
}

/// <summary>Undirected; the smaller id comes first.</summary>
/// <param name="Weight">Quotations between the two, or paragraphs that name both.</param>
/// <param name="WeightByChapter">One number for each chapter of the manuscript.</param>
/// <param name="Passages">The first of the places it was counted from, and the first of each chapter.</param>
public sealed record Relation(
    int A,
    int B,
    RelationKind Kind,
    double Weight,
    IReadOnlyList<int> WeightByChapter,
    IReadOnlyList<TextSpan> Passages
);

public enum RelationKind
{
    TalksTo,
    AppearsWith,
}
