using Atelier.JobEngine;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns;

internal static class DeleteCampaign
{
    // What was said to models goes with the campaign; what it cost stays in the books.
    private const string Forget = """
        update campaigns.calls set answer = null, failure = null where campaign_id = $1
        """;

    /// <summary>With its drafts and its timeline. Not while it runs: cancel it first.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid campaignId,
        CampaignsDb db,
        CampaignStates states,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var job = await db.Set<Campaign>().Where(c => c.Id == campaignId).Select(c => c.JobId).SingleOrDefaultAsync(ct);
        var isGone = await db.InTransactionAsync(
            async transaction =>
            {
                var deleted = await db.Set<Campaign>()
                    .Where(c => c.Id == campaignId)
                    .Where(c =>
                        c.State != CampaignState.Queued
                        && c.State != CampaignState.Running
                        && c.State != CampaignState.Pausing
                        && c.State != CampaignState.Cancelling
                    )
                    .ExecuteDeleteAsync(ct);
                if (deleted == 0)
                    return false;
                await using var forget = new NpgsqlCommand(Forget, transaction.Connection, transaction);
                forget.Parameters.Add(new() { Value = campaignId });
                await forget.ExecuteNonQueryAsync(ct);
                return true;
            },
            ct
        );
        if (!isGone)
            return await states.StateAsync(campaignId, ct) is { } state
                ? GetCampaign.Busy(state).ToHttp()
                : GetCampaign.Gone.ToHttp();
        if (job is { } waiting)
            await jobs.CancelAsync(waiting, ct); // of a campaign that was scheduled
        return TypedResults.NoContent();
    }
}
