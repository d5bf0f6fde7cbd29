using Atelier.Language.Cast.Speaking;

namespace Atelier.Language.Cast.Relating;

/// <summary>How a decided turn is reported.</summary>
internal readonly record struct Verdict(QuotationKind Kind, Tier Tier, double Confidence, string Rule)
{
    // Where no other way through the conversation comes near.
    private const double SureOfName = 0.985;
    private const double SureOfPronoun = 0.991;
    private const double SureOfTalk = 0.988;
    private const double Likely = 0.6;

    public static Verdict Of(Turn turn)
    {
        var kind = turn.Tag switch
        {
            TagKind.Named => QuotationKind.Explicit,
            TagKind.Pronoun or TagKind.Noun or TagKind.I => QuotationKind.Anaphoric,
            _ => QuotationKind.Implicit,
        };
        var rule = RuleOf(turn);
        var confidence = turn.Speaker < 0 ? 0 : Math.Round(turn.Confidence * Trust(rule), 3);
        var sure = rule switch
        {
            Rules.Named or Rules.FirstPerson => turn.Confidence >= SureOfName,
            Rules.Pronoun => turn.Confidence >= SureOfPronoun,
            Rules.Conversation => turn.Confidence >= SureOfTalk,
            _ => false,
        };
        return new(
            kind,
            sure ? Tier.Sure
                : confidence >= Likely ? Tier.Likely
                : Tier.Guess,
            confidence,
            rule
        );
    }

    /// <summary>The share of a rule's answers that were right where it saw no other way, on what was used for tuning.</summary>
    private static double Trust(string rule) =>
        rule switch
        {
            Rules.Named or Rules.FirstPerson => 0.95,
            Rules.Conversation or Rules.Continues => 0.94,
            Rules.Pronoun => 0.91,
            Rules.Acts => 0.85,
            Rules.NamedNearby => 0.82,
            Rules.Noun => 0.72,
            _ => 0.75,
        };

    private static string RuleOf(Turn turn) =>
        turn.Speaker < 0 ? Rules.Nobody
        : turn.Continues ? Rules.Continues
        : turn.Speaker == turn.Tagged
            ? turn.Tag switch
            {
                TagKind.Named => turn.TagIsClose ? Rules.Named : Rules.NamedNearby,
                TagKind.I => Rules.FirstPerson,
                TagKind.Noun => Rules.Noun,
                _ => Rules.Introduced,
            }
        : turn.Tag switch
        {
            TagKind.Pronoun => Rules.Pronoun,
            TagKind.Noun => Rules.NounOfOther,
            TagKind.Named or TagKind.I => Rules.Overruled,
            _ => turn.Speaker == turn.Actor ? Rules.Acts : Rules.Conversation,
        };
}
