using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Money;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <summary>Writes one draft that somebody asked for, outside a run.</summary>
internal sealed record DraftComment(Guid CommentId) : IJobPayload
{
    public static string Kind => "campaigns.draft_comment.v1";

    public static JobOptions Options(Comment comment) =>
        new(comment.OwnerId, UniqueKey: $"comment:{comment.Id}:{comment.Versions}", Subject: $"comment:{comment.Id}");
}

internal sealed class DraftCommentHandler(
    CampaignsDb db,
    DraftPost drafting,
    AgentTurns turns,
    CampaignStates campaigns
) : IJobHandler<DraftComment>
{
    public async Task<object?> RunAsync(DraftComment payload, JobRun run, CancellationToken cancel)
    {
        var comment = await db.Set<Comment>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == payload.CommentId, cancel);
        if (comment is not { State: CommentState.Drafting })
            return null;
        var subject = await db.Set<Blogs.Post>()
            .Where(p => p.Id == comment.PostId)
            .Select(p => p.Title ?? p.Url)
            .SingleAsync(cancel);
        await using var writer = await turns.ForCampaignAsync(comment.CampaignId, "writer", subject, cancel);
        await using var reviewer = await turns.ForCampaignAsync(comment.CampaignId, "reviewer", subject, cancel);
        try
        {
            await drafting.WriteAsync(comment.Id, writer, reviewer, cancel);
        }
        catch (BudgetExceededException)
        {
            // Nobody waits for money that may never come: the rest is done without a model.
            await campaigns.NoteAsync(
                comment.CampaignId,
                "The budget leaves no room for a model: a draft was written without one.",
                cancel
            );
            await drafting.WriteAsync(
                comment.Id,
                AgentTurn.Alone(writer.Agent, model: null),
                AgentTurn.Alone(reviewer.Agent, model: null),
                cancel
            );
        }
        return null;
    }
}
