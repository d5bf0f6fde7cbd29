using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;

namespace Atelier.Campaigns.Blogs;

/// <summary>Blogs: found, read, judged, and left alone when asked.</summary>
internal static class BlogRoutes
{
    public static void AddBlogs(this IServiceCollection services)
    {
        services.AddScoped<BlogOwners>();
        services.AddScoped<PostOwners>();
        services.AddScoped<HostBlockOwners>();
        services.AddScoped<IPersonalData, BlogsPersonalData>();
    }

    public static void MapBlogs(this IEndpointRouteBuilder api)
    {
        var blogs = api.MapGroup("/blogs").WithTags("Blogs");
        blogs.MapGet("/", ListBlogs.Get).ProducesProblem(400);
        blogs.MapGet("/blocks", HostBlocks.Get).ProducesProblem(400);
        blogs.MapPost("/blocks", HostBlocks.Post).Idempotent().ProducesProblem(409);
        var block = blogs.MapGroup("/blocks/{blockId:guid}").RequireOwner<HostBlockOwners>("blockId", "block");
        block.MapDelete("/", HostBlocks.Delete);

        var blog = blogs.MapGroup("/{blogId:guid}").RequireOwner<BlogOwners>("blogId", "blog");
        blog.MapGet("/", GetBlog.Get);
        blog.MapDelete("/", DeleteBlog.Delete);
        blog.MapGet("/posts", ListPosts.Get).ProducesProblem(400);

        var post = api.MapGroup("/posts/{postId:guid}").WithTags("Blogs").RequireOwner<PostOwners>("postId", "post");
        post.MapGet("/", GetPost.Get);
    }
}
