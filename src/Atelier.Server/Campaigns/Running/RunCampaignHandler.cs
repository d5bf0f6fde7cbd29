using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Money;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Running;

/// <summary>
/// One job of a campaign's run: takes the campaign, lets the crew work, and says how it ended. Whatever ends the process
/// in between, the next job or the next node goes on from what is stored.
/// </summary>
internal sealed class RunCampaignHandler(
    CampaignsDb db,
    CampaignStates states,
    Crew crew,
    SpanLog spans,
    IFieldwork fieldwork,
    ILogger<RunCampaignHandler> log
) : IJobHandler<RunCampaign>
{
    public async Task<object?> RunAsync(RunCampaign payload, JobRun run, CancellationToken cancel)
    {
        var id = payload.CampaignId;
        if (!await TakeAsync(id, run, cancel))
            return null;
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        try
        {
            await spans.SweepAsync(campaign.RunId!.Value, cancel);
            var done = await crew.WorkAsync(campaign, run, cancel);
            var move = await fieldwork.UndecidedAsync(id, cancel) > 0 ? CampaignMove.Draft : CampaignMove.Finish;
            var moved = await states.MoveAsync(id, move, Held(run), cancel);
            return done with { State = moved?.To ?? CampaignState.Cancelling };
        }
        catch (BudgetExceededException full)
        {
            var facts = Held(run) with { ProblemCode = BudgetExceededException.Code, Problem = full.Message };
            await states.MoveAsync(id, CampaignMove.Exceed, facts, cancel);
            return new RanCampaign(id, CampaignState.BudgetExceeded, 0, 0, 0);
        }
        catch (RunStoppedException) when (!cancel.IsCancellationRequested)
        {
            await states.MoveAsync(id, CampaignMove.Rest, Held(run), cancel);
            return new RanCampaign(id, CampaignState.Paused, 0, 0, 0);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // Told to drop it, or the node is stopping: only the first is an end.
            if (await states.StateAsync(id, CancellationToken.None) is CampaignState.Cancelling)
                await states.MoveAsync(id, CampaignMove.Drop, Held(run), CancellationToken.None);
            throw;
        }
        catch (Exception e) when (run.Attempt >= run.MaxAttempts || e is JobFailure { Retryable: false })
        {
            log.LogWarning(e, "The run of campaign {Campaign} is given up", id);
            var facts = Held(run) with
            {
                ProblemCode = (e as JobFailure)?.Code ?? "run_failed",
                Problem = e is JobFailure ? e.Message : "Something went wrong that the studio did not foresee.",
            };
            await states.MoveAsync(id, CampaignMove.Break, facts, cancel);
            throw;
        }
    }

    /// <returns>False when there is nothing to do: it was paused, cancelled or taken over by another job meanwhile.</returns>
    private async Task<bool> TakeAsync(Guid id, JobRun run, CancellationToken cancel)
    {
        if (await states.MoveAsync(id, CampaignMove.Begin, Held(run), cancel) is not null)
            return true;
        var campaign = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => c.Id == id && c.JobId == run.PublicId)
            .Select(c => new { c.State })
            .SingleOrDefaultAsync(cancel);
        switch (campaign?.State)
        {
            case CampaignState.Running:
                return true; // the process that ran it before died
            case CampaignState.Pausing:
                await states.MoveAsync(id, CampaignMove.Rest, Held(run), cancel);
                return false;
            case CampaignState.Cancelling:
                await states.MoveAsync(id, CampaignMove.Drop, Held(run), cancel);
                return false;
            default:
                return false;
        }
    }

    private static MoveFacts Held(JobRun run) => new(HeldBy: run.PublicId);
}
