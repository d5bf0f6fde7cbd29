namespace Atelier.Campaigns.Comments;

public enum CommentState
{
    Drafting,

    /// <summary>No gate fails, and the score is high enough.</summary>
    Ready,

    /// <summary>No gate fails; something could be better.</summary>
    NeedsWork,

    /// <summary>A gate fails.</summary>
    Blocked,
    Approved,
    Rejected,
}

internal enum CommentMove
{
    /// <summary>A writer is done.</summary>
    Finish,

    /// <summary>A person wrote another version.</summary>
    Edit,

    /// <summary>The same text is judged again.</summary>
    Review,
    Regenerate,
    Approve,
    Reject,
}

/// <summary>The arrows between states; docs/states/comment.md tells them to people.</summary>
internal static class CommentArrows
{
    private static readonly CommentState[] Judged = [CommentState.Ready, CommentState.NeedsWork, CommentState.Blocked];

    public static IReadOnlyList<(CommentState From, CommentMove Move, IReadOnlyList<CommentState> To)> All { get; } =
    [
        (CommentState.Drafting, CommentMove.Finish, Judged),
        (CommentState.Ready, CommentMove.Edit, Judged),
        (CommentState.NeedsWork, CommentMove.Edit, Judged),
        (CommentState.Blocked, CommentMove.Edit, Judged),
        (CommentState.Approved, CommentMove.Edit, Judged),
        (CommentState.Ready, CommentMove.Review, Judged),
        (CommentState.NeedsWork, CommentMove.Review, Judged),
        (CommentState.Blocked, CommentMove.Review, Judged),
        (CommentState.Ready, CommentMove.Regenerate, [CommentState.Drafting]),
        (CommentState.NeedsWork, CommentMove.Regenerate, [CommentState.Drafting]),
        (CommentState.Blocked, CommentMove.Regenerate, [CommentState.Drafting]),
        (CommentState.Rejected, CommentMove.Regenerate, [CommentState.Drafting]),
        (CommentState.Ready, CommentMove.Approve, [CommentState.Approved]),
        (CommentState.NeedsWork, CommentMove.Approve, [CommentState.Approved]),
        (CommentState.Ready, CommentMove.Reject, [CommentState.Rejected]),
        (CommentState.NeedsWork, CommentMove.Reject, [CommentState.Rejected]),
        (CommentState.Blocked, CommentMove.Reject, [CommentState.Rejected]),
        (CommentState.Approved, CommentMove.Reject, [CommentState.Rejected]),
    ];

    /// <summary>Where a move may begin.</summary>
    public static CommentState[] From(CommentMove move) =>
        [.. All.Where(arrow => arrow.Move == move).Select(arrow => arrow.From)];

    /// <summary>What has no arrow into a decision yet.</summary>
    public static CommentState[] Undecided { get; } = [CommentState.Drafting, .. Judged];
}
