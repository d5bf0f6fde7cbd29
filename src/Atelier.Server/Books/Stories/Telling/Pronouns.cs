namespace Atelier.Books.Stories.Telling;

/// <summary>How somebody is spoken of. Singular they takes plural verbs ("they were", "they walk").</summary>
internal sealed record Pronouns(string He, string Him, string His, string Hiss, string Himself, bool PluralVerb)
{
    public static readonly Pronouns She = new("she", "her", "her", "hers", "herself", false);
    public static readonly Pronouns HeHim = new("he", "him", "his", "his", "himself", false);
    public static readonly Pronouns They = new("they", "them", "their", "theirs", "themself", true);
    public static readonly Pronouns It = new("it", "it", "its", "its", "itself", false);
    public static readonly Pronouns Several = They with { Himself = "themselves" };

    /// <summary>Reads "she/her", "He", "they/them", "it/its"; anything else is they.</summary>
    public static Pronouns Parse(string? text) =>
        text?.Trim().Split('/', ' ', ',')[0].ToLowerInvariant() switch
        {
            "she" or "her" => She,
            "he" or "him" => HeHim,
            "it" or "its" => It,
            _ => They,
        };

    public string? Form(string slot) =>
        slot switch
        {
            "he" => He,
            "him" => Him,
            "his" => His,
            "hiss" => Hiss,
            "himself" => Himself,
            _ => null,
        };

    /// <summary>A verb in the third person singular, turned to agree: was -> were, walks -> walk.</summary>
    public string Agree(string verb) => PluralVerb ? Plural(verb) : verb;

    public static string Plural(string verb) =>
        verb switch
        {
            "was" => "were",
            "wasn't" => "weren't",
            "is" => "are",
            "isn't" => "aren't",
            "has" => "have",
            "does" => "do",
            "doesn't" => "don't",
            "goes" => "go",
            "'s" => "'re",
            _ when verb.EndsWith("ies", StringComparison.Ordinal) => verb[..^3] + "y",
            _ when verb is [.., 's' or 'x' or 'h', 'e', 's'] => verb[..^2],
            _ when verb.EndsWith('s') && !verb.EndsWith("ss", StringComparison.Ordinal) => verb[..^1],
            _ => verb,
        };
}
