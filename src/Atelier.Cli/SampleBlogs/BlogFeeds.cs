using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Atelier.Cli.SampleBlogs;

/// <summary>What a blog tells feed readers, in its format.</summary>
internal static class BlogFeeds
{
    /// <returns>Null for a blog without a feed.</returns>
    public static string? TypeOf(string feed) =>
        feed switch
        {
            "rss" or "broken" => "application/rss+xml",
            "rdf" => "application/rdf+xml",
            "atom" => "application/atom+xml",
            "json" => "application/feed+json",
            _ => null,
        };

    public static string Write(SampleBlog blog, Uri home) =>
        blog.Feed switch
        {
            "atom" => Atom(blog, home),
            "json" => Json(blog, home),
            "rdf" => Rdf(blog, home),
            "broken" => Rss(blog, home).Replace("</item>", "", StringComparison.Ordinal) + "& <<<",
            _ => Rss(blog, home),
        };

    public static string Sitemap(SampleBlog blog, Uri home) =>
        Entries(blog, post => $"<url><loc>{At(home, post)}</loc><lastmod>{post.Published:yyyy-MM-dd}</lastmod></url>")
            is var urls
            ? $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>
                """
            : "";

    private static string Rss(SampleBlog blog, Uri home)
    {
        var items = Entries(
            blog,
            post =>
                $"<item><title>{Xml(post.Title)}</title><link>{At(home, post)}</link><guid>{At(home, post)}</guid>"
                + $"<dc:creator>{Xml(blog.Author)}</dc:creator><pubDate>{Rfc822(post.Published)}</pubDate>"
                + $"<content:encoded><![CDATA[{post.Body}]]></content:encoded></item>"
        );
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>{Xml(
                blog.Name
            )}</title><link>{home}</link><language>{blog.Language}</language>{items}</channel></rss>
            """;
    }

    private static string Atom(SampleBlog blog, Uri home)
    {
        var entries = Entries(
            blog,
            post =>
                $"<entry><id>{At(home, post)}</id><title>{Xml(post.Title)}</title><link rel=\"alternate\" href=\"{At(home, post)}\"/>"
                + $"<author><name>{Xml(blog.Author)}</name></author><published>{post.Published:O}</published>"
                + $"<updated>{post.Published:O}</updated><content type=\"html\">{Xml(post.Body)}</content></entry>"
        );
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{blog.Language}"><id>{home}</id><title>{Xml(
                blog.Name
            )}</title>
            <link href="{home}"/><updated>{blog.Posts[0].Published:O}</updated>{entries}</feed>
            """;
    }

    private static string Rdf(SampleBlog blog, Uri home)
    {
        var items = Entries(
            blog,
            post =>
                $"<item rdf:about=\"{At(home, post)}\"><title>{Xml(post.Title)}</title><link>{At(home, post)}</link>"
                + $"<dc:date>{post.Published:O}</dc:date><description>{Xml(post.Body)}</description></item>"
        );
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="{home}"><title>{Xml(blog.Name)}</title>
            <link>{home}</link><description>{Xml(blog.About)}</description></channel>{items}</rdf:RDF>
            """;
    }

    private static string Json(SampleBlog blog, Uri home) =>
        JsonSerializer.Serialize(
            new
            {
                version = "https://jsonfeed.org/version/1.1",
                title = blog.Name,
                home_page_url = home,
                language = blog.Language,
                items = blog.Posts.Select(post => new
                {
                    id = At(home, post),
                    url = At(home, post),
                    title = post.Title,
                    content_html = post.Body,
                    date_published = post.Published,
                    authors = new[] { new { name = blog.Author } },
                }),
            }
        );

    private static string Entries(SampleBlog blog, Func<SamplePost, string> write) =>
        string.Concat(blog.Posts.Select(write));

    private static Uri At(Uri home, SamplePost post) => new(home, post.Path);

    private static string Rfc822(DateTimeOffset time) => time.ToString("r", CultureInfo.InvariantCulture);

    private static string Xml(string text) => WebUtility.HtmlEncode(text);
}
