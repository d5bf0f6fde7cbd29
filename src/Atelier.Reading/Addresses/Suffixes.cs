namespace Atelier.Reading.Addresses;

/// <summary>
/// Endings of host names under which strangers have names of their own. Not the public list, which is long and changes:
/// the general rule for countries, and the hosts that most blogs live on.
/// </summary>
internal static class Suffixes
{
    /// <summary>Second labels that countries use as others use <c>com</c>.</summary>
    private static readonly HashSet<string> Kinds =
    [
        "ac",
        "co",
        "com",
        "edu",
        "gob",
        "gouv",
        "gov",
        "go",
        "gv",
        "ltd",
        "me",
        "mil",
        "ne",
        "net",
        "nom",
        "or",
        "org",
        "plc",
        "sch",
    ];

    private static readonly HashSet<string> Shared =
    [
        "altervista.org",
        "bearblog.dev",
        "blog.fc2.com",
        "blogger.com",
        "blogs.com",
        "cloudflare.net",
        "codeberg.page",
        "dreamwidth.org",
        "fly.dev",
        "ghost.io",
        "github.io",
        "gitlab.io",
        "hashnode.dev",
        "hatenablog.com",
        "hatenablog.jp",
        "herokuapp.com",
        "home.blog",
        "jimdofree.com",
        "livejournal.com",
        "mataroa.blog",
        "medium.com",
        "micro.blog",
        "neocities.org",
        "netlify.app",
        "over-blog.com",
        "pages.dev",
        "prose.sh",
        "srht.site",
        "substack.com",
        "svbtle.com",
        "tistory.com",
        "tumblr.com",
        "typepad.com",
        "vercel.app",
        "web.app",
        "weebly.com",
        "wixsite.com",
        "wordpress.com",
        "workers.dev",
        "write.as",
    ];

    /// <returns>How many labels, from the right, are nobody's own.</returns>
    public static int LabelsOf(string[] labels)
    {
        if (labels.Length < 3)
            return 1;
        if (labels.Length >= 4 && Shared.Contains(string.Join('.', labels[^3..])))
            return 3;
        var last = string.Join('.', labels[^2..]);
        if (Shared.Contains(last) || labels[^2] == "blogspot")
            return labels[^1].Length == 2 && labels[^2] == "com" ? 3 : 2;
        if (labels is [_, .., "blogspot", "com", _] or [_, .., "blogspot", "co", _])
            return 3;
        return labels[^1].Length == 2 && Kinds.Contains(labels[^2]) ? 2 : 1;
    }
}
