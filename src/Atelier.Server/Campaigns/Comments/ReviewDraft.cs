using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Judging;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;

namespace Atelier.Campaigns.Comments;

/// <param name="Key">Names the asking within the reviewer's run: the same again is answered as before, and paid for once.</param>
internal sealed record JudgeOrder(AgentTurn Reviewer, string Key);

/// <summary>
/// Judges the present version of a draft again: gates and score as they are now, and, where a judge is ordered and a
/// model is there, what it thinks, unless one has spoken of this version.
/// </summary>
internal sealed class ReviewDraft(CampaignsDb db, CommentDesk desk, CampaignStates campaigns, TimeProvider clock)
{
    public static Problem NotNow =>
        Problem.Conflict("comment_not_reviewable", "Only what waits for a decision is judged again.");

    /// <param name="judge">Null when the rules alone judge.</param>
    /// <exception cref="Money.BudgetExceededException">There is no room for the judge. Nothing was changed.</exception>
    public async Task<Problem?> RunAsync(Guid commentId, JudgeOrder? judge, CancellationToken cancel)
    {
        if (await desk.FindAsync(commentId, cancel) is not { } seen)
            return GetComment.Gone;
        if (!CommentArrows.From(CommentMove.Review).Contains(seen.Comment.State))
            return NotNow;
        var judgement = JudgementOf(seen.Comment);
        if (judgement is null && judge is { Reviewer.HasModel: true } && desk.Assess(seen, seen.Comment.Text).Passed)
            judgement = await AskAsync(seen, judge, cancel);
        if (await StoreAsync(seen, judgement, cancel) is not { } assessment)
            return GetComment.Changed;
        judge?.Reviewer.Evaluate(assessment);
        campaigns.Changed(seen.Campaign.Id);
        return null;
    }

    private Task<Judgement?> AskAsync(CommentOnDesk seen, JudgeOrder judge, CancellationToken cancel)
    {
        var (post, comment) = (seen.Studied.Post, seen.Comment);
        var key = $"{judge.Key} {comment.Id} {comment.Versions}";
        return Judge.AskAsync(judge.Reviewer, key, post, comment.Text, comment.Versions, clock.GetUtcNow(), cancel);
    }

    /// <returns>Null when the draft is another one by now.</returns>
    private Task<Assessment?> StoreAsync(CommentOnDesk seen, Judgement? judgement, CancellationToken cancel) =>
        db.InTransactionAsync(
            async _ =>
            {
                await desk.TakeTurnAsync(seen.Campaign.Id, cancel);
                if (await desk.FindAsync(seen.Comment.Id, cancel) is not { } now)
                    return null;
                if (now.Comment.Versions != seen.Comment.Versions)
                    return null;
                var assessment = desk.Assess(now, now.Comment.Text);
                var said = judgement ?? now.Comment.Judgement;
                var state = CommentDesk.StateOf(assessment, judgement);
                return await db.ReviewAsync(now.Comment, assessment, said, state, clock.GetUtcNow(), cancel)
                    ? assessment
                    : null;
            },
            cancel
        );

    private static Judgement? JudgementOf(Comment comment) =>
        comment.Judgement is { } said && said.OfVersion == comment.Versions ? said : null;
}
