using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Writing;
using Atelier.Generation;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

public sealed record GenerateCommentRequest([property: Required] Guid CampaignId, [property: Required] Guid PostId);

internal static class GenerateComment
{
    /// <summary>Drafts a comment of the campaign's persona on a post. The same pair again is the same draft.</summary>
    public static async Task<Results<Accepted<CommentView>, ProblemHttpResult>> Post(
        GenerateCommentRequest request,
        CurrentUser user,
        CampaignsDb db,
        CampaignOwners campaigns,
        PostOwners posts,
        CommentDesk desk,
        GenerationModels models,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (Ownership.Judge(await campaigns.OwnerOfAsync(request.CampaignId, ct), user.Id, "campaign") is { } notHis)
            return notHis.ToHttp();
        if (Ownership.Judge(await posts.OwnerOfAsync(request.PostId, ct), user.Id, "post") is { } notHers)
            return notHers.ToHttp();
        var post = await db.Set<Blogs.Post>().AsNoTracking().SingleAsync(p => p.Id == request.PostId, ct);
        if (Unusable(post, models.Chat is not null) is { } why)
            return Problem.Unusable("post_unusable", why).ToHttp();
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == request.CampaignId, ct);
        if (campaign.State is CampaignState.Cancelled or CampaignState.Cancelling)
            return Problem.Conflict("campaign_closed", "This campaign was cancelled.").ToHttp();
        var id = await db.InTransactionAsync(
            async tx =>
            {
                var comment = await db.BeginCommentAsync(campaign, post.Id, clock.GetUtcNow(), ct);
                var row = await db.Set<Comment>().AsNoTracking().SingleAsync(c => c.Id == comment, ct);
                if (row.State is CommentState.Drafting)
                    await jobs.EnqueueAsync(tx, new DraftComment(comment), DraftComment.Options(row), ct);
                return comment;
            },
            ct
        );
        var found = await desk.FindAsync(id, ct);
        return found is null
            ? GetComment.Gone.ToHttp()
            : TypedResults.Accepted($"/api/v1/comments/{id}", found.ToView());
    }

    private static string? Unusable(Blogs.Post post, bool hasModel) =>
        !post.RobotsAllowed ? "The site does not allow using this post."
        : string.IsNullOrWhiteSpace(post.Text) ? "Nothing of this post was read yet: analyse its blog first."
        : post.Language is null ? "The language of the post is not known."
        : !hasModel && PhraseBook.For(post.Language) is null
            ? $"Without a model, comments are written in English and French only; the post is in “{post.Language}”."
        : null;
}
