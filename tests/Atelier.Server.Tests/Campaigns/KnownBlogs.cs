using Atelier.Campaigns.Blogs;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns;

/// <summary>Blogs and posts put straight onto a person's shelf, for tests that are not about finding them.</summary>
internal static class KnownBlogs
{
    public static async Task<Guid> BlogAsync(StudioFactory studio, Person person, string? address = null)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var blog = NewBlog(studio, person, address);
        db.Add(blog);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return blog.Id;
    }

    public static async Task<Guid> PostAsync(StudioFactory studio, Person person)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var blog = NewBlog(studio, person, null);
        var news = new PostNews("Letting bread rise overnight", "Ada", studio.Clock.GetUtcNow(), Comments: 3);
        var post = Post.Announce(blog, blog.Address + "bread", news, studio.Clock.GetUtcNow());
        db.AddRange(blog, post);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return post.Id;
    }

    private static Blog NewBlog(StudioFactory studio, Person person, string? address)
    {
        var now = studio.Clock.GetUtcNow();
        var home = address ?? $"https://{Guid.CreateVersion7(now):n}.example.org/";
        return Blog.Find(person.Id, home, new Uri(home).Host, FoundBy.Seed, from: null, now);
    }
}
