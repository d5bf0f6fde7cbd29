using System.Text.Json;

namespace Atelier.Language;

/// <summary>Reads the word lists of the data packages. Each is one file; the formats are those of the packages.</summary>
internal static class WordLists
{
    /// <summary>
    /// The CMU Pronouncing Dictionary as `"word": "P R AH0 N",` lines: word to syllables of its first pronunciation.
    /// Every vowel phone ends in a stress digit, so counting digits counts syllables.
    /// </summary>
    public static WordTable Syllables(string moduleFile)
    {
        var words = new WordTable.Builder(135_000);
        foreach (var line in File.ReadAllText(moduleFile).AsSpan().EnumerateLines())
        {
            if (!Entry(line, out var word, out var phones) || word.Contains('('))
                continue; // "word(2)" is a second pronunciation
            var syllables = 0;
            foreach (var symbol in phones)
            {
                if (symbol == '#')
                    break; // an editor's remark follows
                if (char.IsAsciiDigit(symbol))
                    syllables++;
            }
            words.Add(word, Math.Max(1, syllables));
        }
        return words.Build();
    }

    /// <summary>A list written as a JavaScript array, one quoted word to a line. Values are the positions.</summary>
    public static WordTable Familiar(string moduleFile)
    {
        var words = new WordTable.Builder(3_500);
        foreach (var line in File.ReadAllText(moduleFile).AsSpan().EnumerateLines())
        {
            var entry = line.Trim().TrimEnd(',');
            if (entry.Length > 2 && entry[0] is '\'' or '"' && entry[^1] == entry[0])
                words.Add(entry[1..^1].ToString().ToLowerInvariant(), words.Count);
        }
        return words.Build();
    }

    /// <summary>SUBTLEX-US as `[{"word","count"}]`, commonest first. Values are the counts, positions the ranks.</summary>
    public static WordTable Frequencies(string jsonFile)
    {
        var words = new WordTable.Builder(75_000);
        var json = new Utf8JsonReader(File.ReadAllBytes(jsonFile));
        string? word = null;
        while (json.Read())
            if (json.TokenType == JsonTokenType.String)
                word = json.GetString()!.ToLowerInvariant();
            else if (json.TokenType == JsonTokenType.Number && word is not null)
                words.Add(word, json.GetInt32());
        return words.Build();
    }

    private static bool Entry(ReadOnlySpan<char> line, out ReadOnlySpan<char> word, out ReadOnlySpan<char> phones)
    {
        word = default;
        phones = default;
        var middle = line.IndexOf("\": \"", StringComparison.Ordinal);
        var open = line.IndexOf('"');
        if (open < 0 || middle <= open)
            return false;
        word = line[(open + 1)..middle];
        phones = line[(middle + 4)..];
        return true;
    }
}
