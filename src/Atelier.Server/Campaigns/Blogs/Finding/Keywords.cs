namespace Atelier.Campaigns.Blogs.Finding;

/// <summary>Keywords as people type them, looked for in texts: whole words, in any case.</summary>
internal static class Keywords
{
    public static bool AnyIn(IReadOnlyList<string> keywords, string text) =>
        keywords.Any(keyword => IsIn(keyword, text));

    public static bool IsIn(string keyword, string text) => CountIn(keyword, text) > 0;

    /// <summary>A keyword also stands in its plural and the like, so only its beginning has to be a word's.</summary>
    public static int CountIn(string keyword, string text)
    {
        var (count, at) = (0, 0);
        keyword = keyword.Trim();
        while (keyword.Length > 0 && (at = text.IndexOf(keyword, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                count++;
            at += keyword.Length;
        }
        return count;
    }
}
