using System.Diagnostics;
using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Benchmarks.Campaigns;

/// <summary>What judging one draft takes: the ten gates, the score and the spam score, beside every other draft of the campaign.</summary>
internal static class GateTimes
{
    private const int Warm = 2;
    private const int Rounds = 2;
    private const int PerPost = 12; // so that there are a hundred to be compared with

    /// <returns>Milliseconds in order, and beside how many others, of other posts, each draft was judged.</returns>
    public static (double[] Took, int Others) Measure(
        IServiceProvider services,
        IReadOnlyList<Post> posts,
        DateTimeOffset now
    )
    {
        var (assessor, writer, meter) = (
            services.GetRequiredService<Assessor>(),
            services.GetRequiredService<BuiltInWriter>(),
            services.GetRequiredService<CommentMeter>()
        );
        var drafts = new List<(Post Post, StudiedPost Studied, string Text)>();
        foreach (var post in posts)
        {
            var studied = new StudiedPost(TextOf(post, meter, now));
            for (var seed = 1; seed <= PerPost; seed++)
                if (writer.Write(studied, post.Id, Brief, [], seed, now).Text is { } text)
                    drafts.Add((post, studied, text));
        }
        var took = new List<double>();
        for (var round = -Warm; round < Rounds; round++)
            foreach (var (post, studied, text) in drafts)
            {
                var others = OthersOf(drafts, post);
                var began = Stopwatch.GetTimestamp();
                assessor.Assess(text, studied, post.Id, Brief, others, now);
                if (round >= 0)
                    took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        return ([.. took.Order()], drafts.Count - PerPost);
    }

    private static CommentBrief Brief { get; } =
        new(
            "Growing vegetables in a garden",
            ["garden", "vegetables", "compost", "children"],
            "Kerbside Seeds",
            "I work for Kerbside Seeds.",
            [],
            [],
            new("Marta Vance", "", "", [], Confirmed: false)
        );

    private static IReadOnlyList<OtherDraft> OthersOf(
        IReadOnlyList<(Post Post, StudiedPost Studied, string Text)> drafts,
        Post post
    ) =>
        [
            .. drafts
                .Where(draft => draft.Post != post)
                .Select(draft => new OtherDraft(
                    draft.Post.Id,
                    draft.Post.Id,
                    Brief.Persona.Name,
                    new Uri(draft.Post.Url).Host,
                    draft.Text
                )),
        ];

    private static PostText TextOf(Post post, CommentMeter meter, DateTimeOffset now) =>
        new(new(post.Url), post.Title!, post.Text!, "en", 200, now, RobotsAllowed: true, PostOpenness.Open)
        {
            Keyphrases = meter.Keyphrases(post.Text!, "en"),
        };
}
