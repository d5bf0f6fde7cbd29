using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>Makes paragraphs of what stands for them: text loose in divisions, and lines parted by empty lines.</summary>
internal static class Paragraphs
{
    public static bool IsPhrasing(PageNode node) =>
        node.IsText
        || Tags.Phrasing.Contains(node.Tag)
        || Tags.PhrasingOutside.Contains(node.Tag) && node.Parts.All(IsPhrasing);

    public static bool IsBlank(PageNode node) => node.IsText ? string.IsNullOrWhiteSpace(node.Data) : node.Tag == "br";

    public static bool HasBlock(PageNode node) => node.Below().Any(below => Tags.Blocks.Contains(below.Tag));

    /// <summary>Two line breaks or more begin a new paragraph.</summary>
    public static void FromBreaks(PageNode root)
    {
        foreach (var first in root.Below().Where(node => node.Tag == "br").ToList())
        {
            if (first.Parent is not { } parent)
                continue;
            var at = parent.Parts.IndexOf(first) + 1;
            var next = at;
            var breaks = 1;
            while (next < parent.Parts.Count && IsBlank(parent.Parts[next]))
                breaks += parent.Parts[next++].Tag == "br" ? 1 : 0;
            if (breaks < 2)
                continue;
            for (var gone = next - 1; gone >= at; gone--)
                parent.Parts[gone].Remove();
            var paragraph = PageNode.Made("p");
            first.ReplaceWith(paragraph);
            while (at < parent.Parts.Count && IsPhrasing(parent.Parts[at]) && !StartsPair(parent, at))
                paragraph.Add(parent.Parts[at]);
            TrimEnd(paragraph);
            if (parent.Tag == "p")
                parent.Tag = "div";
        }
    }

    /// <summary>Text and parts of sentences that stand between blocks come into paragraphs.</summary>
    public static void FromLooseText(PageNode division)
    {
        PageNode? paragraph = null;
        foreach (var part in division.Parts.ToList())
            if (!IsPhrasing(part))
                paragraph = null;
            else if (paragraph is not null)
                paragraph.Add(part);
            else if (!IsBlank(part))
            {
                paragraph = PageNode.Made("p");
                part.ReplaceWith(paragraph);
                paragraph.Add(part);
            }
        foreach (var made in division.Parts.Where(part => part.Tag == "p" && part.Source is null))
            TrimEnd(made);
    }

    /// <summary>The one paragraph that is all of a division.</summary>
    public static PageNode? Only(PageNode division, string tag) =>
        division.Elements.Take(2).ToList() is [var only]
        && only.Tag == tag
        && division.Parts.All(part => !part.IsText || string.IsNullOrWhiteSpace(part.Data))
            ? only
            : null;

    private static bool StartsPair(PageNode parent, int at)
    {
        if (parent.Parts[at].Tag != "br")
            return false;
        for (at++; at < parent.Parts.Count && IsBlank(parent.Parts[at]); at++)
            if (parent.Parts[at].Tag == "br")
                return true;
        return false;
    }

    private static void TrimEnd(PageNode paragraph)
    {
        while (paragraph.Parts.Count > 0 && IsBlank(paragraph.Parts[^1]))
            paragraph.Parts[^1].Remove();
    }
}
