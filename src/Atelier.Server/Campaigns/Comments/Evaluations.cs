using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments;

internal static class Evaluations
{
    /// <summary>What the rules found, as a verdict of whoever looked.</summary>
    public static void Evaluate(this AgentTurn reviewer, Assessment assessment) =>
        reviewer.Evaluation(
            "draft_score",
            assessment.Score,
            assessment.Passed ? assessment.Verdict.ToString().ToLowerInvariant() : "blocked",
            assessment.Passed ? null : $"Failed: {string.Join(", ", assessment.FailedGates())}"
        );
}
