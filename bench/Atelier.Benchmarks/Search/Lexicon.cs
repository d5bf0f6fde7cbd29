using System.Text;
using Npgsql;

namespace Atelier.Benchmarks.Search;

/// <summary>All words of the made books: those of the language, and names.</summary>
internal sealed class Lexicon
{
    private const int FirstSubject = 200;
    private const int LastSubject = 12_000;
    private const int NamesOfEach = 900;

    private readonly Vocabulary _vocabulary;
    private readonly List<string> _texts;
    private readonly int[] _lexemeOf;
    private readonly int[] _searched;
    private readonly int _firsts;
    private readonly int _lasts;

    private Lexicon(Vocabulary vocabulary, List<string> texts, string?[] lexemes, int firsts, int lasts)
    {
        (_vocabulary, _texts, _firsts, _lasts) = (vocabulary, texts, firsts, lasts);
        _searched = [.. vocabulary.Searched];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        _lexemeOf = new int[texts.Count];
        for (var word = 0; word < texts.Count; word++)
            _lexemeOf[word] =
                lexemes[word] is not { } lexeme ? -1
                : known.TryGetValue(lexeme, out var seen) ? seen
                : known[lexeme] = known.Count;
        Lexemes = [.. known.OrderBy(one => one.Value).Select(one => Encoding.ASCII.GetBytes(one.Key))];
    }

    /// <summary>In ASCII, as they are stored.</summary>
    public IReadOnlyList<byte[]> Lexemes { get; }

    public static async Task<Lexicon> ReadAsync(string packs, NpgsqlDataSource database, CancellationToken cancel)
    {
        var vocabulary = await Vocabulary.ReadAsync(packs, database, cancel);
        var random = new Random(1);
        List<string> texts = [.. vocabulary.Words];
        var firsts = texts.Count;
        texts.AddRange(Enumerable.Range(0, NamesOfEach).Select(_ => Names.First(random).ToLowerInvariant()));
        var lasts = texts.Count;
        texts.AddRange(Enumerable.Range(0, NamesOfEach).Select(_ => Names.Last(random).ToLowerInvariant()));
        var lexemes = await Vocabulary.LexemesAsync(database, [.. texts], cancel);
        return new(vocabulary, texts, lexemes, firsts, lasts);
    }

    public string Text(int word) => _texts[word];

    public string Name(int word) => char.ToUpperInvariant(_texts[word][0]) + _texts[word][1..];

    /// <returns>-1 for a word that is not looked for.</returns>
    public int LexemeOf(int word) => _lexemeOf[word];

    public int Word(Random random) => _vocabulary.Draw(random);

    /// <summary>What a book can be about: no word that every book is full of.</summary>
    public int Subject(Random random) => _searched[random.Next(FirstSubject, Math.Min(LastSubject, _searched.Length))];

    /// <summary>A word that is looked for, among the commonest from and up to these.</summary>
    public string Searched(Random random, int from, int to) =>
        Text(_searched[random.Next(from, Math.Min(to, _searched.Length))]);

    public (int First, int Last) Person(Random random) =>
        (_firsts + random.Next(NamesOfEach), _lasts + random.Next(NamesOfEach));
}
