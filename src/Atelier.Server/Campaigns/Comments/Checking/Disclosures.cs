namespace Atelier.Campaigns.Comments.Checking;

/// <summary>The sentence that says what ties a persona to the subject: the campaign's own, or a plain one in the post's language.</summary>
internal static class Disclosures
{
    /// <summary>In the language of the post: the campaign's sentence, unless that is plainly in another one.</summary>
    public static string For(CommentBrief brief, string? language)
    {
        var own = brief.Disclosure.Trim();
        var written = Language.Figures.LanguageGuess.Of(own)?.Code;
        return written is null || language is null || written == language ? own : Plain(brief, language) ?? own;
    }

    /// <summary>Where it stands in a comment: at its beginning or at its end.</summary>
    public static Place? Find(string text, CommentBrief brief, string? language)
    {
        var trimmed = text.Trim();
        var offset = text.IndexOf(trimmed, StringComparison.Ordinal);
        foreach (var sentence in Accepted(brief, language))
        {
            var bare = sentence.TrimEnd('.', '!', ' ');
            if (bare.Length == 0)
                continue;
            if (trimmed.StartsWith(bare, StringComparison.OrdinalIgnoreCase))
                return new(0, offset + Math.Min(trimmed.Length, bare.Length + 1));
            if (trimmed.TrimEnd('.', '!', ' ', ')').EndsWith(bare, StringComparison.OrdinalIgnoreCase))
                return new(text.LastIndexOf(bare, StringComparison.OrdinalIgnoreCase), text.Length);
        }
        return null;
    }

    private static IEnumerable<string> Accepted(CommentBrief brief, string? language)
    {
        yield return brief.Disclosure.Trim();
        if (language is not null && Plain(brief, language) is { } plain)
            yield return plain;
    }

    private static string? Plain(CommentBrief brief, string language) =>
        language switch
        {
            "en" => $"For transparency, this is my connection to the subject: {brief.Affiliation.Trim().TrimEnd('.')}.",
            "fr" => $"Par transparence, voici mon lien avec le sujet : {brief.Affiliation.Trim().TrimEnd('.')}.",
            _ => null,
        };
}
