using System.Text.RegularExpressions;
using Atelier.Campaigns.Comments.Checking.Gates;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>How much a comment looks like spam to those who moderate blogs: a logistic sum of published weights.</summary>
internal static partial class SpamScore
{
    public const double Bias = -1.2;
    public const double HoldAt = 0.5;
    public const double BlockAt = 0.8;

    private const double SameSkeleton = 0.20;
    private const double MostDense = 0.03;

    public static IReadOnlyList<RubricSpamWeight> All { get; } =
    [
        new("linksOverOne", 0.9, "For each link after the first."),
        new("shortener", 0.8, "A shortened or disguised link."),
        new("keywordAsLink", 0.7, "A keyword of the campaign stands as a link."),
        new("praiseOpener", 0.6, "It begins with general praise."),
        new("sameSkeleton", 0.6, "Drafts for two or more other hosts are built alike."),
        new("keywordInName", 0.5, "The persona's name has a keyword of the campaign."),
        new("keywordDensity", 0.5, "More than 3 of 100 words are the campaign's keywords."),
        new("callToAction", 0.5, "\"Check out my\", \"click\", \"visit\" and the like."),
        new("burst", 0.3, "Emoji or capitals in a row."),
        new("tooShort", 0.3, "Fewer than 15 words."),
        new("verifiedAnchors", -0.8, "Two anchors stand in the post."),
        new("question", -0.4, "It asks the author something."),
    ];

    public static SpamReport Of(GateScene scene, IReadOnlyList<Anchor> anchors)
    {
        var (comment, brief) = (scene.Comment, scene.Brief);
        var keywords = brief.Keywords.Select(Wording.Plain).Where(word => word.Length > 2).ToList();
        var terms = All.Select(weight => Term(weight, Count(weight.Signal))).Where(term => term.Count > 0).ToList();
        var probability = 1 / (1 + Math.Exp(-(Bias + terms.Sum(term => term.Sum))));
        var verdict =
            probability >= BlockAt ? SpamVerdict.Block
            : probability >= HoldAt ? SpamVerdict.Hold
            : SpamVerdict.Pass;
        return new(Math.Round(probability, 3), verdict, terms);

        double Count(string signal) =>
            signal switch
            {
                "linksOverOne" => Math.Max(0, comment.Links.Count - 1),
                "shortener" => One(comment.Links.Any(link => link.Host is null || LinkFinder.IsShortener(link.Host))),
                "keywordAsLink" => One(
                    comment.Links.Any(link => keywords.Any(word => Wording.Holds(Wording.Plain(link.Text), word)))
                ),
                "praiseOpener" => One(
                    comment.Statements.FirstOrDefault() is { } first
                        && comment.Lexicon?.Praise.Any(phrase => Wording.Holds(first.Plain, phrase)) is true
                ),
                "sameSkeleton" => One(
                    scene
                        .Likenesses.Where(one => one.Likeness >= SameSkeleton)
                        .Select(one => one.Draft.Host)
                        .Distinct()
                        .Count() >= 2
                ),
                "keywordInName" => One(keywords.Any(word => Wording.Holds(Wording.Plain(brief.Persona.Name), word))),
                "keywordDensity" => One(Density(comment, keywords) > MostDense),
                "callToAction" => One(comment.Find(comment.Lexicon?.Calls).Count > 0),
                "burst" => One(Burst().IsMatch(comment.Text)),
                "tooShort" => One(comment.Words.Count < 15),
                "verifiedAnchors" => One(anchors.Count(anchor => anchor.Verified) >= 2),
                _ => One(comment.Statements.Any(sentence => sentence.IsQuestion)),
            };
    }

    private static SpamTerm Term(RubricSpamWeight weight, double count) =>
        new(weight.Signal, count, weight.Weight, Math.Round(count * weight.Weight, 2));

    private static double One(bool holds) => holds ? 1 : 0;

    /// <summary>The post's own words in quotation marks are nobody's keywords.</summary>
    private static double Density(StudiedComment comment, IReadOnlyList<string> keywords)
    {
        var own = comment
            .Words.Where(word => !comment.IsQuoted(word) && !comment.IsDisclosure(word.Start, word.End))
            .ToList();
        if (own.Count == 0)
            return 0;
        var text = string.Join(' ', own.Select(word => word.Text));
        var hits = keywords.Sum(word =>
            Regex.Count(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.CultureInvariant)
            * word.Split(' ').Length
        );
        // Two mentions in a short comment are how people talk.
        return hits <= 2 ? 0 : (double)hits / own.Count;
    }

    [GeneratedRegex(@"(?:\p{Cs}\p{Cs}\s?){2,}|(?:\b[A-Z]{4,}\b[\s!,.]*){2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Burst();
}
