using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Money;
using Atelier.Generation;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

internal static class ReviewComment
{
    private const string NoRoom = "The budget leaves no room for a judge: a draft was reviewed by the rules alone.";

    /// <summary>
    /// Judges the present version again: the clock, the block lists and the other drafts may have changed. Where a model is
    /// set up, a judge says what speaks for and against it, within the budget of the campaign's owner and only when they ask.
    /// </summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Post(
        Guid commentId,
        CurrentUser user,
        ReviewDraft review,
        CommentDesk desk,
        AgentTurns turns,
        GenerationModels models,
        CampaignStates campaigns,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await desk.FindAsync(commentId, ct) is not { } seen)
            return GetComment.Gone.ToHttp();
        // A moderator looks at other people's drafts and does not spend their money.
        var isPaid = models.Chat is not null && seen.Comment.OwnerId == user.Id;
        var problem = isPaid
            ? await WithJudgeAsync(seen, review, turns, campaigns, clock, ct)
            : await review.RunAsync(commentId, judge: null, ct);
        return problem is null ? await GetComment.Get(commentId, desk, ct) : problem.ToHttp();
    }

    private static async Task<Problem?> WithJudgeAsync(
        CommentOnDesk seen,
        ReviewDraft review,
        AgentTurns turns,
        CampaignStates campaigns,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (!CommentArrows.From(CommentMove.Review).Contains(seen.Comment.State))
            return ReviewDraft.NotNow;
        var (campaign, subject) = (seen.Campaign.Id, seen.Post.Title ?? seen.Post.Url);
        await using var reviewer = await turns.ForCampaignAsync(campaign, AgentRoles.Reviewer, subject, cancel);
        try
        {
            // Whoever asks again asks anew: an answer that was of no use is not given again.
            var judge = new JudgeOrder(reviewer, $"judge {Guid.CreateVersion7(clock.GetUtcNow()):n}");
            return await review.RunAsync(seen.Comment.Id, judge, cancel);
        }
        catch (BudgetExceededException)
        {
            reviewer.Fail(BudgetExceededException.Code);
            await campaigns.NoteAsync(campaign, NoRoom, cancel);
            return await review.RunAsync(seen.Comment.Id, judge: null, cancel);
        }
    }
}
