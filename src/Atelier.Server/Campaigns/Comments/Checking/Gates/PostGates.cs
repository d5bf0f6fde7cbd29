using System.Globalization;
using Atelier.Campaigns.Blogs;

namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G1, G2 and G10: what the post and its site say, whatever the comment.</summary>
internal static class PostGates
{
    private static readonly TimeSpan Fresh24 = TimeSpan.FromHours(24);

    public static GateResult Fresh(GateScene scene)
    {
        var post = scene.Post.Post;
        if (post.FetchedAt is not { } fetched || post.Status is null)
            return Gate.Fail("G1", "The post was never read.");
        if (post.Status != 200)
            return Gate.Fail("G1", $"The post answered with status {post.Status}.");
        if (!post.RobotsAllowed)
            return Gate.Fail("G1", "The site's robots.txt or the page itself does not allow using it.");
        if (scene.Now - fetched > Fresh24)
            return Gate.Fail(
                "G1",
                "The post was read more than 24 hours ago: read its blog again.",
                new Evidence("fetched", fetched.UtcDateTime.ToString("u", CultureInfo.InvariantCulture))
            );
        return post.Language is null
            ? Gate.Fail("G1", "The language of the post is not known.")
            : Gate.Pass(
                "G1",
                "Read within 24 hours, and allowed.",
                new Evidence("fetched", fetched.UtcDateTime.ToString("u", CultureInfo.InvariantCulture))
            );
    }

    public static GateResult Open(GateScene scene)
    {
        var post = scene.Post.Post;
        var evidence = new Evidence("openness", post.OpennessEvidence);
        return post.Openness switch
        {
            PostOpenness.Closed => Gate.Fail("G2", "Comments are closed there.", evidence),
            PostOpenness.None => Gate.Fail("G2", "The page takes no comments.", evidence),
            PostOpenness.Unknown => Gate.Pass(
                "G2",
                "Nothing on the page says whether it takes comments: look before you post.",
                evidence
            ),
            _ => Gate.Pass("G2", "The page takes comments.", evidence),
        };
    }

    public static GateResult NotBlocked(GateScene scene)
    {
        var post = scene.Post.Post;
        if (post.HostBlock is { } block)
            return Gate.Fail("G10", "The site is on a block list.", new Evidence("blockList", block));
        return post.TermsForbid
            ? Gate.Fail("G10", "The site's terms do not want such comments.", new Evidence("terms", post.TermsEvidence))
            : Gate.Pass("G10", "Neither terms nor a block list stand against it.");
    }
}
