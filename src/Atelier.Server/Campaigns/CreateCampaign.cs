using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Money;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns;

/// <param name="Topic">What it is about, in a sentence.</param>
/// <param name="Seeds">Addresses of blogs to begin with.</param>
/// <param name="Language">Of the posts that are answered, such as <c>en</c>; any when left out.</param>
/// <param name="Affiliation">What connects the persona to what it speaks for.</param>
/// <param name="Disclosure">The sentence that says so in every comment.</param>
/// <param name="AllowedLinks">The only addresses that a comment may name.</param>
/// <param name="CampaignDomains">Hosts that the campaign speaks for: linked to only where that is disclosed.</param>
/// <param name="FollowLinks">Blogs that the found ones link to are looked at as well.</param>
/// <param name="FourEyes">Somebody else than its owner approves.</param>
public sealed record CreateCampaignRequest(
    [property: StringLength(120, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Name,
    [property: StringLength(400, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Topic,
    [property: Required] PersonaRequest Persona,
    [property: StringLength(300, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Affiliation,
    [property: StringLength(300, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Disclosure,
    [property: StringLength(400)] string? Audience = null,
    [property: MaxLength(30)] IReadOnlyList<string>? Keywords = null,
    [property: MaxLength(200)] IReadOnlyList<string>? Seeds = null,
    [property: RegularExpression("^[a-z]{2,3}$")] string? Language = null,
    [property: MaxLength(20)] IReadOnlyList<string>? AllowedLinks = null,
    [property: MaxLength(20)] IReadOnlyList<string>? CampaignDomains = null,
    [property: Range(1, 200), DefaultValue(20)] int MaxBlogs = 20,
    [property: Range(1, 1000), DefaultValue(20)] int MaxPosts = 20,
    bool FollowLinks = false,
    bool FourEyes = false,
    Guid? ProjectId = null,
    BudgetCaps? Budget = null
);

internal static class CreateCampaign
{
    /// <summary>A draft: nothing happens before it is started.</summary>
    public static async Task<Results<Created<CampaignView>, ProblemHttpResult>> Post(
        CreateCampaignRequest request,
        CurrentUser user,
        IProjects projects,
        CampaignsDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var plan = PlanOf(request);
        if (CampaignWords.Objection(plan) is { } objection)
            return objection.ToHttp();
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var campaign = Campaign.Begin(user.Id, request.ProjectId, plan, clock.GetUtcNow());
        db.Add(campaign);
        await db.InTransactionAsync(
            async transaction =>
            {
                if (request.Budget is { } caps)
                    await Budgets.SetAsync(transaction, Purse.OfCampaign(campaign.Id), caps, isCeiling: false, ct);
                return true;
            },
            ct
        );
        return TypedResults.Created($"/api/v1/campaigns/{campaign.Id}", campaign.ToView());
    }

    private static CampaignPlan PlanOf(CreateCampaignRequest request) =>
        new(
            request.Name.Trim(),
            request.Topic.Trim(),
            request.Audience?.Trim() ?? "",
            CampaignWords.Lines(request.Keywords),
            CampaignWords.Lines(request.Seeds),
            request.Language,
            CampaignWords.Of(request.Persona),
            request.Affiliation.Trim(),
            request.Disclosure.Trim(),
            CampaignWords.Lines(request.AllowedLinks),
            CampaignWords.Lines(request.CampaignDomains),
            request.MaxBlogs,
            request.MaxPosts,
            request.FollowLinks,
            request.FourEyes
        );
}
