using Atelier.Language.Cast;
using Atelier.Library.Documents;

namespace Atelier.Library.Analysing;

/// <summary>A stretch of the text, in code points, without its end.</summary>
public sealed record Place(int Start, int End);

/// <param name="MentionsByChapter">By name; pronouns are not counted.</param>
/// <param name="Quotations">Said by this person, as far as can be told.</param>
public sealed record PersonView(
    int Number,
    string Name,
    IReadOnlyList<string> Aliases,
    Gender Gender,
    string? GenderEvidence,
    int Mentions,
    IReadOnlyList<int> MentionsByChapter,
    int Quotations
);

/// <param name="Places">Where the person is named.</param>
public sealed record PersonDetailView(PersonView Person, IReadOnlyList<Place> Places);

/// <param name="Text">With its quotation marks.</param>
/// <param name="Speaker">The number of a person; null where nobody can be named.</param>
/// <param name="Confidence">How likely the speaker is right, 0 to 1.</param>
/// <param name="Rule">What told the speaker.</param>
public sealed record QuotationView(
    int Number,
    int Chapter,
    int Start,
    int End,
    string Text,
    int? Speaker,
    IReadOnlyList<int> Addressees,
    QuotationKind Kind,
    Tier Tier,
    double Confidence,
    string Rule
);

/// <summary>Between two people, whichever comes first.</summary>
/// <param name="WeightByChapter">Of each chapter; empty for a document that was analysed before this was counted.</param>
/// <param name="Passages">Some of the places behind it, one of each chapter at least.</param>
public sealed record RelationView(
    int A,
    int B,
    RelationKind Kind,
    double Weight,
    IReadOnlyList<int> WeightByChapter,
    IReadOnlyList<Place> Passages
);

/// <summary>Where one of the people is named.</summary>
public sealed record MentionView(int Person, int Start, int End);

internal static class CastViews
{
    public static PersonView ToView(this DocumentPerson person, int quotations) =>
        new(
            person.Number,
            person.Name,
            person.Aliases,
            Enum.Parse<Gender>(person.Gender, ignoreCase: true),
            person.GenderEvidence,
            person.Mentions,
            person.ByChapter,
            quotations
        );

    public static QuotationView ToView(this DocumentQuotation quotation) =>
        new(
            quotation.Number,
            quotation.Chapter,
            quotation.StartAt,
            quotation.EndAt,
            quotation.Body,
            quotation.Speaker,
            quotation.Addressees,
            Enum.Parse<QuotationKind>(quotation.Kind, ignoreCase: true),
            Enum.Parse<Tier>(quotation.Tier, ignoreCase: true),
            quotation.Confidence,
            quotation.Rule
        );

    public static RelationView ToView(this DocumentRelation relation) =>
        new(
            relation.A,
            relation.B,
            Enum.Parse<RelationKind>(relation.Kind, ignoreCase: true),
            relation.Weight,
            relation.ByChapter,
            Places(relation.PassageStarts, relation.PassageEnds)
        );

    public static IReadOnlyList<Place> Places(int[] starts, int[] ends) =>
        [.. starts.Zip(ends, (start, end) => new Place(start, end))];
}
