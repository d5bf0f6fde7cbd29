using Atelier.Generation;

namespace Atelier.Library.Talk.Answering;

/// <summary>What was said, besides its text.</summary>
/// <param name="Model">Who said it: a model's name, or <c>quotations</c>.</param>
internal sealed record Utterance(IReadOnlyList<NumberedPassage> Passages, string Model)
{
    public string? Note { get; init; }
    public string? ErrorCode { get; init; }
    public ModelFailure? Failure { get; init; }
    public Usage? Spent { get; init; }

    /// <summary>Citations whose places are known, not looked for.</summary>
    public IReadOnlyList<Citation> Exact { get; init; } = [];
    public IReadOnlyList<string> LoreSeen { get; init; } = [];
}
