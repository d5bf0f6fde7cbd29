using System.Net;
using System.Text;

namespace Atelier.Cli.SampleBlogs;

/// <summary>The pages of one blog, in the manner of the software it looks like.</summary>
/// <param name="addresses">Where each blog is served, by its folder: the ends of links.</param>
internal sealed class BlogPages(SampleBlog blog, IReadOnlyDictionary<string, Uri> addresses)
{
    public string Home()
    {
        var list = string.Concat(
            blog.Posts.Select(post =>
                $"<li><a href=\"{post.Path}\">{Html(post.Title)}</a> <time datetime=\"{post.Published:O}\">"
                + $"{post.Published:d MMMM yyyy}</time></li>"
            )
        );
        return Page(blog.Name, "/", $"<h1>{Html(blog.Name)}</h1><p>{Html(blog.About)}</p><ul>{list}</ul>", "");
    }

    public string Post(SamplePost post)
    {
        var hidden = blog.Hidden is { } words ? $"<div style=\"display:none\">{Html(words)}</div>" : "";
        var article = $"""
            <article class="{(blog.Style is "wordpress" ? "post type-post hentry" : "post")}">
            <header><h1 class="entry-title">{Html(post.Title)}</h1>
            <p class="byline">By <span class="author" rel="author">{Html(blog.Author)}</span>,
            <time class="published" datetime="{post.Published:O}">{post.Published:d MMMM yyyy}</time></p></header>
            <div class="entry-content">{post.Body}{hidden}</div>
            </article>
            {Comments()}
            """;
        var head = $"""
            <meta property="og:type" content="article"><meta property="og:title" content="{Html(post.Title)}">
            <meta property="article:published_time" content="{post.Published:O}">
            <meta name="author" content="{Html(blog.Author)}">
            """;
        return Page($"{post.Title} | {blog.Name}", post.Path, article, head);
    }

    private string Page(string title, string path, string body, string head) =>
        $"""
            <!doctype html>
            <html lang="{blog.Language}">
            <head>
            <meta charset="utf-8"><title>{Html(title)}</title>
            <meta name="viewport" content="width=device-width">
            <meta name="generator" content="{Generator()}">
            <link rel="canonical" href="{At(path)}">
            {FeedLink()}{(blog.Noindex ? "<meta name=\"robots\" content=\"noindex, noai\">" : "")}
            {head}
            </head>
            <body>
            <nav><a href="/">{Html(blog.Name)}</a> <a href="/about/">About</a> <a href="/archive/">Archive</a></nav>
            <main>{body}</main>
            <aside class="sidebar"><h2>Friends</h2><ul>{Friends()}</ul></aside>
            <footer><p>{Html(blog.About)} All rights reserved.</p></footer>
            </body></html>
            """;

    private string Comments() =>
        blog.Comments switch
        {
            "open" => """
                <section id="comments"><h2>2 comments</h2><ol><li>Lovely, thank you.</li><li>How deep?</li></ol>
                <div id="respond"><form action="/wp-comments-post.php" method="post" id="commentform">
                <label>Your comment <textarea name="comment"></textarea></label>
                <label>Name <input name="author"></label><button>Post comment</button></form></div></section>
                """,
            "moderated" => """
                <section id="comments"><h2>Comments</h2><p>Comments are moderated and appear after they have been approved.</p>
                <form action="/comments" method="post"><textarea name="comment"></textarea><button>Send</button></form></section>
                """,
            "login" => """
                <section id="comments"><h2>Comments</h2><p>You must be <a href="/login">logged in</a> to post a comment.</p></section>
                """,
            "disqus" => """
                <section><div id="disqus_thread"></div><noscript>Please enable JavaScript to view the comments.</noscript></section>
                """,
            _ => """<section id="comments"><p class="no-comments">Comments are closed.</p></section>""",
        };

    private string Friends() =>
        string.Concat(blog.Friends.Select(friend => $"<li><a href=\"{addresses[friend]}\">{friend}</a></li>"));

    private string FeedLink() =>
        BlogFeeds.TypeOf(blog.Feed) is { } type
            ? $"<link rel=\"alternate\" type=\"{type}\" title=\"{Html(blog.Name)}\" href=\"/feed\">"
            : "";

    private string Generator() =>
        blog.Style switch
        {
            "wordpress" => "WordPress 6.8",
            "hugo" => "Hugo 0.148",
            "blogger" => "Blogger",
            _ => "by hand",
        };

    private Uri At(string path) => new(addresses[blog.Folder], path);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
