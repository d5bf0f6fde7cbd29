namespace Atelier.Language;

/// <summary>Measures how hard a text is to read.</summary>
public static class Readability
{
    /// <param name="names">Names in the text, of one or more words: always familiar, and left out of the frequency band.</param>
    /// <returns>All zero for a text without words.</returns>
    public static ReadabilityReport Measure(string text, LanguagePack pack, IEnumerable<string>? names = null)
    {
        var known = NameWords(names);
        var sentences = Sentences.Split(text);
        var (words, syllables, longest, spache, daleChall) = (0, 0, 0, 0, 0);
        var unique = new HashSet<string>(StringComparer.Ordinal);
        var offList = new Dictionary<string, string>(StringComparer.Ordinal);
        var offListWords = new List<string>();
        var offListRunning = 0;
        var ranks = new List<int>();
        foreach (var sentence in sentences)
        {
            longest = Math.Max(longest, sentence.Words.Count);
            foreach (var token in sentence.Words)
            {
                words++;
                syllables += pack.Syllables(token.Text);
                var folded = Spelling.Fold(token.Text);
                unique.Add(folded);
                if (token.IsNumber || IsName(folded, known))
                    continue;
                ranks.Add(pack.Rank(token.Text) ?? int.MaxValue);
                var (easyForSpache, easyForDaleChall) = (
                    pack.IsOnSpacheList(token.Text),
                    pack.IsOnDaleChallList(token.Text)
                );
                spache += easyForSpache ? 0 : 1;
                daleChall += easyForDaleChall ? 0 : 1;
                if (easyForSpache || easyForDaleChall)
                    continue;
                offListRunning++;
                if (offList.TryAdd(folded, token.Text))
                    offListWords.Add(token.Text);
            }
        }
        if (words == 0)
            return new ReadabilityReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, []);
        var sentenceLength = (double)words / sentences.Count;
        var wordLength = (double)syllables / words;
        return new ReadabilityReport(
            words,
            sentences.Count,
            syllables,
            longest,
            sentenceLength,
            Formulas.FleschReadingEase(sentenceLength, wordLength),
            Formulas.FleschKincaidGrade(sentenceLength, wordLength),
            Formulas.SpacheGrade(sentenceLength, (double)spache / words),
            Formulas.NewDaleChall(sentenceLength, (double)daleChall / words),
            (double)offListRunning / words,
            unique.Count,
            Band(ranks),
            offListWords
        );
    }

    /// <summary>The band of the 95th word in a hundred, commonest first (the coverage threshold of Laufer, 1989).</summary>
    private static int Band(List<int> ranks)
    {
        if (ranks.Count == 0)
            return 0;
        ranks.Sort();
        var rank = ranks[Math.Max(0, (int)Math.Ceiling(ranks.Count * 0.95) - 1)];
        return rank == int.MaxValue ? LanguagePack.BeyondAllBands : (rank - 1) / 1000 + 1;
    }

    private static HashSet<string> NameWords(IEnumerable<string>? names)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names ?? [])
        foreach (var word in Tokenizer.Words(name))
            known.Add(Spelling.Fold(word.Text));
        return known;
    }

    private static bool IsName(string folded, HashSet<string> known) =>
        known.Contains(folded)
        || folded.EndsWith("'s", StringComparison.Ordinal) && known.Contains(folded[..^2])
        || folded.EndsWith("s'", StringComparison.Ordinal) && known.Contains(folded[..^1])
        || folded.EndsWith('s') && known.Contains(folded[..^1]);
}
