using Atelier.Campaigns.Blogs.Finding;
using Atelier.Language;

namespace Atelier.Campaigns.Blogs.Judging;

/// <summary>How well a text answers a topic: by where its words and keywords stand, the title first.</summary>
internal static class TopicFit
{
    private const int ShortestWord = 4;
    private const double KeywordShare = 0.6;

    /// <returns>0 to 1; null when there is nothing to compare with.</returns>
    public static double? Of(
        string topic,
        IReadOnlyList<string> keywords,
        string? title,
        IReadOnlyList<string> keyphrases,
        string? text
    )
    {
        var asked = keywords.Where(keyword => keyword.Trim().Length > 0).ToList();
        var words = Tokenizer
            .Words(topic)
            .Select(token => token.Text.ToLowerInvariant())
            .Where(word => word.Length >= ShortestWord)
            .Distinct()
            .ToList();
        if (asked.Count + words.Count == 0)
            return null;
        double Found(string term) =>
            Keywords.IsIn(term, title ?? "") ? 1
            : keyphrases.Any(phrase => Keywords.IsIn(term, phrase)) ? 0.9
            : Keywords.CountIn(term, text ?? "") switch
            {
                >= 3 => 0.8,
                2 => 0.6,
                1 => 0.4,
                _ => 0,
            };
        var byKeyword = asked.Count == 0 ? (double?)null : asked.Average(Found);
        var byWord = words.Count == 0 ? (double?)null : words.Average(Found);
        return (byKeyword, byWord) switch
        {
            ({ } k, { } w) => KeywordShare * k + (1 - KeywordShare) * w,
            _ => byKeyword ?? byWord,
        };
    }
}
