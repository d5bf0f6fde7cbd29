using Atelier.Campaigns.Running;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns;

/// <param name="StartsAt">Null takes the day away again.</param>
public sealed record ScheduleCampaignRequest(DateTimeOffset? StartsAt);

/// <summary>What a person asks of a campaign as a whole. Each is one arrow, or 409 <c>campaign_state</c>.</summary>
internal static class MoveCampaign
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    public static Task<Results<Ok<CampaignView>, ProblemHttpResult>> Start(
        Guid campaignId,
        CampaignRuns runs,
        CampaignsDb db,
        CancellationToken ct
    ) => QueuedAsync(campaignId, CampaignMove.Start, startsAt: null, runs, db, ct);

    /// <summary>Goes on where it stopped: with what was found, drafted and paid for.</summary>
    public static Task<Results<Ok<CampaignView>, ProblemHttpResult>> Resume(
        Guid campaignId,
        CampaignRuns runs,
        CampaignsDb db,
        CancellationToken ct
    ) => QueuedAsync(campaignId, CampaignMove.Resume, startsAt: null, runs, db, ct);

    /// <summary>Starts it at a moment to come.</summary>
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Schedule(
        Guid campaignId,
        ScheduleCampaignRequest request,
        CampaignRuns runs,
        CampaignsDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (request.StartsAt is not { } startsAt)
            return await AfterAsync(await runs.UnscheduleAsync(campaignId, ct), campaignId, db, ct);
        if (startsAt > clock.GetUtcNow() + Farthest)
            return Problem.Invalid("startsAt", "At most a year ahead.").ToHttp();
        return await QueuedAsync(campaignId, CampaignMove.Schedule, startsAt, runs, db, ct);
    }

    /// <summary>The call under way is finished and kept; nothing more is begun.</summary>
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Pause(
        Guid campaignId,
        CampaignRuns runs,
        CampaignsDb db,
        CancellationToken ct
    ) => await AfterAsync(await runs.PauseAsync(campaignId, ct), campaignId, db, ct);

    /// <summary>The call under way is dropped. What is there stays and can be read, approved and exported.</summary>
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Cancel(
        Guid campaignId,
        CampaignRuns runs,
        CampaignsDb db,
        CancellationToken ct
    ) => await AfterAsync(await runs.CancelAsync(campaignId, ct), campaignId, db, ct);

    private static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> QueuedAsync(
        Guid campaignId,
        CampaignMove move,
        DateTimeOffset? startsAt,
        CampaignRuns runs,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        try
        {
            return await AfterAsync(await runs.QueueAsync(campaignId, move, startsAt, ct), campaignId, db, ct);
        }
        catch (CampaignRuns.NoArrowException)
        {
            return (await runs.NoArrowAsync(campaignId, ct)).ToHttp();
        }
    }

    private static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> AfterAsync(
        Problem? refusal,
        Guid campaignId,
        CampaignsDb db,
        CancellationToken ct
    ) => refusal is null ? await GetCampaign.ViewAsync(db, campaignId, ct) : refusal.ToHttp();
}
