namespace Atelier.Library.Cards;

/// <summary>In what a card differs from its specification, without being refused for it.</summary>
public enum CardDeviation
{
    BookIsNull,
    GreetingsAreText,
    VersionIsNumber,
    BookWithoutExtensions,

    /// <summary>The fields of V1 stand beside <c>data</c> too.</summary>
    FieldsTwice,

    /// <summary>Called V3, but written by something that only knows V2.</summary>
    RelabelledV2,
    KeywordCase,
    OldAssetChunk,
    AssetChunkWithoutColon,
    BehindPicture,
    BookAtRoot,
    LoreTwice,
    LoreWithoutSwitch,
    LoreIsObject,
    NewerSpec,
    UnknownSpec,
    BackfilledV2,
    FieldIsNull,
    FieldOfWrongType,
    DuplicateKey,
    NotEncoded,
    ChecksumWrong,
    RemoteAsset,
    AssetMissing,
    AssetsAmbiguous,
    PictureUnusable,
    FileNameNotAscii,
}

/// <param name="Detail">A sentence for the person who brought the card.</param>
public sealed record CardWarning(CardDeviation Kind, string Detail);
