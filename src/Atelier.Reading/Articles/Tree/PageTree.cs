using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Tree;

/// <summary>The visible part of a document as a tree of our own.</summary>
internal static class PageTree
{
    private const int MostNodes = 200_000;
    private const int Deepest = 512;

    public static PageNode? Build(IElement body, HiddenText hidden, CancellationToken cancel, out string? refusal)
    {
        var builder = new Builder(hidden, cancel);
        var root = PageNode.Of(body, "body");
        builder.Fill(root, body, 0);
        refusal = builder.Refusal;
        return refusal is null ? root : null;
    }

    private sealed class Builder(HiddenText hidden, CancellationToken cancel)
    {
        private int _nodes;

        public string? Refusal { get; private set; }

        public void Fill(PageNode parent, INode from, int depth)
        {
            if (depth > Deepest)
                Refusal ??= $"The page is nested more than {Deepest} deep.";
            for (var node = from.FirstChild; node is not null && Refusal is null; node = node.NextSibling)
            {
                if (++_nodes > MostNodes)
                    Refusal = $"The page has more than {MostNodes:N0} parts.";
                if (_nodes % 2048 == 0)
                    cancel.ThrowIfCancellationRequested();
                switch (node)
                {
                    case IText text:
                        parent.Add(PageNode.TextOf(hidden.Visible(text.Data)));
                        break;
                    case IComment comment:
                        hidden.Remember(comment);
                        break;
                    case IElement element:
                        Take(parent, element, depth);
                        break;
                }
            }
        }

        private void Take(PageNode parent, IElement element, int depth)
        {
            var tag = element.LocalName;
            if (Tags.Silent.Contains(tag))
                return;
            if (hidden.IsHidden(element))
            {
                hidden.Remember(element);
                return;
            }
            if (tag == "img")
                hidden.RememberAlternative(element);
            var node = PageNode.Of(element, tag == "font" ? "span" : tag);
            parent.Add(node);
            // What somebody may fill in is not text of the page.
            if (!Tags.Fields.Contains(tag) || tag == "button")
                Fill(node, element, depth + 1);
        }
    }
}
