namespace Atelier.Campaigns.Comments.Checking;

/// <summary>A place in a text, in UTF-16 units.</summary>
public sealed record Place(int Start, int End);

/// <summary>What a judgement rests on.</summary>
/// <param name="InComment">Where in the comment; null when it is not about a place there.</param>
public sealed record Evidence(string What, string? Quote = null, Place? InComment = null);

/// <summary>One of ten conditions. A comment that fails any cannot be approved.</summary>
/// <param name="Code">G1 to G10.</param>
public sealed record GateResult(string Code, string Name, bool Passed, string Why, IReadOnlyList<Evidence> Evidence);

/// <param name="Part">One of <see cref="Rubric"/>'s.</param>
public sealed record ScorePart(string Part, double Points, double Most, IReadOnlyList<string> Why);

public enum SpamVerdict
{
    Pass,
    Hold,
    Block,
}

/// <param name="Count">How often, or whether.</param>
public sealed record SpamTerm(string Signal, double Count, double Weight, double Sum);

/// <param name="Probability">0 to 1, of published weights that were never fitted: a proposal.</param>
public sealed record SpamReport(double Probability, SpamVerdict Verdict, IReadOnlyList<SpamTerm> Terms);

public enum ScoreVerdict
{
    Ready,
    Revise,
    Weak,
}

/// <summary>What can be said of a comment without asking a model.</summary>
/// <param name="Passed">Every gate, and the spam score does not block.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Findings">Worth a look, in words; they stop nothing.</param>
public sealed record Assessment(
    DateTimeOffset At,
    bool Passed,
    IReadOnlyList<GateResult> Gates,
    double Score,
    ScoreVerdict Verdict,
    IReadOnlyList<ScorePart> Parts,
    SpamReport Spam,
    IReadOnlyList<Anchor> Anchors,
    IReadOnlyList<string> Findings
)
{
    public IReadOnlyList<string> FailedGates() => [.. Gates.Where(gate => !gate.Passed).Select(gate => gate.Code)];
}

public enum AnchorKind
{
    Number,
    Name,
    Quotation,
}

/// <summary>Something of the comment that should stand in the post.</summary>
/// <param name="Verified">It stands there, and not only in the title.</param>
public sealed record Anchor(string Text, AnchorKind Kind, Place InComment, bool Verified);
