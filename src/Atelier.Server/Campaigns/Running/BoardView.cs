using Atelier.Campaigns.Fetching;
using Atelier.Campaigns.Money;

namespace Atelier.Campaigns.Running;

public enum PhaseState
{
    Waiting,
    Running,
    Done,
}

/// <param name="Total">Null while nobody knows.</param>
public sealed record PhaseView(
    CampaignPhase Phase,
    PhaseState State,
    int Done,
    int? Total,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

/// <param name="Operation">What it does now: chat, execute_tool, or invoke_agent between two of them.</param>
public sealed record AgentAtWork(Guid AgentId, string Role, string Subject, string Operation, DateTimeOffset Since);

/// <param name="Picked">Posts that are to be answered.</param>
/// <param name="Comments">By state.</param>
public sealed record BoardCounts(int Blogs, int Posts, int Picked, IReadOnlyDictionary<string, int> Comments);

/// <param name="Latest">Steps that were begun last, newest first.</param>
/// <param name="SecondsLeft">An estimate; null while there is nothing to estimate it from.</param>
/// <param name="Seq">Of the newest step: the timeline behind it is news.</param>
internal sealed record BoardView(
    CampaignState State,
    CampaignPhase? Phase,
    IReadOnlyList<PhaseView> Phases,
    IReadOnlyList<AgentAtWork> Agents,
    SpendView Spend,
    BoardCounts Counts,
    IReadOnlyList<FetchView> Fetches,
    IReadOnlyList<SpanView> Latest,
    int? SecondsLeft,
    CampaignProblem? Problem,
    long Seq
);

/// <summary>How a campaign stands, for those who watch it.</summary>
internal sealed record CampaignLive(
    Guid Id,
    CampaignState State,
    CampaignPhase? Phase,
    IReadOnlyList<PhaseView> Phases,
    IReadOnlyList<AgentAtWork> Agents,
    Amounts Spent,
    IReadOnlyDictionary<string, int> Comments,
    long Seq,
    IReadOnlyList<string> Warnings
);
