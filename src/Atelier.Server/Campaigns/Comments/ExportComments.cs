using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Comments;

public sealed record ExportCommentsRequest(
    [property: Description("Of this campaign; of all one's own when left out.")] Guid? CampaignId = null,
    [property: AllowedValues("md", "csv", "jsonl"), DefaultValue("md"), Description("md, csv or jsonl.")]
        string Format = "md",
    [property: DefaultValue(false), Description("Those that nobody approved too, with their states.")] bool All = false
);

internal static class ExportComments
{
    /// <summary>The approved comments of a campaign, or of all one's own, each with its post, anchors, scores, disclosure, approver and versions.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        [AsParameters] ExportCommentsRequest request,
        CurrentUser user,
        CampaignOwners owners,
        CommentExport export,
        IOptions<JsonOptions> json,
        CancellationToken ct
    )
    {
        var owner = user.Id;
        if (request.CampaignId is { } campaign)
        {
            var whose = await owners.OwnerOfAsync(campaign, ct);
            var asking = whose is { } one && user.Has(CommentRoutes.ModeratorScope) ? one : user.Id;
            if (Ownership.Judge(whose, asking, "campaign") is { } refusal)
                return refusal.ToHttp();
            owner = asking;
        }
        var comments = await export.ReadAsync(owner, request.CampaignId, request.All, ct);
        var (text, type) = request.Format switch
        {
            "csv" => (ExportFormats.Csv(comments), "text/csv; charset=utf-8"),
            "jsonl" => (ExportFormats.JsonLines(comments, json.Value.SerializerOptions), "application/x-ndjson"),
            _ => (ExportFormats.Markdown(comments), "text/markdown; charset=utf-8"),
        };
        return TypedResults.File(Encoding.UTF8.GetBytes(text), type, $"comments.{request.Format}");
    }
}
