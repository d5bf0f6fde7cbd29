using Atelier.Audit.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>Begins, holds and ends the work on campaigns as people ask: the state and its job change in one commit.</summary>
internal sealed class CampaignRuns(
    CampaignsDb db,
    CampaignStates states,
    JobClient jobs,
    IAuditTrail trail,
    TimeProvider clock
)
{
    public const string Lane = "campaigns";

    private const string Open = """
        insert into campaigns.runs (id, owner_id, campaign_id, state, started_at) values ($1, $2, $3, 'running', $4)
        """;

    /// <summary>Queues it: to start, to resume, or for a day to come.</summary>
    public async Task<Problem?> QueueAsync(
        Guid campaignId,
        CampaignMove move,
        DateTimeOffset? startsAt,
        CancellationToken cancel
    )
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel);
        if (campaign is null)
            return GetCampaign.Gone;
        var refusal = await db.InTransactionAsync(
            async transaction =>
            {
                var ticket = await jobs.EnqueueAsync(
                    transaction,
                    new RunCampaign(campaignId),
                    new JobOptions(
                        campaign.OwnerId,
                        campaign.ProjectId,
                        Lane: Lane,
                        RunAt: startsAt,
                        Subject: $"campaign:{campaignId}"
                    ),
                    cancel
                );
                if (ticket.Refusal is { } full)
                    return Problem.Conflict(full.Code, full.Message);
                var run = campaign.RunId ?? await OpenAsync(transaction, campaign.OwnerId, campaignId, cancel);
                var facts = new MoveFacts(run, ticket.PublicId, StartsAt: startsAt);
                if (await AskedAsync(transaction, campaignId, move, facts, cancel) is not null)
                    return null;
                // Nobody will run it, and nobody is told.
                throw new NoArrowException();
            },
            cancel
        );
        if (refusal is not null)
            return refusal;
        if (campaign.State is CampaignState.Scheduled && campaign.JobId is { } before)
            await jobs.CancelAsync(before, cancel);
        states.Changed(campaignId);
        return null;
    }

    /// <summary>Takes its day away again.</summary>
    public async Task<Problem?> UnscheduleAsync(Guid campaignId, CancellationToken cancel)
    {
        if (await AskedAsync(campaignId, CampaignMove.Unschedule, cancel) is null)
            return await NoArrowAsync(campaignId, cancel);
        await CancelJobAsync(campaignId, cancel);
        return null;
    }

    /// <summary>Its run ends with the call that is under way.</summary>
    public async Task<Problem?> PauseAsync(Guid campaignId, CancellationToken cancel)
    {
        var moved = await AskedAsync(campaignId, CampaignMove.Pause, cancel);
        if (moved is null)
            return await NoArrowAsync(campaignId, cancel);
        if (moved.To is CampaignState.Paused)
            await CancelJobAsync(campaignId, cancel);
        return null;
    }

    /// <summary>Its run is told to drop what it does.</summary>
    public async Task<Problem?> CancelAsync(Guid campaignId, CancellationToken cancel)
    {
        var moved = await AskedAsync(campaignId, CampaignMove.Cancel, cancel);
        if (moved is null)
            return await NoArrowAsync(campaignId, cancel);
        var outcome = await CancelJobAsync(campaignId, cancel);
        if (moved.To is CampaignState.Cancelling && outcome is not CancelOutcome.Requested)
            await states.MoveAsync(campaignId, CampaignMove.Drop, new MoveFacts(), cancel);
        return null;
    }

    /// <summary>
    /// A campaign whose job ended without it is ended here: it was cancelled among the tasks, took its process down too
    /// often, or was killed while it was being cancelled.
    /// </summary>
    public async Task SettleAsync(Guid campaignId, CancellationToken cancel)
    {
        var campaign = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => c.Id == campaignId)
            .Select(c => new { c.State, c.JobId })
            .SingleOrDefaultAsync(cancel);
        if (campaign is null || campaign.JobId is not { } job)
            return;
        if (!campaign.State.IsBusy() && campaign.State is not CampaignState.Scheduled)
            return;
        var held = new MoveFacts(HeldBy: job);
        switch ((await jobs.GetAsync(job, cancel))?.Job)
        {
            case { State: JobState.Cancelled }:
                await states.MoveAsync(campaignId, CampaignMove.Drop, held, cancel);
                break;
            case null when campaign.State is CampaignState.Cancelling:
            case { State: JobState.Failed or JobState.Succeeded } when campaign.State is CampaignState.Cancelling:
                await states.MoveAsync(campaignId, CampaignMove.Drop, held, cancel);
                break;
            case { State: JobState.Failed } failed:
                var broken = held with
                {
                    ProblemCode = failed.Error?.Code ?? "run_failed",
                    Problem = failed.Error?.Message ?? "The run failed.",
                };
                await states.MoveAsync(campaignId, CampaignMove.Break, broken, cancel);
                break;
        }
    }

    /// <summary>The books of a campaign that nobody has run yet, for work on a single draft.</summary>
    public async Task<Guid> RunOfAsync(Guid campaignId, CancellationToken cancel) =>
        await db.InTransactionAsync(
            async transaction =>
            {
                var campaign = await db.Set<Campaign>()
                    .FromSql($"select * from campaigns.campaigns where id = {campaignId} for update")
                    .AsNoTracking()
                    .SingleAsync(cancel);
                if (campaign.RunId is { } known)
                    return known;
                var run = await OpenAsync(transaction, campaign.OwnerId, campaignId, cancel);
                await db.Set<Campaign>()
                    .Where(c => c.Id == campaignId)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.RunId, run), cancel);
                return run;
            },
            cancel
        );

    public async Task<Problem> NoArrowAsync(Guid campaignId, CancellationToken cancel) =>
        await states.StateAsync(campaignId, cancel) is { } state ? GetCampaign.NoArrow(state) : GetCampaign.Gone;

    private async Task<Moved?> AskedAsync(Guid campaignId, CampaignMove move, CancellationToken cancel)
    {
        var moved = await db.InTransactionAsync(
            transaction => AskedAsync(transaction, campaignId, move, new MoveFacts(), cancel),
            cancel
        );
        if (moved is not null)
            states.Changed(campaignId);
        return moved;
    }

    /// <summary>Follows the arrow, and writes down who asked for it.</summary>
    private async Task<Moved?> AskedAsync(
        NpgsqlTransaction transaction,
        Guid campaignId,
        CampaignMove move,
        MoveFacts facts,
        CancellationToken cancel
    )
    {
        var moved = await states.MoveAsync(transaction, campaignId, move, facts, cancel);
        if (moved is null)
            return null;
        var action = move switch
        {
            CampaignMove.Start => AuditActions.CampaignStarted,
            CampaignMove.Schedule => AuditActions.CampaignScheduled,
            CampaignMove.Unschedule => AuditActions.CampaignUnscheduled,
            CampaignMove.Pause => AuditActions.CampaignPaused,
            CampaignMove.Resume => AuditActions.CampaignResumed,
            _ => AuditActions.CampaignCancelled,
        };
        var entry = new AuditEntry(
            action,
            SubjectKind: "campaign",
            SubjectId: campaignId,
            Details: new { From = moved.From.ToString(), To = moved.To.ToString() }
        );
        await trail.RecordAsync(transaction, entry, cancel);
        return moved;
    }

    private async Task<CancelOutcome?> CancelJobAsync(Guid campaignId, CancellationToken cancel)
    {
        var job = await db.Set<Campaign>()
            .Where(c => c.Id == campaignId)
            .Select(c => c.JobId)
            .SingleOrDefaultAsync(cancel);
        return job is { } id ? await jobs.CancelAsync(id, cancel) : null;
    }

    private async Task<Guid> OpenAsync(
        NpgsqlTransaction transaction,
        Guid owner,
        Guid campaign,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var run = Guid.CreateVersion7(now);
        await using var open = new NpgsqlCommand(Open, transaction.Connection, transaction);
        open.Parameters.Add(new() { Value = run });
        open.Parameters.Add(new() { Value = owner });
        open.Parameters.Add(new() { Value = campaign });
        open.Parameters.Add(new() { Value = now });
        await open.ExecuteNonQueryAsync(cancel);
        return run;
    }

    /// <summary>Rolls back what was begun for a move that there is not.</summary>
    internal sealed class NoArrowException : Exception;
}
