namespace Atelier.Campaigns;

/// <summary>Who speaks in the comments.</summary>
/// <param name="Experience">What may be said of the person's own experience; nothing else is claimed.</param>
/// <param name="ClaimsConfirmed">You confirm that what the persona says of itself is true.</param>
public sealed record PersonaView(
    string Name,
    string Voice,
    string Background,
    IReadOnlyList<string> Experience,
    bool ClaimsConfirmed
);

/// <param name="Code">Stable, such as <c>budget_exceeded</c>.</param>
public sealed record CampaignProblem(string Code, string Message);

/// <param name="Phase">The one at work, or the last.</param>
/// <param name="Version">Of what you wrote. Send it with a change, and a change that somebody else made meanwhile is not lost.</param>
/// <param name="Problem">Why it stands still.</param>
/// <param name="Notes">What you should know, such as that a model failed and the built-in engine went on.</param>
/// <param name="Actions">What may be done now: start, schedule, unschedule, pause, resume, cancel, edit, delete, duplicate.</param>
public sealed record CampaignView(
    Guid Id,
    Guid? ProjectId,
    string Name,
    string Topic,
    string Audience,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Seeds,
    string? Language,
    PersonaView Persona,
    string Affiliation,
    string Disclosure,
    IReadOnlyList<string> AllowedLinks,
    IReadOnlyList<string> CampaignDomains,
    int MaxBlogs,
    int MaxPosts,
    bool FollowLinks,
    bool FourEyes,
    CampaignState State,
    CampaignPhase? Phase,
    int Version,
    DateTimeOffset? StartsAt,
    Guid? RunId,
    Guid? JobId,
    CampaignProblem? Problem,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Actions,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

public sealed record CampaignListItem(
    Guid Id,
    Guid? ProjectId,
    string Name,
    string Topic,
    CampaignState State,
    CampaignPhase? Phase,
    DateTimeOffset? StartsAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal static class CampaignViews
{
    private static readonly CampaignMove[] Asked =
    [
        CampaignMove.Start,
        CampaignMove.Schedule,
        CampaignMove.Unschedule,
        CampaignMove.Pause,
        CampaignMove.Resume,
        CampaignMove.Cancel,
    ];

    public static CampaignView ToView(this Campaign campaign) =>
        new(
            campaign.Id,
            campaign.ProjectId,
            campaign.Name,
            campaign.Topic,
            campaign.Audience,
            campaign.Keywords,
            campaign.Seeds,
            campaign.Language,
            new(
                campaign.Persona.Name,
                campaign.Persona.Voice,
                campaign.Persona.Background,
                campaign.Persona.Experience,
                campaign.Persona.ClaimsConfirmed
            ),
            campaign.Affiliation,
            campaign.Disclosure,
            campaign.AllowedLinks,
            campaign.CampaignDomains,
            campaign.MaxBlogs,
            campaign.MaxPosts,
            campaign.FollowLinks,
            campaign.FourEyes,
            campaign.State,
            campaign.Phase,
            campaign.Version,
            campaign.StartsAt,
            campaign.RunId,
            campaign.JobId,
            campaign.ProblemOf(),
            campaign.Notes,
            ActionsOf(campaign.State),
            campaign.CreatedAt,
            campaign.UpdatedAt,
            campaign.StartedAt,
            campaign.FinishedAt
        );

    public static CampaignListItem ToListItem(this Campaign campaign) =>
        new(
            campaign.Id,
            campaign.ProjectId,
            campaign.Name,
            campaign.Topic,
            campaign.State,
            campaign.Phase,
            campaign.StartsAt,
            campaign.CreatedAt,
            campaign.UpdatedAt
        );

    public static CampaignProblem? ProblemOf(this Campaign campaign) =>
        campaign.ProblemCode is { } code ? new(code, campaign.Problem ?? "") : null;

    public static IReadOnlyList<string> ActionsOf(CampaignState state)
    {
        List<string> actions =
        [
            .. Asked.Where(move => state.Allows(move)).Select(move => move.ToString().ToLowerInvariant()),
            "duplicate",
        ];
        if (!state.IsBusy())
            actions.AddRange(["edit", "delete"]);
        return actions;
    }
}
