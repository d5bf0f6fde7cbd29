using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

/// <summary>What is absent stays as it is.</summary>
/// <param name="Version">What you saw. A change of another version is refused.</param>
public sealed record ChangeCampaignRequest(
    [property: StringLength(120, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string? Name = null,
    [property: StringLength(400, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string? Topic = null,
    PersonaRequest? Persona = null,
    [property: StringLength(300, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)]
        string? Affiliation = null,
    [property: StringLength(300, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)]
        string? Disclosure = null,
    [property: StringLength(400)] string? Audience = null,
    [property: MaxLength(30)] IReadOnlyList<string>? Keywords = null,
    [property: MaxLength(200)] IReadOnlyList<string>? Seeds = null,
    [property: RegularExpression("^([a-z]{2,3})?$")] string? Language = null,
    [property: MaxLength(20)] IReadOnlyList<string>? AllowedLinks = null,
    [property: MaxLength(20)] IReadOnlyList<string>? CampaignDomains = null,
    [property: Range(1, 200)] int? MaxBlogs = null,
    [property: Range(1, 1000)] int? MaxPosts = null,
    bool? FollowLinks = null,
    bool? FourEyes = null,
    [property: Range(1, int.MaxValue)] int? Version = null
);

internal static class ChangeCampaign
{
    /// <summary>Not while it runs. What was drafted already stays as it is.</summary>
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Patch(
        Guid campaignId,
        ChangeCampaignRequest request,
        CampaignsDb db,
        CampaignStates states,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (view, refusal) = await db.InTransactionAsync<(CampaignView?, Problem?)>(
            async _ =>
            {
                // Locked, so that it is not begun while it is changed.
                var campaign = await db.Set<Campaign>()
                    .FromSql($"select * from campaigns.campaigns where id = {campaignId} for update")
                    .SingleOrDefaultAsync(ct);
                if (campaign is null)
                    return (null, GetCampaign.Gone);
                if (campaign.State.IsBusy())
                    return (null, GetCampaign.Busy(campaign.State));
                if (request.Version is { } seen && seen != campaign.Version)
                    return (null, Changed(campaign.Version));
                var plan = Revised(campaign.Plan, request);
                if (CampaignWords.Objection(plan) is { } objection)
                    return (null, objection);
                campaign.Take(plan, clock.GetUtcNow());
                return (campaign.ToView(), null);
            },
            ct
        );
        if (view is null)
            return refusal!.ToHttp();
        states.Changed(campaignId);
        return TypedResults.Ok(view);
    }

    private static Problem Changed(int version) =>
        Problem.Conflict("campaign_changed", $"The campaign was changed meanwhile; it is version {version} now.");

    private static CampaignPlan Revised(CampaignPlan plan, ChangeCampaignRequest request) =>
        plan with
        {
            Name = request.Name?.Trim() ?? plan.Name,
            Topic = request.Topic?.Trim() ?? plan.Topic,
            Audience = request.Audience?.Trim() ?? plan.Audience,
            Persona = request.Persona is { } persona ? CampaignWords.Of(persona) : plan.Persona,
            Affiliation = request.Affiliation?.Trim() ?? plan.Affiliation,
            Disclosure = request.Disclosure?.Trim() ?? plan.Disclosure,
            Keywords = Lines(request.Keywords, plan.Keywords),
            Seeds = Lines(request.Seeds, plan.Seeds),
            Language = request.Language is "" ? null : request.Language ?? plan.Language,
            AllowedLinks = Lines(request.AllowedLinks, plan.AllowedLinks),
            CampaignDomains = Lines(request.CampaignDomains, plan.CampaignDomains),
            MaxBlogs = request.MaxBlogs ?? plan.MaxBlogs,
            MaxPosts = request.MaxPosts ?? plan.MaxPosts,
            FollowLinks = request.FollowLinks ?? plan.FollowLinks,
            FourEyes = request.FourEyes ?? plan.FourEyes,
        };

    private static IReadOnlyList<string> Lines(IReadOnlyList<string>? asked, IReadOnlyList<string> kept) =>
        asked is null ? kept : CampaignWords.Lines(asked);
}
