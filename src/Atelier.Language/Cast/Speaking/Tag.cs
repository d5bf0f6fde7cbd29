namespace Atelier.Language.Cast.Speaking;

internal enum TagKind : byte
{
    None,

    /// <summary>"... and smiled": the sentence before the colon, without a speech verb.</summary>
    Introduced,
    Pronoun,
    Noun,
    I,
    Named,
}

/// <summary>What the words around a quotation say about its speaker.</summary>
/// <param name="Speaker">The place of the speaker in the block's mentions, -1 for none.</param>
/// <param name="Addressee">The place of "to Emma" in them, -1 for none.</param>
/// <param name="IsClose">The verb stands right beside the quotation, in the same sentence.</param>
/// <param name="IsPlain">And no words between the two mean anybody else.</param>
internal readonly record struct Tag(TagKind Kind, int Speaker, int Addressee, bool IsClose, bool IsPlain)
{
    public static readonly Tag None = new(TagKind.None, -1, -1, false, false);
}
