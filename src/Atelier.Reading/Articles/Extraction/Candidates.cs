using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>
/// Looks for the part of a page that has the sentences: every paragraph gives points to what it stands in, most to the
/// nearest; names weigh, links take away. Known since Arc90's bookmarklet, here with its later refinements.
/// </summary>
internal sealed class Candidates(PageNode body, Strictness strictness, PageTitle title)
{
    private const int ShortestSentence = 25;
    private const int Generations = 5;
    private const int Kept = 5;
    private const double Near = 0.75;
    private const int Agreeing = 3;

    private readonly List<PageNode> _sentences = [];
    private bool _titleDropped;

    public PageNode? Best()
    {
        Prepare(body);
        var all = Scored();
        foreach (var one in all)
            one.Score *= 1 - one.LinkDensity;
        var best = all.OrderByDescending(one => one.Score).Take(Kept).ToList();
        if (best is not [var top, ..] || top.Tag == "body")
            return null;
        top = Shared(top, best);
        return Lonely(Higher(top));
    }

    private void Prepare(PageNode parent)
    {
        foreach (var part in parent.Parts.ToList())
        {
            if (part.IsText)
                continue;
            if (IsUnwanted(part))
            {
                part.Remove();
                continue;
            }
            Prepare(part.Tag == "div" ? Paragraph(part) : Sentence(part));
        }
    }

    private bool IsUnwanted(PageNode part)
    {
        if (part["aria-modal"] == "true" && part["role"] == "dialog")
            return true;
        if (!_titleDropped && part.Tag is "h1" or "h2" && title.IsSaidBy(part.Line()))
            return _titleDropped = true;
        if (strictness.HasFlag(Strictness.DropUnlikely) && NameRules.IsBeside(part))
            return true;
        return part.Tag is "div" or "section" or "header" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
            && part.Letters == 0
            && part.Elements.All(element => element.Tag is "br" or "hr");
    }

    private PageNode Sentence(PageNode part)
    {
        if (Tags.Scored.Contains(part.Tag))
            _sentences.Add(part);
        return part;
    }

    private PageNode Paragraph(PageNode division)
    {
        Paragraphs.FromLooseText(division);
        if (Paragraphs.Only(division, "p") is { } only && division.LinkDensity < 0.25)
        {
            division.ReplaceWith(only);
            division = only;
        }
        else if (!Paragraphs.HasBlock(division))
            division.Tag = "p";
        else
            return division;
        return Sentence(division);
    }

    private List<PageNode> Scored()
    {
        var all = new List<PageNode>();
        foreach (var sentence in _sentences)
        {
            var amounts = sentence.Amounts;
            if (sentence.Parent is null || amounts.Letters < ShortestSentence)
                continue;
            var points = 2 + amounts.Commas + Math.Min(amounts.Letters / 100, 3);
            foreach (var (above, generation) in sentence.Above().Take(Generations).Select((above, i) => (above, i)))
            {
                if (above.Parent is null && above.Tag != "body")
                    continue;
                if (above.Score is null)
                {
                    above.Score = First(above);
                    all.Add(above);
                }
                above.Score += points / (generation < 2 ? generation + 1.0 : generation * 3.0);
            }
        }
        return all;
    }

    private double First(PageNode node) =>
        node.Tag switch
        {
            "div" => 5,
            "pre" or "td" or "blockquote" => 3,
            "address" or "ol" or "ul" or "dl" or "dd" or "dt" or "li" or "form" => -3,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" => -5,
            _ => 0,
        } + (strictness.HasFlag(Strictness.WeighNames) ? NameRules.WeightOf(node) : 0);

    /// <summary>When several of the best are parts of one thing, the text is in pieces, and that thing is what is looked for.</summary>
    private static PageNode Shared(PageNode top, List<PageNode> best)
    {
        var others = best.Skip(1)
            .Where(one => one.Score / top.Score >= Near)
            .Select(one => one.Above().ToHashSet())
            .ToList();
        if (others.Count < Agreeing)
            return top;
        foreach (var above in top.Above().TakeWhile(above => above.Tag != "body"))
            if (others.Count(other => other.Contains(above)) >= Agreeing)
                return above;
        return top;
    }

    /// <summary>What is above may have more of the text, as long as the points do not fall away.</summary>
    private PageNode Higher(PageNode top)
    {
        top.Score ??= First(top);
        var (last, least) = (top.Score.Value, top.Score.Value / 3);
        foreach (var above in top.Above().TakeWhile(above => above.Tag != "body"))
        {
            if (above.Score is not { } score)
                continue;
            if (score < least)
                break;
            if (score > last)
                return above;
            last = score;
        }
        return top;
    }

    private static PageNode Lonely(PageNode top)
    {
        while (top.Parent is { Tag: not "body" } parent && parent.Elements.Count() == 1)
            top = parent;
        return top;
    }
}
