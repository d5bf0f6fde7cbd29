using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Campaigns.Comments.Judging;

namespace Atelier.Campaigns.Comments;

/// <param name="FailedGates">G1 to G10.</param>
/// <param name="Attempts">How often the page tried to steer whoever reads it.</param>
/// <param name="CampaignState">While it runs, its owner and moderators may pause it.</param>
internal sealed record CommentSummary(
    Guid Id,
    Guid CampaignId,
    string CampaignName,
    CampaignState CampaignState,
    Guid PostId,
    CommentState State,
    string Text,
    string Language,
    double? Score,
    double? Spam,
    IReadOnlyList<string> FailedGates,
    string PostTitle,
    string PostUrl,
    int Version,
    int Attempts,
    bool Exported,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <param name="Writer"><c>built-in</c>, or the model's name.</param>
/// <param name="IsStartingPoint">Written without a model: to be edited.</param>
/// <param name="Notes">What a person should know of how it was written.</param>
/// <param name="Assessment">Null while it is drafted.</param>
/// <param name="WhyNot">Why it cannot be approved now; null when it can.</param>
internal sealed record CommentView(
    Guid Id,
    Guid CampaignId,
    Guid PostId,
    CommentState State,
    string Text,
    string Language,
    string Persona,
    string Disclosure,
    string Writer,
    bool IsStartingPoint,
    IReadOnlyList<string> Notes,
    PostExcerptView Post,
    IReadOnlyList<AnchorView> Anchors,
    Assessment? Assessment,
    Judgement? Judgement,
    IReadOnlyList<Attempt> Attempts,
    int Version,
    DecisionView? Decision,
    bool MayApprove,
    string? WhyNot,
    bool Exported,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <param name="Excerpt">The whole post, or the paragraphs around the anchors.</param>
internal sealed record PostExcerptView(
    Guid Id,
    Guid BlogId,
    string Url,
    string Title,
    string? Author,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? FetchedAt,
    string Excerpt,
    bool IsWhole,
    PostOpenness Openness
);

/// <param name="InPost">In the excerpt, in UTF-16 units; null when it is not there.</param>
internal sealed record AnchorView(string Text, AnchorKind Kind, Place? InPost, Place InComment, bool Verified);

/// <param name="Kind">approved or rejected.</param>
internal sealed record DecisionView(
    string Kind,
    Guid By,
    string Role,
    DateTimeOffset At,
    string? Reason,
    int OfVersion
);

internal static class CommentViews
{
    public static CommentView ToView(this CommentOnDesk desk)
    {
        var (comment, post) = (desk.Comment, desk.Post);
        var anchors = comment.Assessment?.Anchors ?? [];
        var excerpt = PostExcerpt.Of(post.Text ?? "", anchors);
        var whyNot = WhyNot(comment);
        return new(
            comment.Id,
            comment.CampaignId,
            comment.PostId,
            comment.State,
            comment.Text,
            comment.Language,
            comment.Persona,
            Disclosures.For(desk.Brief, post.Language),
            comment.Writer,
            comment.Writer == Comment.BuiltIn && comment.EditedBy is null,
            comment.Notes,
            new(
                post.Id,
                post.BlogId,
                post.Url,
                post.Title ?? "",
                post.Author,
                post.PublishedAt,
                post.FetchedAt,
                excerpt.Text,
                excerpt.IsWhole,
                post.Openness
            ),
            [
                .. anchors.Select(anchor => new AnchorView(
                    anchor.Text,
                    anchor.Kind,
                    excerpt.Find(anchor.Text),
                    anchor.InComment,
                    anchor.Verified
                )),
            ],
            comment.Assessment,
            comment.Judgement,
            comment.Attempts,
            comment.Versions,
            Decision(comment),
            whyNot is null,
            whyNot,
            comment.ExportedAt is not null,
            comment.CreatedAt,
            comment.UpdatedAt
        );
    }

    private static string? WhyNot(Comment comment) =>
        comment.State switch
        {
            CommentState.Drafting => "It is being written.",
            CommentState.Approved => "It is approved.",
            CommentState.Rejected => "It is rejected.",
            CommentState.Blocked when comment.Assessment?.FailedGates() is { Count: > 0 } failed =>
                $"It fails {string.Join(", ", failed)}.",
            CommentState.Blocked => "It looks too much like spam.",
            _ => null,
        };

    private static DecisionView? Decision(Comment comment) =>
        comment is { DecidedBy: { } by, DecidedAt: { } at, DecidedRole: { } role }
            ? new(
                comment.State is CommentState.Approved ? "approved" : "rejected",
                by,
                role,
                at,
                comment.DecisionReason,
                comment.Versions
            )
            : null;
}
