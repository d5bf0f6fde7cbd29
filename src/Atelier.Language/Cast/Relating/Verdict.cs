using Atelier.Language.Cast.Speaking;

namespace Atelier.Language.Cast.Relating;

/// <summary>How a decided turn is reported.</summary>
internal readonly record struct Verdict(QuotationKind Kind, Tier Tier, double Confidence, string Rule)
{
    // Where no other way through the conversation comes near: from where on 19 of 20 were right on the tuning half of the
    // whole novels. What the words beside the speech plainly say is held to more than talk without a tag, because it is
    // seldom the conversation that is wrong with it: a second person is meant, or one person stands under two names.
    private const double SureOfName = 0.995;
    private const double SureOfPronoun = 0.991;
    private const double SureOfTalk = 0.97;
    private const double Likely = 0.6;

    /// <param name="isPlain">Words beside the quotation plainly say who speaks.</param>
    public static Verdict Of(Turn turn, bool isPlain)
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
            Rules.Named or Rules.FirstPerson => isPlain && turn.Confidence >= SureOfName,
            Rules.Pronoun => isPlain && turn.Confidence >= SureOfPronoun,
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
