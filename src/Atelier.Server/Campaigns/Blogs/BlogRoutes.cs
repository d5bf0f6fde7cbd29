using Atelier.Campaigns.Blogs.Finding;
using Atelier.Campaigns.Blogs.Following;
using Atelier.Campaigns.Blogs.Judging;
using Atelier.Campaigns.Blogs.Posts;
using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Campaigns.Blogs;

/// <summary>Blogs: found, read, judged, and left alone when asked.</summary>
internal static class BlogRoutes
{
    private const string Lane = "crawl";
    private const int MostAtOnce = 8; // they mostly wait

    public static void AddBlogs(this IServiceCollection services)
    {
        services.AddScoped<BlogOwners>();
        services.AddScoped<PostOwners>();
        services.AddScoped<HostBlockOwners>();
        services.AddScoped<IPersonalData, BlogsPersonalData>();
        services.AddCheckedOptions<BlogOptions>(BlogOptions.Section);
        services.AddSingleton<FeedFinder>();
        services.AddSingleton<SitemapFinder>();
        services.AddSingleton<PostsWithoutFeed>();
        services.AddSingleton<BlogInspector>();
        services.AddSingleton<PageReading>();
        services.AddSingleton<PostTopics>();
        services.AddSingleton<PostKeeper>();
        services.AddSingleton<NewsAsker>();
        services.AddSingleton<BlogReader>();
        services.AddSingleton<BlogScout>();
        services.AddSingleton<PostPicker>();
        services.AddScoped<BlogJudge>();
        services.AddSingleton<DueBlogs>();
        services.AddHostedService<BlogWatch>();
        services.AddJobHandler<DiscoverBlogsJob, DiscoverBlogsHandler>(lane: Lane);
        services.AddJobHandler<AnalyzeBlogJob, AnalyzeBlogHandler>(lane: Lane);
        services.AddJobHandler<ReadDueBlogs, ReadDueBlogsHandler>(lane: Lane);
        services.PostConfigure<JobEngineOptions>(jobs => jobs.Lanes.TryAdd(Lane, MostAtOnce));
    }

    public static void MapBlogs(this IEndpointRouteBuilder api)
    {
        var blogs = api.MapGroup("/blogs").WithTags("Blogs");
        blogs.MapGet("/", ListBlogs.Get).ProducesProblem(400);
        blogs
            .MapPost("/discover", DiscoverBlogs.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(409);
        blogs
            .MapPost("/opml", ImportOpml.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .WithMetadata(new RequestSizeLimitAttribute(ImportOpmlRequest.Longest * 2))
            .ProducesProblem(409)
            .ProducesProblem(413)
            .ProducesProblem(422);
        blogs.MapGet("/blocks", HostBlocks.Get).ProducesProblem(400);
        blogs.MapPost("/blocks", HostBlocks.Post).Idempotent().ProducesProblem(409);
        var block = blogs.MapGroup("/blocks/{blockId:guid}").RequireOwner<HostBlockOwners>("blockId", "block");
        block.MapDelete("/", HostBlocks.Delete);

        var blog = blogs.MapGroup("/{blogId:guid}").RequireOwner<BlogOwners>("blogId", "blog");
        blog.MapGet("/", GetBlog.Get);
        blog.MapPatch("/", ChangeBlog.Patch).ProducesProblem(400).ProducesProblem(409);
        blog.MapDelete("/", DeleteBlog.Delete);
        blog.MapPost("/analyze", AnalyzeBlog.Post).Idempotent().Throttle(ThrottlePolicy.Generate).ProducesProblem(409);
        blog.MapGet("/posts", ListPosts.Get).ProducesProblem(400);

        var post = api.MapGroup("/posts/{postId:guid}").WithTags("Blogs").RequireOwner<PostOwners>("postId", "post");
        post.MapGet("/", GetPost.Get);
    }
}
