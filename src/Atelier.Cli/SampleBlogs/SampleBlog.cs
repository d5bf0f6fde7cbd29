using System.Globalization;
using System.Text.Json;
using Markdig;

namespace Atelier.Cli.SampleBlogs;

/// <summary>One blog of <c>examples/blogs</c>: <c>blog.json</c> and its posts, one Markdown file each.</summary>
/// <param name="Host">An address of this machine's own, so that each blog is a host of its own to who reads it.</param>
/// <param name="Style">The software it looks like: wordpress, hugo, blogger or plain.</param>
/// <param name="Feed">rss, atom, json, rdf, broken or none.</param>
/// <param name="Comments">open, login, moderated, disqus or closed.</param>
/// <param name="Robots">Its robots.txt; null where it has none.</param>
/// <param name="Noindex">It asks not to be used, in every page.</param>
/// <param name="Hidden">Words that only programs read.</param>
/// <param name="Friends">Folders of the blogs it links to.</param>
/// <param name="Traps">What goes wrong at which path: endless, loop, bomb, inside or cut.</param>
internal sealed record SampleBlog(
    string Host,
    string Name,
    string Author,
    string Language,
    string Style,
    string Feed,
    string Comments,
    string About,
    string? Robots,
    bool Noindex,
    string? Hidden,
    IReadOnlyList<string> Friends,
    IReadOnlyDictionary<string, string>? Traps
)
{
    private const string Prefix = "blogs/";

    public string Folder { get; private init; } = "";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SamplePost> Posts { get; private init; } = [];

    public static IReadOnlyList<SampleBlog> ReadAll(DateTimeOffset now)
    {
        var files = typeof(SampleBlog)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToLookup(name => name[Prefix.Length..].Split('/')[0]);
        return [.. files.Select(blog => Read(blog.Key, [.. blog], now))];
    }

    private static SampleBlog Read(string folder, IReadOnlyList<string> files, DateTimeOffset now)
    {
        var about = files.Single(file => file.EndsWith("/blog.json", StringComparison.Ordinal));
        var posts = files.Where(file => file.EndsWith(".md", StringComparison.Ordinal));
        return JsonSerializer.Deserialize<SampleBlog>(TextOf(about), JsonSerializerOptions.Web)! with
        {
            Folder = folder,
            Posts =
            [
                .. posts
                    .Select(file => SamplePost.Read(Path.GetFileNameWithoutExtension(file), TextOf(file), now))
                    .OrderByDescending(post => post.Published),
            ],
        };
    }

    private static string TextOf(string file)
    {
        using var reader = new StreamReader(typeof(SampleBlog).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}

/// <param name="Body">As HTML.</param>
internal sealed record SamplePost(string Slug, string Title, DateTimeOffset Published, string Body)
{
    public string Path => $"/posts/{Slug}/";

    /// <param name="text">
    /// A head of <c>days:</c> (how long ago it was published) and <c>title:</c>, a blank line, then Markdown.
    /// </param>
    public static SamplePost Read(string slug, string text, DateTimeOffset now)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = text[..end]
            .Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1]);
        var days = int.Parse(head["days"], CultureInfo.InvariantCulture);
        var published = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(7).AddDays(-days);
        return new(slug, head["title"], published, Markdown.ToHtml(text[end..]));
    }
}
