using Atelier.JobEngine;

namespace Atelier.Campaigns.Running;

/// <summary>Takes a campaign from where it is to where a person decides.</summary>
internal sealed record RunCampaign(Guid CampaignId) : IJobPayload
{
    public static string Kind => "campaigns.run.v1";
}

/// <summary>What the finished job answers.</summary>
/// <param name="State">How the campaign stands now: it may have been paused.</param>
internal sealed record RanCampaign(Guid CampaignId, CampaignState State, int Blogs, int Posts, int Drafts);

/// <summary>The campaign is to stand still: the call under way was the last.</summary>
internal sealed class RunStoppedException : Exception;
