namespace Atelier.Campaigns;

/// <summary>Who speaks in the comments of a campaign.</summary>
/// <param name="Experience">What may be said of the person's own experience.</param>
/// <param name="ClaimsConfirmed">Somebody confirmed that what the persona says of itself is true.</param>
internal sealed record Persona(
    string Name,
    string Voice,
    string Background,
    IReadOnlyList<string> Experience,
    bool ClaimsConfirmed
);

/// <summary>What a person wants said, where and by whom, and how far it is (docs/states/campaign.md).</summary>
internal sealed class Campaign
{
    private Campaign() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Name { get; private set; } = "";
    public string Topic { get; private set; } = "";
    public string Audience { get; private set; } = "";
    public IReadOnlyList<string> Keywords { get; private set; } = [];
    public IReadOnlyList<string> Seeds { get; private set; } = [];
    public string? Language { get; private set; }
    public Persona Persona { get; private set; } = new("", "", "", [], false);
    public string Affiliation { get; private set; } = "";

    /// <summary>The sentence that says whose side the comment is on.</summary>
    public string Disclosure { get; private set; } = "";
    public IReadOnlyList<string> AllowedLinks { get; private set; } = [];
    public IReadOnlyList<string> CampaignDomains { get; private set; } = [];
    public int MaxBlogs { get; private set; }
    public int MaxPosts { get; private set; }
    public bool FollowLinks { get; private set; }

    /// <summary>Whoever wrote a draft may not approve it.</summary>
    public bool FourEyes { get; private set; }

    /// <summary>Changed by <see cref="CampaignStates"/> alone.</summary>
    public CampaignState State { get; private set; }
    public CampaignPhase? Phase { get; private set; }

    /// <summary>Of what a person wrote; a change names the one it is of.</summary>
    public int Version { get; private set; }
    public DateTimeOffset? StartsAt { get; private set; }
    public Guid? RunId { get; private set; }
    public Guid? JobId { get; private set; }
    public string? ProblemCode { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>What a person should know, such as that a model failed and the built-in engine went on.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public static Campaign Begin(Guid owner, Guid? project, CampaignPlan plan, DateTimeOffset now)
    {
        var campaign = new Campaign
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            ProjectId = project,
            State = CampaignState.Draft,
            CreatedAt = now,
        };
        campaign.Take(plan, now);
        return campaign;
    }

    public void Take(CampaignPlan plan, DateTimeOffset now)
    {
        (Name, Topic, Audience, Language) = (plan.Name, plan.Topic, plan.Audience, plan.Language);
        (Keywords, Seeds) = (plan.Keywords, plan.Seeds);
        (Persona, Affiliation, Disclosure) = (plan.Persona, plan.Affiliation, plan.Disclosure);
        (AllowedLinks, CampaignDomains) = (plan.AllowedLinks, plan.CampaignDomains);
        (MaxBlogs, MaxPosts, FollowLinks, FourEyes) = (plan.MaxBlogs, plan.MaxPosts, plan.FollowLinks, plan.FourEyes);
        Version++;
        UpdatedAt = now;
    }

    public CampaignPlan Plan =>
        new(
            Name,
            Topic,
            Audience,
            Keywords,
            Seeds,
            Language,
            Persona,
            Affiliation,
            Disclosure,
            AllowedLinks,
            CampaignDomains,
            MaxBlogs,
            MaxPosts,
            FollowLinks,
            FourEyes
        );
}

/// <summary>All that a person decides about a campaign.</summary>
internal sealed record CampaignPlan(
    string Name,
    string Topic,
    string Audience,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Seeds,
    string? Language,
    Persona Persona,
    string Affiliation,
    string Disclosure,
    IReadOnlyList<string> AllowedLinks,
    IReadOnlyList<string> CampaignDomains,
    int MaxBlogs,
    int MaxPosts,
    bool FollowLinks,
    bool FourEyes
);
