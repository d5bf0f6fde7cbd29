using System.Text.RegularExpressions;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>The main text with those of its neighbours that belong to it: an introduction before it, parts behind an advertisement.</summary>
internal static partial class Neighbours
{
    private const double Share = 0.2;
    private const int Long = 80;

    public static PageNode Join(PageNode top)
    {
        var article = PageNode.Made("div");
        if (top.Parent is not { } parent)
        {
            article.Add(top);
            return article;
        }
        var least = Math.Max(10, (top.Score ?? 0) * Share);
        foreach (var part in parent.Parts.ToList())
        {
            if (part.IsText || !(ReferenceEquals(part, top) || Belongs(part, top, least)))
                continue;
            if (part.Tag is not ("div" or "article" or "section" or "p" or "ol" or "ul"))
                part.Tag = "div";
            article.Add(part);
        }
        return article;
    }

    private static bool Belongs(PageNode part, PageNode top, double least)
    {
        var alike = part.Source?.ClassName is { Length: > 0 } name && name == top.Source?.ClassName;
        if (part.Score + (alike ? top.Score * Share : 0) >= least)
            return true;
        if (part.Tag != "p")
            return false;
        return part.Letters > Long && part.LinkDensity < 0.25
            || part.Letters is > 0 and < Long && part.LinkDensity == 0 && Sentence().IsMatch(part.Line());
    }

    [GeneratedRegex(@"[.。！？!?]( |$)|。", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
