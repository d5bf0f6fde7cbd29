using System.Buffers.Binary;

namespace Atelier.Library.Cards.Containers;

/// <summary>
/// The end of a zip archive, read by hand before anything else opens it: how many entries there really are, that none is
/// encrypted, and where the archive begins when a picture stands before it.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> EndMark => [0x50, 0x4B, 0x05, 0x06];
    private static ReadOnlySpan<byte> EntryMark => [0x50, 0x4B, 0x01, 0x02];

    /// <returns>The archive alone, without what stands before it.</returns>
    /// <exception cref="UnusableCard">It is no archive, or one that is refused.</exception>
    public static ReadOnlyMemory<byte> Check(ReadOnlyMemory<byte> file)
    {
        var end = End(file.Span) ?? throw new UnusableCard("card_damaged", "The archive breaks off or is damaged.");
        var record = file.Span[end..];
        var (count, size, offset) = (
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..])
        );
        if (count > CardLimits.ArchiveEntries)
            throw TooMany();
        var before = end - (long)size - offset;
        if (before < 0)
            throw new UnusableCard("card_damaged", "The archive says it is larger than it is.");
        var archive = file[(int)before..];
        Entries(archive.Span.Slice((int)offset, (int)size), count);
        return archive;
    }

    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    private static int? End(ReadOnlySpan<byte> file)
    {
        var from = Math.Max(0, file.Length - EndLength - LongestComment);
        for (var tail = file[from..]; tail.LastIndexOf(EndMark) is >= 0 and var at; tail = tail[..at])
            if (from + at + EndLength <= file.Length)
                return from + at;
        return null;
    }

    private static void Entries(ReadOnlySpan<byte> directory, int count)
    {
        var found = 0;
        for (; directory.Length > 0; found++)
        {
            if (found == CardLimits.ArchiveEntries)
                throw TooMany();
            if (directory.Length < EntryLength || !directory.StartsWith(EntryMark))
                throw new UnusableCard("card_damaged", "The archive's list of files is damaged.");
            if ((BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]) & 1) != 0)
                throw new UnusableCard("card_encrypted", "The archive is encrypted.");
            if (BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]) is not (0 or 8))
                throw new UnusableCard("card_damaged", "The archive is packed in a way that cards are not.");
            var length =
                EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length)
                throw new UnusableCard("card_damaged", "The archive's list of files is damaged.");
            directory = directory[length..];
        }
        if (found != count)
            throw new UnusableCard("card_damaged", "The archive does not hold as many files as it says.");
    }

    private static UnusableCard TooMany() => new("card_too_large", "The archive holds more than 512 files.");
}
