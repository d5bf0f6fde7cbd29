using Atelier.Language;

namespace Atelier.Campaigns.Comments.Checking;

/// <summary>A word folded for comparison, and where it stands.</summary>
internal readonly record struct FoldedWord(string Text, int Start, int End);

/// <summary>Words as texts are compared by: lower case, one kind of apostrophe.</summary>
internal static class Wording
{
    public static IReadOnlyList<FoldedWord> Of(string text)
    {
        var tokens = Tokenizer.Words(text);
        var words = new FoldedWord[tokens.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = new(Fold(tokens[i].Text), tokens[i].Start, tokens[i].End);
        return words;
    }

    public static string Fold(string word) => word.ToLowerInvariant().Replace('’', '\'').TrimEnd('.');

    /// <summary>Spaces, quotation marks and capitals made alike, so that a text can be looked up in another.</summary>
    public static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = plain.Length > 0;
                continue;
            }
            if (space)
                plain.Append(' ');
            space = false;
            plain.Append(
                c switch
                {
                    '’' or '‘' or 'ʼ' => '\'',
                    '“' or '”' or '«' or '»' or '„' => '"',
                    '–' or '—' or '‐' or '‑' => '-',
                    _ => char.ToLowerInvariant(c),
                }
            );
        }
        return plain.ToString();
    }

    /// <summary>Both plain. A find inside a longer word or number is none.</summary>
    public static bool Holds(string plain, string part)
    {
        for (var at = 0; part.Length > 0 && at >= 0; at++)
        {
            at = plain.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            var end = at + part.Length;
            var startsFree = at == 0 || !char.IsLetterOrDigit(part[0]) || !char.IsLetterOrDigit(plain[at - 1]);
            var endsFree = end == plain.Length || !char.IsLetterOrDigit(part[^1]) || !char.IsLetterOrDigit(plain[end]);
            if (startsFree && endsFree)
                return true;
        }
        return false;
    }
}
