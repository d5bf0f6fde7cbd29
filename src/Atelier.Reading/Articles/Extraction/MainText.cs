using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>Finds the main text of a page; where strict rules find too little, looser ones are tried.</summary>
internal static class MainText
{
    private const int Enough = 500;

    private static readonly Strictness[] Attempts =
    [
        Strictness.All,
        Strictness.WeighNames | Strictness.Prune,
        Strictness.Prune,
        Strictness.None,
    ];

    public static PageNode Find(PageNode body, PageTitle title, CancellationToken cancel)
    {
        Paragraphs.FromBreaks(body);
        PageNode? longest = null;
        foreach (var strictness in Attempts)
        {
            cancel.ThrowIfCancellationRequested();
            var found = Attempt(body.Copy(), strictness, title);
            if (found.Letters >= Enough)
                return found;
            if (longest is null || found.Letters > longest.Letters)
                longest = found;
        }
        return longest!;
    }

    private static PageNode Attempt(PageNode body, Strictness strictness, PageTitle title)
    {
        PageNode article;
        if (new Candidates(body, strictness, title).Best() is { } best)
            article = Neighbours.Join(best);
        else
        {
            article = PageNode.Made("div");
            foreach (var part in body.Parts.ToList())
                article.Add(part);
        }
        new Pruning(article, strictness, title).Run();
        return article;
    }
}
