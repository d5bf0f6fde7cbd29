namespace Atelier.Language.Figures;

/// <summary>Counts phrases of one to three words, and rates them by how often and how early they come.</summary>
internal sealed class KeyphraseCounter(HashSet<string> stopWords)
{
    public const int MostWords = 300_000;

    private const int Longest = 3;
    private const int MostPhrases = 300_000;
    private const int Shown = 25;
    private const double MostCovered = 0.6;

    private readonly Dictionary<string, Phrase> _phrases = new(StringComparer.Ordinal);
    private readonly Queue<(FigureReader.Known Word, string AsWritten)> _before = new();
    private readonly char[] _buffer = new char[256];
    private int _words;

    public bool IsSample => _words > MostWords;

    public void Add(FigureReader.Known word, Token token)
    {
        if (++_words > MostWords)
            return;
        _before.Enqueue((word, token.Text));
        if (_before.Count > Longest)
            _before.Dequeue();
        if (word.IsStop || stopWords.Count == 0 && word.Word.Length < 5)
            return;
        for (var skip = 0; skip < _before.Count; skip++)
            Count(skip);
        if (_phrases.Count > MostPhrases)
            foreach (var rare in _phrases.Where(pair => pair.Value.Count == 1).Select(pair => pair.Key).ToList())
                _phrases.Remove(rare);
    }

    public void EndSentence() => _before.Clear();

    public IReadOnlyList<Keyphrase> Best()
    {
        var least = _words < 3000 ? 2 : 3;
        var all = _phrases.Where(pair => pair.Value.Count >= least).ToDictionary(StringComparer.Ordinal);
        var covered = all.SelectMany(pair => CoveredBy(pair.Key, pair.Value.Count, all)).ToHashSet();
        var total = Math.Min(_words, MostWords);
        return
        [
            .. all.Where(pair => !covered.Contains(pair.Key))
                .Select(pair => new Keyphrase(pair.Value.AsWritten, pair.Value.Count, Score(pair.Value, total)))
                .OrderByDescending(phrase => phrase.Score)
                .ThenBy(phrase => phrase.Text, StringComparer.Ordinal)
                .Take(Shown),
        ];
    }

    /// <summary>Parts that hardly ever stand without the rest, such as the first half of a name.</summary>
    private static IEnumerable<string> CoveredBy(string text, int count, Dictionary<string, Phrase> all)
    {
        var words = text.Split(' ');
        for (var length = 1; length < words.Length; length++)
        for (var first = 0; first + length <= words.Length; first++)
        {
            var part = string.Join(' ', words, first, length);
            if (all.TryGetValue(part, out var phrase) && count > phrase.Count * MostCovered)
                yield return part;
        }
    }

    private static double Score(Phrase phrase, int total) =>
        Math.Round(phrase.Count * phrase.Words * (1 - 0.5 * phrase.First / Math.Max(1, total)), 2);

    private void Count(int skip)
    {
        var (length, words) = (0, 0);
        foreach (var (word, _) in _before)
        {
            if (words++ < skip)
                continue;
            if (words == skip + 1 && word.IsStop || length + word.Word.Length + 1 > _buffer.Length)
                return; // a phrase begins with a word that says something
            if (length > 0)
                _buffer[length++] = ' ';
            word.Word.CopyTo(_buffer.AsSpan(length));
            length += word.Word.Length;
        }
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(_buffer.AsSpan(0, length), out var phrase))
            phrase.Count++;
        else
            _phrases[new string(_buffer, 0, length)] = phrase = new(_words, Written(skip), _before.Count - skip);
    }

    private string Written(int skip) => string.Join(' ', _before.Skip(skip).Select(word => word.AsWritten));

    private sealed class Phrase(int first, string asWritten, int words)
    {
        public int First { get; } = first;
        public string AsWritten { get; } = asWritten;
        public int Words { get; } = words;
        public int Count { get; set; } = 1;
    }
}
