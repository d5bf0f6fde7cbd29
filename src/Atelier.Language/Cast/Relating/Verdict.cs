using Atelier.Language.Cast.Speaking;

namespace Atelier.Language.Cast.Relating;

/// <summary>How a decided turn is reported.</summary>
internal readonly record struct Verdict(QuotationKind Kind, Tier Tier, double Confidence, string Rule)
{
    public static Verdict Of(Turn turn)
    {
        var kind = turn.Tag switch
        {
            TagKind.Named => QuotationKind.Explicit,
            TagKind.Pronoun or TagKind.Noun or TagKind.I => QuotationKind.Anaphoric,
            _ => QuotationKind.Implicit,
        };
        var rule = RuleOf(turn);
        var confidence = turn.Speaker < 0 ? 0 : Math.Round(turn.Confidence, 3);
        var tier =
            confidence >= 0.9 && rule is "named" or "first person" ? Tier.Sure
            : confidence >= 0.6 ? Tier.Likely
            : Tier.Guess;
        return new(kind, tier, confidence, rule);
    }

    private static string RuleOf(Turn turn) =>
        turn.Speaker < 0 ? "nobody"
        : turn.Continues ? "continues"
        : turn.Speaker == turn.Tagged
            ? turn.Tag switch
            {
                TagKind.Named => turn.TagIsClose ? "named" : "named nearby",
                TagKind.I => "first person",
                TagKind.Noun => "noun",
                _ => "introduced",
            }
        : turn.Tag switch
        {
            TagKind.Pronoun => "pronoun",
            TagKind.Noun => "noun, other",
            TagKind.Named or TagKind.I => "overruled",
            _ => turn.Speaker == turn.Actor ? "acts" : "conversation",
        };
}
