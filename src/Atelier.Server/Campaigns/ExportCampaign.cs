using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Comments;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns;

public sealed record ExportCampaignRequest(
    [property: AllowedValues("md", "csv", "jsonl"), DefaultValue("md"), Description("md, csv or jsonl.")]
        string Format = "md"
);

internal static class ExportCampaign
{
    /// <summary>What people approved, to be taken where it belongs. Nothing here posts it.</summary>
    public static Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid campaignId,
        [AsParameters] ExportCampaignRequest request,
        CurrentUser user,
        CampaignOwners owners,
        CommentExport export,
        IOptions<JsonOptions> json,
        CancellationToken ct
    ) => ExportComments.Get(new(campaignId, request.Format), user, owners, export, json, ct);
}
