using System.Text.RegularExpressions;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>Finds the sentence in which a site says that it wants no machines or no marketing in its comments.</summary>
internal static partial class TermsReader
{
    private const int Shown = 200;

    public static string? Find(string? text)
    {
        if (text is null)
            return null;
        try
        {
            var match = Unwelcome().Match(text);
            if (!match.Success)
                return null;
            var (start, end) = (Math.Max(0, match.Index - 40), Math.Min(text.Length, match.Index + match.Length + 80));
            return text[start..Math.Min(end, start + Shown)].ReplaceLineEndings(" ").Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """
            \b(?:
              no\ (?:automated|promotional|commercial|sponsored|AI(?:-generated)?|marketing|self-promotional)\ (?:comments?|posts?|replies)
            | (?:automated|promotional|commercial|AI-generated|marketing)\ comments?\ (?:are|is|will\ be)\ (?:not\ \w+|deleted|removed|banned|forbidden)
            | comments?\ (?:written|made|generated)\ by\ (?:bots?|machines?|AI|software)\ (?:are|is|will\ be)\ (?:not\ \w+|deleted|removed|banned)
            | no\ bots\b | do\ not\ (?:scrape|crawl)\ this | keine\ (?:Werbung|automatisierten\ Kommentare)
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Unwelcome();
}
