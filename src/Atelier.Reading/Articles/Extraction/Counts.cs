using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>What there is of everything below an element.</summary>
internal readonly record struct Counts(
    int Paragraphs,
    int Pictures,
    int Items,
    int Fields,
    int Embeds,
    int Players,
    int HeadingLetters,
    int SentenceLetters
)
{
    public static Counts Of(PageNode node)
    {
        var counts = new Counts();
        foreach (var below in node.Below())
            counts = below.Tag switch
            {
                "p" => counts with
                {
                    Paragraphs = counts.Paragraphs + 1,
                    SentenceLetters = counts.SentenceLetters + below.Letters,
                },
                "img" => counts with { Pictures = counts.Pictures + 1 },
                "li" => counts with
                {
                    Items = counts.Items + 1,
                    SentenceLetters = counts.SentenceLetters + below.Letters,
                },
                "input" => counts with { Fields = counts.Fields + 1 },
                "object" or "embed" or "iframe" => Pruning.IsPlayer(below)
                    ? counts with
                    {
                        Players = counts.Players + 1,
                    }
                    : counts with
                    {
                        Embeds = counts.Embeds + 1,
                    },
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => counts with
                {
                    HeadingLetters = counts.HeadingLetters + below.Letters,
                },
                "span" or "td" or "blockquote" or "dl" or "div" or "ol" or "pre" or "table" or "ul" => counts with
                {
                    SentenceLetters = counts.SentenceLetters + below.Letters,
                },
                _ => counts,
            };
        return counts;
    }
}
