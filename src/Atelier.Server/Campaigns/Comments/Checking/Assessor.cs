using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking.Gates;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>Judges a comment: the gates first, then the score and the spam score. Asks nobody, and always says the same.</summary>
internal sealed class Assessor(CommentMeter meter)
{
    /// <param name="others">Every other draft of the campaign.</param>
    public Assessment Assess(
        string text,
        StudiedPost post,
        Guid postId,
        CommentBrief brief,
        IReadOnlyList<OtherDraft> others,
        DateTimeOffset now
    )
    {
        var comment = new StudiedComment(text, brief, post.Post.Language);
        var scene = new GateScene(comment, post, postId, others, now);
        var gates = Gate.Run(scene);
        var anchors = AnchorFinder.In(comment, post);
        var parts = new ScoreBoard(scene, anchors, meter).Count();
        var spam = SpamScore.Of(scene, anchors);
        var score = Math.Round(parts.Sum(part => part.Points), 1);
        return new(
            now,
            gates.All(gate => gate.Passed) && spam.Verdict is not SpamVerdict.Block,
            gates,
            score,
            Verdict(score, parts),
            parts,
            spam,
            anchors,
            Findings(scene, parts, spam)
        );
    }

    private static ScoreVerdict Verdict(double score, IReadOnlyList<ScorePart> parts) =>
        score < Rubric.ReviseAt ? ScoreVerdict.Weak
        : score < Rubric.ReadyAt || parts.Any(part => part.Points < part.Most / 2) ? ScoreVerdict.Revise
        : ScoreVerdict.Ready;

    private static List<string> Findings(GateScene scene, IReadOnlyList<ScorePart> parts, SpamReport spam)
    {
        var findings = new List<string>();
        if (scene.Post.Post.Openness is PostOpenness.Unknown)
            findings.Add("Whether the post takes comments is not known.");
        if (scene.Post.Lexicon is null)
            findings.Add(
                "For this language there are no word lists: claims, tone and insults are checked by numbers, names and quotations only."
            );
        foreach (var part in parts.Where(part => part.Points < part.Most / 2))
            findings.Add($"{part.Part} has {part.Points:0.#} of {part.Most:0} points.");
        if (spam.Verdict is not SpamVerdict.Pass)
            findings.Add($"It looks like spam ({spam.Probability:0.00}).");
        return findings;
    }
}
