using Atelier.Campaigns.Agents;

namespace Atelier.Campaigns.Running;

/// <summary>A post that is worth an answer, and how well it fits.</summary>
internal sealed record ChosenPost(Guid PostId, Guid BlogId, double Fit, string Title);

/// <summary>How a draft came out.</summary>
internal sealed record DraftedComment(Guid CommentId, string State, double Score, int Versions);

/// <summary>What a campaign has done on the web and on paper, phase by phase. Each may be done again without harm.</summary>
internal interface IFieldwork
{
    /// <returns>The blogs that are worth reading.</returns>
    Task<IReadOnlyList<Guid>> DiscoverAsync(
        Campaign campaign,
        IReadOnlyList<string> keywords,
        CancellationToken cancel
    );

    /// <returns>What was read: an address and the number of posts.</returns>
    Task<(string Address, int Posts)> ReadAsync(Campaign campaign, Guid blog, CancellationToken cancel);

    /// <summary>The posts that fit best, best first; a few more than are answered.</summary>
    Task<IReadOnlyList<ChosenPost>> ChooseAsync(Campaign campaign, IReadOnlyList<Guid> blogs, CancellationToken cancel);

    Task<DraftedComment> DraftAsync(
        Campaign campaign,
        ChosenPost post,
        AgentTurn writer,
        AgentTurn reviewer,
        CancellationToken cancel
    );

    /// <summary>How many drafts of the campaign nobody has decided about.</summary>
    Task<int> UndecidedAsync(Guid campaign, CancellationToken cancel);
}
