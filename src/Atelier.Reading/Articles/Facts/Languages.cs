using Atelier.Language.Figures;

namespace Atelier.Reading.Articles.Facts;

/// <summary>What a page is written in. Templates often say English whatever is in them, so long text speaks for itself.</summary>
internal static class Languages
{
    private const int EnoughText = 400;
    private const double Sure = 0.2;

    public static string? Of(PageHead head, string text)
    {
        var declared =
            Code(head.Document.DocumentElement?.GetAttribute("lang"))
            ?? Code(head.Document.DocumentElement?.GetAttribute("xml:lang"))
            ?? Code(head.Data.Language)
            ?? Code(head.Meta("content-language", "og:locale", "dc:language", "dcterms:language", "language"))
            ?? Code(head.Document.Body?.GetAttribute("lang"));
        var guess = LanguageGuess.Of(text.AsSpan(0, Math.Min(text.Length, 20_000)));
        if (guess is null || text.Length < EnoughText && declared is not null)
            return declared;
        // Close relatives are told apart better by those who write them.
        if (declared is null || guess.Share >= Sure && !AreClose(declared, guess.Code))
            return guess.Code;
        return declared;
    }

    private static bool AreClose(string a, string b) => Family(a) is { } family && family == Family(b);

    private static string? Family(string code) =>
        code switch
        {
            "nb" or "nn" or "no" or "da" or "sv" => "scandinavian",
            "hr" or "sr" or "bs" or "sl" or "mk" or "bg" => "south slavic",
            "cs" or "sk" => "czech",
            "ru" or "uk" or "be" => "east slavic",
            "id" or "ms" => "malay",
            "es" or "gl" or "ca" or "pt" => "iberian",
            "ar" or "fa" or "ur" => "arabic script",
            "hi" or "mr" or "ne" => "devanagari",
            _ => null,
        };

    private static string? Code(string? tag)
    {
        var code = tag?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return code is { Length: 2 or 3 } && code.All(char.IsAsciiLetterLower)
            ? code == "no"
                ? "nb"
                : code
            : null;
    }
}
