using System.Globalization;
using Atelier.Language.Manuscripts;

namespace Atelier.Benchmarks.Language;

/// <param name="Speaker">The annotators' name for the entity, such as "Mrs_Bennet-7".</param>
/// <param name="Kind">Explicit, anaphoric or implicit, where the annotators say so.</param>
internal sealed record GoldQuote(TextSpan Span, string Speaker, string? Kind = null);

/// <summary>An annotated excerpt: about 2,000 words, one sentence a line, words and marks parted by blanks.</summary>
internal sealed record Excerpt(string Name, string Text, IReadOnlyList<GoldQuote> Quotes, string? Novel)
{
    /// <param name="novels">Folder of whole novels, each named as its excerpt.</param>
    public static IReadOnlyList<Excerpt> ReadAll(string folder, string novels)
    {
        return
        [
            .. Directory
                .GetFiles(Path.Combine(folder, "quotations"), "*.txt")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(file, novels)),
        ];
    }

    private static Excerpt Read(string file, string novels)
    {
        var text = File.ReadAllText(file);
        var name = Path.GetFileNameWithoutExtension(file).Replace("_brat", "", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
        var (spans, quotes) = (new Dictionary<string, TextSpan>(), new List<GoldQuote>());
        foreach (var row in File.ReadLines(Path.ChangeExtension(file, ".ann")).Select(row => row.Split('\t')))
            if (row[0] == "QUOTE")
                spans[row[1]] = new(
                    starts[Number(row[2])] + Word(lines[Number(row[2])], Number(row[3])).Start,
                    starts[Number(row[4])] + Word(lines[Number(row[4])], Number(row[5])).End
                );
            else if (row[0] == "ATTRIB")
                quotes.Add(new(spans[row[1]], row[2]));
        var novel = Path.Combine(novels, name + ".txt");
        return new(name, text, [.. quotes.OrderBy(q => q.Span.Start)], File.Exists(novel) ? novel : null);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static TextSpan Word(string line, int index)
    {
        var at = 0;
        for (; index > 0; index--)
            at = line.IndexOf(' ', at) + 1;
        var end = line.IndexOf(' ', at);
        return new(at, end < 0 ? line.Length : end);
    }
}
