namespace Atelier.Campaigns;

public enum CampaignState
{
    Draft,
    Scheduled,
    Queued,
    Running,
    Pausing,
    Paused,
    AwaitingReview,
    BudgetExceeded,
    Cancelling,
    Cancelled,
    Failed,
    Completed,
}

public enum CampaignPhase
{
    Discover,
    Read,
    Choose,
    Draft,
    Review,
}

/// <summary>What happens to a campaign: the first six are asked for by a person, the others by its run.</summary>
internal enum CampaignMove
{
    Schedule,
    Unschedule,
    Start,
    Pause,
    Resume,
    Cancel,
    Begin,
    Rest,
    Exceed,
    Draft,
    Finish,
    Break,
    Drop,
    Decide,
    Reopen,
}

/// <summary>One arrow of docs/states/campaign.md.</summary>
internal sealed record Arrow(CampaignMove Move, CampaignState From, CampaignState To);

/// <summary>All arrows there are. What is not here does not happen: a move without an arrow changes nothing.</summary>
internal static class CampaignArrows
{
    public static IReadOnlyList<Arrow> All { get; } =
    [
        new(CampaignMove.Schedule, CampaignState.Draft, CampaignState.Scheduled),
        new(CampaignMove.Schedule, CampaignState.Scheduled, CampaignState.Scheduled),
        new(CampaignMove.Unschedule, CampaignState.Scheduled, CampaignState.Draft),
        new(CampaignMove.Start, CampaignState.Draft, CampaignState.Queued),
        new(CampaignMove.Start, CampaignState.Scheduled, CampaignState.Queued),
        new(CampaignMove.Pause, CampaignState.Queued, CampaignState.Paused),
        new(CampaignMove.Pause, CampaignState.Running, CampaignState.Pausing),
        new(CampaignMove.Resume, CampaignState.Paused, CampaignState.Queued),
        new(CampaignMove.Resume, CampaignState.BudgetExceeded, CampaignState.Queued),
        new(CampaignMove.Resume, CampaignState.Failed, CampaignState.Queued),
        new(CampaignMove.Cancel, CampaignState.Scheduled, CampaignState.Cancelled),
        new(CampaignMove.Cancel, CampaignState.Queued, CampaignState.Cancelled),
        new(CampaignMove.Cancel, CampaignState.Running, CampaignState.Cancelling),
        new(CampaignMove.Cancel, CampaignState.Pausing, CampaignState.Cancelling),
        new(CampaignMove.Cancel, CampaignState.Paused, CampaignState.Cancelled),
        new(CampaignMove.Cancel, CampaignState.BudgetExceeded, CampaignState.Cancelled),
        new(CampaignMove.Cancel, CampaignState.AwaitingReview, CampaignState.Cancelled),
        new(CampaignMove.Begin, CampaignState.Scheduled, CampaignState.Running),
        new(CampaignMove.Begin, CampaignState.Queued, CampaignState.Running),
        new(CampaignMove.Rest, CampaignState.Pausing, CampaignState.Paused),
        new(CampaignMove.Exceed, CampaignState.Running, CampaignState.BudgetExceeded),
        new(CampaignMove.Exceed, CampaignState.Pausing, CampaignState.BudgetExceeded),
        new(CampaignMove.Draft, CampaignState.Running, CampaignState.AwaitingReview),
        new(CampaignMove.Draft, CampaignState.Pausing, CampaignState.AwaitingReview),
        new(CampaignMove.Finish, CampaignState.Running, CampaignState.Completed),
        new(CampaignMove.Finish, CampaignState.Pausing, CampaignState.Completed),
        new(CampaignMove.Break, CampaignState.Queued, CampaignState.Failed),
        new(CampaignMove.Break, CampaignState.Running, CampaignState.Failed),
        new(CampaignMove.Break, CampaignState.Pausing, CampaignState.Failed),
        new(CampaignMove.Drop, CampaignState.Scheduled, CampaignState.Cancelled),
        new(CampaignMove.Drop, CampaignState.Queued, CampaignState.Cancelled),
        new(CampaignMove.Drop, CampaignState.Running, CampaignState.Cancelled),
        new(CampaignMove.Drop, CampaignState.Pausing, CampaignState.Cancelled),
        new(CampaignMove.Drop, CampaignState.Cancelling, CampaignState.Cancelled),
        new(CampaignMove.Decide, CampaignState.AwaitingReview, CampaignState.Completed),
        new(CampaignMove.Reopen, CampaignState.Completed, CampaignState.AwaitingReview),
    ];

    /// <summary>States in which a job works, or is about to.</summary>
    public static bool IsBusy(this CampaignState state) =>
        state is CampaignState.Queued or CampaignState.Running or CampaignState.Pausing or CampaignState.Cancelling;

    public static bool Allows(this CampaignState state, CampaignMove move) =>
        All.Any(arrow => arrow.From == state && arrow.Move == move);
}
