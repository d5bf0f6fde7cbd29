using Atelier.Campaigns.Comments.Checking.Gates;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>How comments are judged, as data. Weights and thresholds are proposals: nobody has fitted them yet.</summary>
/// <param name="Calibrated">Whether weights were fitted on labelled drafts.</param>
internal sealed record Rubric(
    string Version,
    bool Calibrated,
    IReadOnlyList<RubricGate> Gates,
    IReadOnlyList<RubricPart> Parts,
    IReadOnlyList<RubricThreshold> Thresholds,
    IReadOnlyList<RubricSpamWeight> Spam,
    double SpamBias,
    double HoldAt,
    double BlockAt
)
{
    public const string Number = "2026-11";
    public const double ReadyAt = 80;
    public const double ReviseAt = 60;

    public static Rubric Current { get; } =
        new(
            Number,
            Calibrated: false,
            Gate.All,
            ScoreBoard.All,
            [
                new(
                    "ready",
                    ReadyAt,
                    "From here on, with no part under half of its points, a draft is ready for a decision."
                ),
                new("revise", ReviseAt, "From here on, one or two revisions should do; below, the draft is weak."),
                new("leastOfEachPart", 0.5, "The share of its points that every part of a ready draft has."),
                new("maxOverlap", OwnWordsGate.MostOverlap, "Four-word runs shared with the post."),
                new("maxLikeness", RepeatGate.MostAlike, "Four-word runs shared with another draft of the campaign."),
                new("maxToxicity", SafetyGate.MostToxic, "By a word list."),
            ],
            SpamScore.All,
            SpamScore.Bias,
            SpamScore.HoldAt,
            SpamScore.BlockAt
        );
}

internal sealed record RubricGate(string Code, string Name, string Rule);

internal sealed record RubricPart(string Part, double Weight, string Measure);

internal sealed record RubricThreshold(string Name, double Value, string Meaning);

internal sealed record RubricSpamWeight(string Signal, double Weight, string Meaning);
