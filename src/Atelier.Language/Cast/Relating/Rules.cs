namespace Atelier.Language.Cast.Relating;

/// <summary>What decided about a speaker, as it is reported.</summary>
internal static class Rules
{
    /// <summary>"said Emma"</summary>
    public const string Named = "named";

    /// <summary>Emma is named with a speech verb, in another sentence beside the speech.</summary>
    public const string NamedNearby = "named nearby";

    /// <summary>"I said"</summary>
    public const string FirstPerson = "first person";

    /// <summary>"she said"</summary>
    public const string Pronoun = "pronoun";

    /// <summary>"said the landlord"</summary>
    public const string Noun = "noun";

    /// <summary>"said the girl", taken for somebody with a name.</summary>
    public const string NounOfOther = "noun, other";

    /// <summary>The sentence before leads into the speech without a speech verb.</summary>
    public const string Introduced = "introduced";

    /// <summary>Acts in the paragraph of the speech.</summary>
    public const string Acts = "acts";

    /// <summary>The speech goes on from the quotation before.</summary>
    public const string Continues = "continues";

    /// <summary>The turns before and after, who was called, and who is on stage.</summary>
    public const string Conversation = "conversation";

    /// <summary>The conversation spoke against the tag.</summary>
    public const string Overruled = "overruled";

    public const string Nobody = "nobody";
}
