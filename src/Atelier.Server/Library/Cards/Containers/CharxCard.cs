using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards.Containers;

/// <summary>A zip archive with the card and its files. What it says about sizes is not believed: bytes are counted.</summary>
internal static class CharxCard
{
    private const string CardName = "card.json";

    /// <summary>All archives of one card are equal: when it was packed tells nothing.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Contents Read(ReadOnlyMemory<byte> file, List<CardWarning> warnings)
    {
        var archive = ZipDirectory.Check(file);
        try
        {
            using var bytes = new MemoryStream(archive.ToArray(), writable: false);
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
            return Read(zip, warnings);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            throw new UnusableCard("card_damaged", "The archive is damaged.");
        }
    }

    public static byte[] Write(JsonObject card, IEnumerable<CardFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, CardName, CardJson.WriteBytes(card));
            foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
                Add(zip, file.Path, file.Content);
        }
        return bytes.ToArray();
    }

    private static Contents Read(ZipArchive zip, List<CardWarning> warnings)
    {
        var (left, files) = ((long)CardLimits.ArchiveBytes, new Dictionary<string, CardFile>(StringComparer.Ordinal));
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var path = FilePaths.Checked(entry.FullName);
            if (!path.All(char.IsAscii) && warnings.All(warning => warning.Kind != CardDeviation.FileNameNotAscii))
                warnings.Add(new(CardDeviation.FileNameNotAscii, "A file in the archive has a name beyond ASCII."));
            var content = Unpacked(entry, ref left);
            if (!files.TryAdd(path, new(path, content)))
                throw new UnusableCard("card_ambiguous", "The archive holds two files of one name.");
        }
        if (!files.Remove(CardName, out var card))
            throw new UnusableCard("no_character_data", "There is no card.json in this archive.");
        return new(CardJson.Read(card.Content, warnings), [.. files.Values], null, CardContainer.Charx);
    }

    private static byte[] Unpacked(ZipArchiveEntry entry, ref long left)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        while (packed.Read(buffer) is > 0 and var read)
        {
            unpacked.Write(buffer, 0, read);
            left -= read;
            if (unpacked.Length > CardLimits.EntryBytes || left < 0)
                throw new UnusableCard("card_too_large", "The archive unpacks to more than a card may have.");
            if (
                unpacked.Length > CardLimits.RatioFrom
                && unpacked.Length / Math.Max(1, entry.CompressedLength) > CardLimits.Ratio
            )
                throw new UnusableCard("card_bomb", "The archive unpacks to more than a hundred times its size.");
        }
        return unpacked.ToArray();
    }

    private static void Add(ZipArchive zip, string path, ReadOnlyMemory<byte> content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content.Span);
    }
}
