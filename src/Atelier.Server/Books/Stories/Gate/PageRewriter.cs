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

    public static string SplitLongSentences(string text, int longest)
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
                var join = cut == ". " ? cut + Telling.English.Capital(rest) : cut + rest;
                text = text.Replace(old, old[..at] + join, StringComparison.Ordinal);
                break;
            }
        }
        return text;
    }

    /// <summary>Leaves out sentences, from the second last on, until the page is short enough; the first and last stay.</summary>
    public static string Shorten(string text, int mostWords)
    {
        while (true)
        {
            var sentences = Sentences.Split(text);
            if (sentences.Sum(s => s.Words.Count) <= mostWords || sentences.Count < 3)
                return text;
            var drop = sentences[^2];
            text = (text[..drop.Start].TrimEnd() + " " + text[sentences[^1].Start..]).Trim();
        }
    }

    /// <summary>The page without one sentence that is neither its first nor its last, nor speech, nor the refrain; or null.</summary>
    public static string? WithoutAMiddle(string text, string refrain)
    {
        var sentences = Sentences.Split(text);
        for (var i = sentences.Count - 2; i > 0; i--)
        {
            var sentence = text.Substring(sentences[i].Start, sentences[i].Length);
            if (
                sentence.Contains('"', StringComparison.Ordinal) || refrain.Contains(sentence, StringComparison.Ordinal)
            )
                continue;
            return text[..sentences[i].Start].TrimEnd() + " " + text[sentences[i + 1].Start..].TrimStart();
        }
        return null;
    }

    /// <summary>Leaves out the sentence with the most hard words, never the only one.</summary>
    public static string DropHardest(string text, IReadOnlyList<string> hard)
    {
        var sentences = Sentences.Split(text);
        if (sentences.Count < 2)
            return text;
        var worst = sentences.MaxBy(s => s.Words.Count(w => hard.Contains(w.Text, StringComparer.OrdinalIgnoreCase)))!;
        var after = sentences.FirstOrDefault(s => s.Start > worst.Start);
        return (text[..worst.Start].TrimEnd() + " " + (after is null ? "" : text[after.Start..])).Trim();
    }
}
