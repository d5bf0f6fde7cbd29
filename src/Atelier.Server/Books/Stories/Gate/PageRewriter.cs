using Atelier.Language;

namespace Atelier.Books.Stories.Gate;

/// <summary>Makes a page easier without the author: long sentences are cut at their joints, the last ones left out.</summary>
internal static class PageRewriter
{
    private static readonly (string Joint, string Cut)[] Joints =
    [
        (", and ", ". And "),
        (", but ", ". But "),
        (", so ", ". So "),
        (", until ", ". Then "),
        ("; ", ". "),
        (", because ", ". That was because "),
    ];

    /// <param name="anywhere">Also where the second half is no sentence of its own.</param>
    public static string SplitLongSentences(string text, int longest, bool anywhere = false)
    {
        foreach (var sentence in Sentences.Split(text).Where(s => s.Words.Count > longest).ToList())
        {
            var old = text.Substring(sentence.Start, Math.Min(sentence.Length, text.Length - sentence.Start));
            foreach (var (joint, cut) in Joints)
            {
                var at = old.IndexOf(joint, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                var rest = old[(at + joint.Length)..];
                if (!anywhere && !StandsAlone(rest))
                    continue;
                var join = cut == ". " ? cut + Telling.English.Capital(rest) : cut + rest;
                text = text.Replace(old, old[..at] + join, StringComparison.Ordinal);
                break;
            }
        }
        return text;
    }

    /// <summary>Leaves out sentences until the page is short enough; the first, the last and the refrain stay.</summary>
    public static string Shorten(string text, int mostWords, string refrain)
    {
        while (
            Sentences.Split(text).Sum(s => s.Words.Count) > mostWords
            && WithoutAMiddle(text, refrain, true) is { } shorter
        )
            text = shorter;
        return text;
    }

    /// <summary>The page without one sentence that nothing hangs on, neither first nor last nor the refrain; or null.</summary>
    public static string? WithoutAMiddle(string text, string refrain, bool anyMiddle = false)
    {
        var sentences = Sentences.Split(text);
        var told = sentences.Select(s => text.Substring(s.Start, s.Length)).ToList();
        for (var i = told.Count - 2; i > 0; i--)
        {
            var loose =
                !told[i].Contains('"', StringComparison.Ordinal)
                && !told[i].EndsWith('?')
                && !told[i - 1].EndsWith('?')
                && !Leaning.Contains(sentences[i + 1].Words[0].Text);
            if ((loose || anyMiddle) && !refrain.Contains(told[i], StringComparison.Ordinal))
                return text[..sentences[i].Start].TrimEnd() + " " + text[sentences[i + 1].Start..].TrimStart();
        }
        return null;
    }

    // A sentence that opens so leans on the one before it.
    private static readonly HashSet<string> Leaning =
    [
        "And",
        "But",
        "So",
        "Then",
        "He",
        "She",
        "They",
        "It",
        "His",
        "Her",
        "Their",
        "That",
        "This",
        "Not",
    ];

    private static readonly HashSet<string> Subjects =
    [
        "he",
        "she",
        "they",
        "it",
        "there",
        "the",
        "his",
        "her",
        "their",
        "i",
        "you",
        "we",
        "that",
        "this",
        "no",
        "nobody",
        "down",
        "up",
        "off",
    ];

    // What follows a joint may be cut off only if it is a sentence of its own.
    private static bool StandsAlone(string rest)
    {
        var word = rest.Split(' ', ',')[0];
        return Subjects.Contains(word) || (word.Length > 0 && char.IsUpper(word[0]));
    }

    /// <summary>Leaves out the sentence with the most hard words, never the only one.</summary>
    public static string DropHardest(string text, IReadOnlyList<string> hard, string refrain)
    {
        var sentences = Sentences.Split(text);
        var free = sentences
            .Where(s => !refrain.Contains(text.Substring(s.Start, s.Length), StringComparison.Ordinal))
            .ToList();
        if (sentences.Count < 2 || free.Count == 0 || hard.Count == 0)
            return text;
        var worst = free.MaxBy(s => s.Words.Count(w => hard.Contains(w.Text, StringComparer.OrdinalIgnoreCase)))!;
        var after = sentences.FirstOrDefault(s => s.Start > worst.Start);
        return (text[..worst.Start].TrimEnd() + " " + (after is null ? "" : text[after.Start..])).Trim();
    }
}
