namespace Atelier.Library.Cards;

/// <summary>How much a card may be. Far above any honest one, far below what would hurt.</summary>
internal static class CardLimits
{
    public const int FileBytes = 32 << 20;

    /// <summary>Of the decoded JSON.</summary>
    public const int JsonBytes = 16 << 20;
    public const int JsonDepth = 64;
    public const int JsonValues = 200_000;

    public const int PngChunks = 20_000;
    public const int PictureSide = 16_384;

    public const int ArchiveEntries = 512;
    public const int EntryBytes = 16 << 20;
    public const int ArchiveBytes = 64 << 20;

    /// <summary>Unpacked to packed. Text reaches 20; a bomb begins at 100.</summary>
    public const int Ratio = 100;

    /// <summary>Below this a great ratio does no harm: a megabyte of blanks is no bomb.</summary>
    public const int RatioFrom = 1 << 20;

    public const int LoreEntries = 5_000;
    public const int PatternLength = 500;

    /// <summary>Of one activation: patterns that ran out of time before the others are not tried any more.</summary>
    public const int SlowPatterns = 3;
}
