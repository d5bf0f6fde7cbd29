using Atelier.Platform.Errors;

namespace Atelier.Campaigns.Blogs.Finding;

/// <summary>Lists of words in requests, whose elements attributes do not check.</summary>
internal static class SearchTerms
{
    public const int LongestKeyword = 80;

    public static Problem? Refuse(string field, IReadOnlyList<string>? values, int longest) =>
        values?.FirstOrDefault(value => string.IsNullOrWhiteSpace(value) || value.Length > longest) is null
            ? null
            : Problem.Invalid(field, $"Each has one to {longest} characters.");
}
