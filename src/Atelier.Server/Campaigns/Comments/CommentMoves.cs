using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Campaigns.Comments.Judging;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <summary>
/// The one way in which a draft changes: a statement that names the states it may be in and the version that was seen, and
/// changes nothing when either is another.
/// </summary>
internal static class CommentMoves
{
    private const string Begin = """
        insert into campaigns.comments (id, owner_id, campaign_id, post_id, persona, state, created_at, updated_at)
        values ({0}, {1}, {2}, {3}, {4}, 'drafting', {5}, {5})
        on conflict (campaign_id, post_id, persona) do nothing
        """;

    /// <summary>One draft for a campaign, post and persona, whoever asks first.</summary>
    public static async Task<Guid> BeginCommentAsync(
        this CampaignsDb db,
        Campaign campaign,
        Guid post,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        object[] values = [Guid.CreateVersion7(now), campaign.OwnerId, campaign.Id, post, campaign.Persona.Name, now];
        await db.Database.ExecuteSqlRawAsync(Begin, values, cancel);
        return await db.Set<Comment>()
            .Where(c => c.CampaignId == campaign.Id && c.PostId == post && c.Persona == campaign.Persona.Name)
            .Select(c => c.Id)
            .SingleAsync(cancel);
    }

    /// <summary>A writer is done; every text it wrote on the way becomes a version, the last one counts.</summary>
    public static async Task<bool> FinishAsync(
        this CampaignsDb db,
        Comment seen,
        IReadOnlyList<NewText> texts,
        string language,
        IReadOnlyList<string> notes,
        IReadOnlyList<Attempt> attempts,
        Judgement? judgement,
        CommentState state,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var last = texts[^1];
        var (versions, toldNotes) = (seen.Versions + texts.Count, notes.ToArray());
        var changed = await db.Guarded(seen.Id, CommentMove.Finish, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, state)
                        .SetProperty(c => c.Text, last.Text)
                        .SetProperty(c => c.Language, language)
                        .SetProperty(c => c.Versions, versions)
                        .SetProperty(c => c.Writer, last.Writer)
                        .SetProperty(c => c.PromptVersion, last.PromptVersion)
                        .SetProperty(c => c.Assessment, last.Assessment)
                        .SetProperty(c => c.Score, last.Assessment.Score)
                        .SetProperty(c => c.Judgement, judgement)
                        .SetProperty(c => c.Attempts, attempts)
                        .SetProperty(c => c.Notes, toldNotes)
                        .SetProperty(c => c.EditedBy, (Guid?)null)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            );
        if (changed == 0)
            return false;
        var cause = seen.Versions == 0 ? VersionCause.Writer : VersionCause.Regenerated;
        foreach (var (index, text) in texts.Index())
            db.Add(CommentVersion.Of(seen.Id, seen.Versions + index + 1, cause, text, person: null, now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    public static async Task<bool> EditAsync(
        this CampaignsDb db,
        Comment seen,
        NewText text,
        CommentState state,
        Guid person,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var changed = await db.Guarded(seen.Id, CommentMove.Edit, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, state)
                        .SetProperty(c => c.Text, text.Text)
                        .SetProperty(c => c.Versions, seen.Versions + 1)
                        .SetProperty(c => c.Assessment, text.Assessment)
                        .SetProperty(c => c.Score, text.Assessment.Score)
                        .SetProperty(c => c.EditedBy, person)
                        .SetProperty(c => c.DecidedBy, (Guid?)null)
                        .SetProperty(c => c.DecidedRole, (string?)null)
                        .SetProperty(c => c.DecidedAt, (DateTimeOffset?)null)
                        .SetProperty(c => c.DecisionReason, (string?)null)
                        .SetProperty(c => c.ExportedAt, (DateTimeOffset?)null)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            );
        if (changed == 0)
            return false;
        db.Add(CommentVersion.Of(seen.Id, seen.Versions + 1, VersionCause.Person, text, person, now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The same text under what is known now.</summary>
    public static async Task<bool> ReviewAsync(
        this CampaignsDb db,
        Comment seen,
        Assessment assessment,
        Judgement? judgement,
        CommentState state,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        await db.Guarded(seen.Id, CommentMove.Review, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, state)
                        .SetProperty(c => c.Assessment, assessment)
                        .SetProperty(c => c.Score, assessment.Score)
                        .SetProperty(c => c.Judgement, judgement)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            ) == 1;

    public static async Task<bool> RegenerateAsync(
        this CampaignsDb db,
        Comment seen,
        string? instruction,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        await db.Guarded(seen.Id, CommentMove.Regenerate, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, CommentState.Drafting)
                        .SetProperty(c => c.Instruction, instruction)
                        .SetProperty(c => c.DecidedBy, (Guid?)null)
                        .SetProperty(c => c.DecidedRole, (string?)null)
                        .SetProperty(c => c.DecidedAt, (DateTimeOffset?)null)
                        .SetProperty(c => c.DecisionReason, (string?)null)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            ) == 1;

    /// <param name="assessment">Of this moment.</param>
    public static async Task<bool> ApproveAsync(
        this CampaignsDb db,
        Comment seen,
        Assessment assessment,
        Guid person,
        string role,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        await db.Guarded(seen.Id, CommentMove.Approve, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, CommentState.Approved)
                        .SetProperty(c => c.Assessment, assessment)
                        .SetProperty(c => c.Score, assessment.Score)
                        .SetProperty(c => c.DecidedBy, person)
                        .SetProperty(c => c.DecidedRole, role)
                        .SetProperty(c => c.DecidedAt, now)
                        .SetProperty(c => c.DecisionReason, (string?)null)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            ) == 1;

    public static async Task<bool> RejectAsync(
        this CampaignsDb db,
        Comment seen,
        string reason,
        Guid person,
        string role,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        await db.Guarded(seen.Id, CommentMove.Reject, seen.Versions)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.State, CommentState.Rejected)
                        .SetProperty(c => c.DecidedBy, person)
                        .SetProperty(c => c.DecidedRole, role)
                        .SetProperty(c => c.DecidedAt, now)
                        .SetProperty(c => c.DecisionReason, reason)
                        .SetProperty(c => c.UpdatedAt, now),
                cancel
            ) == 1;

    private static IQueryable<Comment> Guarded(this CampaignsDb db, Guid id, CommentMove move, int version)
    {
        var from = CommentArrows.From(move);
        return db.Set<Comment>().Where(c => c.Id == id && c.Versions == version && from.Contains(c.State));
    }
}
