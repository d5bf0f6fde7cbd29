using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atelier.Language.Cast;

namespace Atelier.Benchmarks.Language;

/// <summary>A whole novel of the Project Dialogism Novel Corpus: every quotation with its speaker, and all its people.</summary>
internal sealed partial record DialogismNovel(
    string Name,
    string Text,
    IReadOnlyList<GoldQuote> Quotes,
    IReadOnlyList<GoldPerson> People
)
{
    /// <param name="folder">One folder for each novel, as the corpus is published.</param>
    public static IEnumerable<DialogismNovel> ReadAll(string folder) =>
        Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(ReadOne);

    public void AddTo(Score score, CastScore cast, CastReport report)
    {
        var names = People.ToDictionary(person => person.Name, person => person.Names);
        var heard = score.Add(Name, Text, report, Quotes, speaker => names.GetValueOrDefault(speaker) ?? [speaker]);
        cast.Add(Name, Text, report, People, heard);
    }

    public static DialogismNovel ReadOne(string folder)
    {
        var text = File.ReadAllText(Path.Combine(folder, "novel_text.txt"));
        var places = Places(text);
        var quotes = Table(Path.Combine(folder, "quotation_info.csv"))
            // Nobody knows who said it, or several did at once.
            .Where(row => !row["speaker"].StartsWith('_'))
            .Select(row =>
            {
                var first = Numbers().Matches(row["quoteByteSpans"]);
                return new GoldQuote(
                    new(places[Number(first[0])], places[Number(first[1])]),
                    row["speaker"],
                    row["quoteType"].ToLowerInvariant()
                );
            });
        var people = Table(Path.Combine(folder, "character_info.csv"))
            .Select(row => new GoldPerson(
                row["Main Name"],
                [row["Main Name"], .. Strings().Matches(row["Aliases"]).Select(found => found.Groups[2].Value)],
                Enum.Parse<Rank>(row["Category"], ignoreCase: true)
            ));
        return new(Path.GetFileName(folder), text, [.. quotes.OrderBy(quote => quote.Span.Start)], [.. people]);
    }

    /// <summary>Where each code point begins.</summary>
    private static int[] Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsHighSurrogate(text[at]) ? 2 : 1)
            places.Add(at);
        places.Add(text.Length);
        return [.. places];
    }

    private static int Number(Match digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Table(string file)
    {
        var rows = Rows(File.ReadAllText(file)).ToList();
        return rows.Skip(1)
            .Where(row => row.Count == rows[0].Count)
            .Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static IEnumerable<List<string>> Rows(string csv)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
            if (quoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
                cell.Append(csv[at++]);
            else if (csv[at] == '"')
                quoted = !quoted;
            else if (!quoted && csv[at] is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (csv[at] != '\n')
                    continue;
                yield return row;
                row = [];
            }
            else
                cell.Append(csv[at]);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("""(['"])(.*?)\1(?=[,}\]])""")]
    private static partial Regex Strings();
}
