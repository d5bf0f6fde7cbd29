using System.ComponentModel.DataAnnotations;

namespace Atelier.Campaigns.Blogs;

/// <summary>Section <c>Atelier:Campaigns:Blogs</c>: how much one person keeps.</summary>
internal sealed class BlogOptions
{
    public const string Section = "Atelier:Campaigns:Blogs";

    /// <summary>Blogs of one person.</summary>
    [Range(1, 100_000)]
    public int MostBlogs { get; set; } = 1000;

    /// <summary>Posts that are known of one blog, the newest.</summary>
    [Range(1, 10_000)]
    public int MostPosts { get; set; } = 100;
}
