using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Judging;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <summary>A draft with all that it is judged by.</summary>
internal sealed record CommentOnDesk(
    Comment Comment,
    Campaign Campaign,
    Post Post,
    CommentBrief Brief,
    StudiedPost Studied,
    IReadOnlyList<OtherDraft> Others
);

/// <summary>Lays a draft beside its post, its campaign, the campaign's other drafts and the block lists, as they are now.</summary>
internal sealed class CommentDesk(CampaignsDb db, Assessor assessor, CommentMeter meter, TimeProvider clock)
{
    private const string Blocks = """
        select coalesce(reason, host) as "Value" from campaigns.host_blocks
        where owner_id = {0} and ({1} = host or right({1}, length(host) + 1) = '.' || host)
        union all
        select coalesce(reason, host) as "Value" from campaigns.hosts
        where blocked and (split_part({1}, ':', 1) = split_part(host, ':', 1))
        """;

    /// <summary>Whatever compares a draft with the others of its campaign and acts on it takes its turn, until the commit.</summary>
    public Task TakeTurnAsync(Guid campaign, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({campaign.ToString()}, 11))",
            cancel
        );

    public async Task<CommentOnDesk?> FindAsync(Guid id, CancellationToken cancel)
    {
        var comment = await db.Set<Comment>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (comment is null)
            return null;
        var campaign = await db.Set<Campaign>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == comment.CampaignId, cancel);
        var post = await db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == comment.PostId, cancel);
        if (campaign is null || post is null)
            return null;
        return new(
            comment,
            campaign,
            post,
            BriefOf(campaign),
            new StudiedPost(await TextOfAsync(post, cancel)),
            await OthersAsync(comment, cancel)
        );
    }

    public Assessment Assess(CommentOnDesk desk, string text) =>
        assessor.Assess(text, desk.Studied, desk.Post.Id, desk.Brief, desk.Others, clock.GetUtcNow());

    /// <summary>A judge that thinks little of a draft asks for work; it neither blocks nor clears it.</summary>
    public static CommentState StateOf(Assessment assessment, Judgement? judgement) =>
        !assessment.Passed ? CommentState.Blocked
        : assessment.Verdict is ScoreVerdict.Ready
        && assessment.Spam.Verdict is SpamVerdict.Pass
        && judgement is not { Lean: < 0 }
            ? CommentState.Ready
        : CommentState.NeedsWork;

    private static CommentBrief BriefOf(Campaign campaign)
    {
        var persona = campaign.Persona;
        return new(
            campaign.Topic,
            campaign.Keywords,
            campaign.Affiliation,
            campaign.Disclosure,
            campaign.AllowedLinks,
            campaign.CampaignDomains,
            new(persona.Name, persona.Voice, persona.Background, persona.Experience, persona.ClaimsConfirmed)
        );
    }

    private async Task<PostText> TextOfAsync(Post post, CancellationToken cancel)
    {
        var url = new Uri(post.Url);
        var blocked = await db.Database.SqlQueryRaw<string>(Blocks, post.OwnerId, url.IdnHost).ToListAsync(cancel);
        var text = post.Text ?? "";
        return new(
            url,
            post.Title ?? "",
            text,
            post.Language,
            post.FetchStatus is 304 ? 200 : post.FetchStatus,
            post.FetchedAt,
            post.RobotsAllowed,
            post.Openness,
            post.OpennessEvidence,
            post.TermsFlag,
            post.TermsEvidence,
            blocked.FirstOrDefault()
        )
        {
            Author = post.Author,
            Keyphrases = post.Keyphrases is { Length: > 0 } known ? known : meter.Keyphrases(text, post.Language),
            Hidden = post.Hidden,
        };
    }

    private async Task<IReadOnlyList<OtherDraft>> OthersAsync(Comment comment, CancellationToken cancel)
    {
        var rows = await (
            from other in db.Set<Comment>()
            join post in db.Set<Post>() on other.PostId equals post.Id
            where other.CampaignId == comment.CampaignId && other.Id != comment.Id && other.Text != ""
            select new
            {
                other.Id,
                other.PostId,
                other.Persona,
                post.Url,
                other.Text,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new OtherDraft(row.Id, row.PostId, row.Persona, new Uri(row.Url).IdnHost, row.Text)),
        ];
    }
}
