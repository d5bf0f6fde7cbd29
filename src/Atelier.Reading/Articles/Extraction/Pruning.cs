using System.Buffers;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>Takes out of the main text what stands in it and is not of it.</summary>
internal sealed class Pruning(PageNode article, Strictness strictness, PageTitle title)
{
    private const int ShortShare = 500;
    private const int Commas = 10;

    private static readonly SearchValues<string> Players = SearchValues.Create(
        [
            "youtube.com",
            "youtube-nocookie.com",
            "player.vimeo.com",
            "dailymotion.com",
            "player.twitch.tv",
            "upload.wikimedia.org",
            "archive.org",
            "v.qq.com",
            "player.bilibili.com",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly HashSet<PageNode> _dataTables = DataTables.In(article);

    public void Run()
    {
        PruneEach("form");
        PruneEach("fieldset");
        RemoveEach(node =>
            node.Tag is "footer" or "link" or "aside" || node.Tag is "object" or "embed" or "iframe" && !IsPlayer(node)
        );
        foreach (var part in article.Elements.ToList())
            RemoveEach(part, node => IsShareBar(node) && node.Letters < ShortShare);
        RemoveEach(node => Tags.Fields.Contains(node.Tag));
        RemoveEach(node => node.Tag is "h1" or "h2" && Weight(node) < 0);
        PruneEach("table");
        PruneEach("ul");
        PruneEach("ol");
        PruneEach("div");
        RemoveEach(node => node.Tag is "h1" or "h2" && title.IsSaidBy(node.Line()));
        Notices.Remove(article);
        RemoveEach(node =>
            node.Tag == "p"
            && node.Letters == 0
            && !node.Below().Any(below => below.Tag is "img" or "embed" or "object" or "iframe" or "video" or "audio")
        );
    }

    private static bool IsShareBar(PageNode node) =>
        node.Marks.Contains("share", StringComparison.Ordinal)
        && node.Marks.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word is "share" or "sharedaddy" or "sharing");

    private void RemoveEach(Func<PageNode, bool> unwanted) => RemoveEach(article, unwanted);

    private static void RemoveEach(PageNode root, Func<PageNode, bool> unwanted)
    {
        foreach (var part in root.Elements.ToList())
            if (unwanted(part))
                part.Remove();
            else
                RemoveEach(part, unwanted);
    }

    /// <summary>From the last to the first, and what is inside before what it is in.</summary>
    private void PruneEach(string tag)
    {
        if (!strictness.HasFlag(Strictness.Prune))
            return;
        foreach (var node in article.Below().Where(node => node.Tag == tag).Reverse().ToList())
            if (node.Parent is not null && IsClutter(node))
                node.Remove();
    }

    private bool IsClutter(PageNode node)
    {
        if (_dataTables.Contains(node) || node.Above().Any(above => _dataTables.Contains(above) || above.Tag == "code"))
            return false;
        var weight = Weight(node);
        if (weight < 0)
            return !HasData(node);
        if (node.Amounts.Commas >= Commas)
            return false;
        var counts = Counts.Of(node);
        if (counts.Players > 0 || HasData(node))
            return false;
        return Looks(node, counts, weight) && !IsGallery(node, counts);
    }

    private bool HasData(PageNode node) => _dataTables.Count > 0 && node.Below().Any(_dataTables.Contains);

    private static bool Looks(PageNode node, Counts counts, int weight)
    {
        var letters = node.Letters;
        var (isList, inFigure) = (IsMostlyList(node, letters), node.IsIn("figure"));
        var links = node.LinkDensity;
        if (!inFigure && counts.Pictures > 1 && (double)counts.Paragraphs / counts.Pictures < 0.5)
            return true;
        if (!isList && counts.Items - 100 > counts.Paragraphs)
            return true;
        if (counts.Fields > counts.Paragraphs / 3)
            return true;
        if (
            !isList
            && !inFigure
            && (double)counts.HeadingLetters / Math.Max(1, letters) < 0.9
            && letters < 25
            && counts.Pictures is 0 or > 2
            && links > 0
        )
            return true;
        if (!isList && weight < 25 && links > 0.2 || weight >= 25 && links > 0.5)
            return true;
        if (counts.Embeds == 1 && letters < 75 || counts.Embeds > 1)
            return true;
        return counts.Pictures == 0 && counts.SentenceLetters == 0;
    }

    private static bool IsMostlyList(PageNode node, int letters) =>
        Tags.Lists.Contains(node.Tag)
        || letters > 0
            && node.Below().Where(below => Tags.Lists.Contains(below.Tag)).Sum(list => list.Letters) > 0.9 * letters;

    private static bool IsGallery(PageNode node, Counts counts) =>
        IsMostlyList(node, node.Letters)
        && node.Elements.All(item => item.Elements.Count() <= 1)
        && counts.Items == counts.Pictures;

    private int Weight(PageNode node) => strictness.HasFlag(Strictness.WeighNames) ? NameRules.WeightOf(node) : 0;

    internal static bool IsPlayer(PageNode node) => (node["src"] + node["data"]).AsSpan().ContainsAny(Players);
}
