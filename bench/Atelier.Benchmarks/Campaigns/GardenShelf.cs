using System.Text;
using Atelier.Campaigns;
using Atelier.Campaigns.Blogs;
using Atelier.Cli.SampleBlogs;
using Atelier.Reading.Articles;

namespace Atelier.Benchmarks.Campaigns;

/// <summary>The sample blogs as they lie on somebody's shelf after they were read.</summary>
internal static class GardenShelf
{
    public static IReadOnlyList<Post> Fill(CampaignsDb db, Guid owner, DateTimeOffset now)
    {
        var posts = new List<Post>();
        foreach (var sample in SampleBlog.ReadAll(now).Where(one => one is { Language: "en", Noindex: false }))
        {
            var home = $"https://{sample.Folder}.example.org";
            var blog = Blog.Find(owner, $"{home}/", $"{sample.Folder}.example.org", FoundBy.Seed, from: null, now);
            blog.Read(PostOpenness.Open, now, TimeSpan.FromDays(1), now);
            db.Add(blog);
            foreach (var written in sample.Posts)
            {
                var news = new PostNews(written.Title, sample.Author, written.Published, Comments: 2);
                var post = Post.Announce(blog, home + written.Path, news, now);
                post.Keep(Read(written, news, home), 200, 1, now);
                posts.Add(post);
            }
        }
        db.AddRange(posts);
        return posts;
    }

    private static PostReading Read(SamplePost written, PostNews news, string home)
    {
        var page = $"<html><body><article><h1>{written.Title}</h1>{written.Body}</article></body></html>";
        var text = ArticleReader
            .Read(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", new Uri(home + written.Path), default)
            .Page!.Text;
        return new(
            news,
            Sha256: "",
            RobotsNote: null,
            Language: "en",
            text,
            text.Split(' ').Length,
            Keyphrases: [],
            PostOpenness.Open,
            OpennessEvidence: null,
            System: null,
            Hidden: [],
            Links: [],
            SimHash: 0,
            TermsEvidence: null,
            DuplicateOf: null
        );
    }
}
