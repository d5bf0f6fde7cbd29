using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Atelier.Library.Extracting.Archives;

/// <summary>
/// A zip that is not believed: entries are counted before they are read, and what an entry really unpacks to is measured
/// while it does. Nothing is ever unpacked to disk, and an archive inside is never opened.
/// </summary>
internal sealed class SafeZip : IDisposable
{
    private const int MostEntries = 10_000;
    private const long LargestDirectory = 8 * 1024 * 1024;
    private const long LargestEntry = 256L * 1024 * 1024;
    private const long LargestTotal = 768L * 1024 * 1024;

    // Text of one repeated word packs a hundredfold; only beyond this size does it matter.
    private const int LargestRatio = 150;
    private const long RatioMatters = 8 * 1024 * 1024;
    private const int EndLength = 22;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private long _total;

    private SafeZip(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.Split('/', '\\').Contains("..") || entry.FullName is ['/' or '\\', ..] or [_, ':', ..])
                throw Unreadable.Unsafe("a name inside it leads out of it.");
            if (!_entries.TryAdd(entry.FullName, entry))
                throw Unreadable.Unsafe("it holds two parts of one name.");
        }
    }

    public IEnumerable<string> Names => _entries.Keys;

    public static SafeZip Open(FileStream file)
    {
        CheckDirectory(file);
        file.Position = 0;
        try
        {
            return new SafeZip(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Unreadable.Damaged("its list of parts cannot be read.");
        }
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Reading fails with the reason when the entry turns out to be more than it says or than anything may be.</summary>
    public Stream Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw Unreadable.Damaged($"it lacks {Shown(name)}.");
        if (entry.IsEncrypted)
            throw Unreadable.Encrypted();
        try
        {
            return new MeasuredStream(entry.Open(), (total, all) => Measure(entry, total, all));
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Unreadable.Damaged($"{Shown(name)} cannot be unpacked.");
        }
    }

    /// <summary>A small entry, as text.</summary>
    public string Text(string name)
    {
        using var reader = new StreamReader(Read(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public void Dispose() => _zip.Dispose();

    public static bool IsDamage(Exception exception) =>
        exception
            is InvalidDataException
                or EndOfStreamException
                or NotSupportedException
                or ArgumentException
                or IOException;

    private void Measure(ZipArchiveEntry entry, long length, int read)
    {
        _total += read;
        if (length > entry.Length)
            throw Unreadable.Unsafe($"{Shown(entry.FullName)} unpacks to more than it says.");
        if (length > LargestEntry || _total > LargestTotal)
            throw Unreadable.Bomb(
                $"more than {LargestEntry / 1024 / 1024} MB in one part or {LargestTotal / 1024 / 1024} MB in all."
            );
        if (length > RatioMatters && length > entry.CompressedLength * LargestRatio)
            throw Unreadable.Bomb($"{Shown(entry.FullName)} grows more than {LargestRatio}-fold.");
    }

    /// <summary>Before the list of entries is read into memory: how long it is, by the record at the end.</summary>
    private static void CheckDirectory(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, EndLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndLength)
            throw Unreadable.Damaged("it ends before its list of parts.");
        var record = tail.AsSpan(end);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var start = (long)BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var length = file.Length - tail.Length + end - start;
        if (entries > MostEntries || start == uint.MaxValue || length > LargestDirectory)
            throw Unreadable.Bomb($"it holds more than {MostEntries} parts.");
        if (length < 0)
            throw Unreadable.Damaged("its list of parts lies behind its end.");
    }

    private static string Shown(string name) => name.Length <= 80 ? name : string.Concat(name.AsSpan(0, 80), "…");
}
