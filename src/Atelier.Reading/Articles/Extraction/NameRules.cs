using System.Buffers;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>What authors' names for parts of their pages (classes, ids, roles) say about them.</summary>
internal static class NameRules
{
    private const int Weight = 25;

    private static readonly SearchValues<string> Beside = Words(
        "-ad- ad-break adbox advert agegate ai2html banner breadcrumb combx comment community cookie cover-wrap disqus extra footer gdpr header legends menu newsletter-signup outbrain pager pagination popup related remark replies rss share-bar shoutbox sidebar skyscraper social sponsor supplemental taboola yom-remote"
    );

    private static readonly SearchValues<string> Perhaps = Words("and article body column content main mathjax shadow");
    private static readonly SearchValues<string> Good = Words(
        "article body content entry hentry h-entry main page pagination post text blog story"
    );

    private static readonly SearchValues<string> Bad = Words(
        "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping tags widget"
    );

    private static readonly HashSet<string> BesideRoles =
    [
        "menu",
        "menubar",
        "complementary",
        "navigation",
        "alert",
        "alertdialog",
        "dialog",
    ];

    public static bool IsBeside(PageNode node) =>
        node.Tag is not ("body" or "a")
        && (
            node.Marks.AsSpan().ContainsAny(Beside)
                && !node.Marks.AsSpan().ContainsAny(Perhaps)
                && !node.IsIn("table")
                && !node.IsIn("code")
            || BesideRoles.Contains(node["role"])
        );

    public static int WeightOf(PageNode node)
    {
        if (node.Marks.Length == 0 || node.Source is null)
            return 0;
        return WeightOf(node.Source.ClassName) + WeightOf(node.Source.Id);
    }

    private static int WeightOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return 0;
        var weight = 0;
        var lower = name.ToLowerInvariant();
        if (lower.AsSpan().ContainsAny(Bad) || lower.Split(' ').Contains("hid"))
            weight -= Weight;
        if (lower.AsSpan().ContainsAny(Good))
            weight += Weight;
        return weight;
    }

    private static SearchValues<string> Words(string words) =>
        SearchValues.Create(words.Split(' '), StringComparison.OrdinalIgnoreCase);
}
