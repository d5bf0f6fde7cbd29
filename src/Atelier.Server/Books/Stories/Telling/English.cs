namespace Atelier.Books.Stories.Telling;

/// <summary>The little English grammar a story needs: articles, plurals, capitals, who "she" is.</summary>
internal static class English
{
    private static readonly string[] SilentH = ["hour", "honest", "heir", "honour"];
    private static readonly string[] YouSound = ["uni", "use", "usu", "ukulele", "eu", "one", "once", "ufo"];

    private static readonly HashSet<string> Uncounted =
    [
        "hay",
        "bread",
        "cheese",
        "seaweed",
        "bubbles",
        "sugar",
        "honey",
        "snow",
        "water",
    ];

    public static string WithArticle(string noun)
    {
        if (noun.Length == 0 || IsPlural(noun) || Uncounted.Contains(noun))
            return noun;
        return (TakesAn(noun) ? "an " : "a ") + noun;
    }

    public static bool TakesAn(string word)
    {
        var w = word.ToLowerInvariant();
        if (SilentH.Any(h => w.StartsWith(h, StringComparison.Ordinal)))
            return true;
        return "aeiou".Contains(w[0]) && !YouSound.Any(y => w.StartsWith(y, StringComparison.Ordinal));
    }

    private static readonly HashSet<string> SingularInS =
    [
        "bus",
        "glass",
        "dress",
        "grass",
        "compass",
        "class",
        "octopus",
        "walrus",
        "cactus",
        "princess",
        "boss",
        "moss",
        "hippopotamus",
        "circus",
        "rhinoceros",
        "platypus",
        "lens",
        "chess",
        "gas",
        "iris",
        "christmas",
        "address",
        "albatross",
        "abacus",
        "walrus",
    ];

    private static readonly HashSet<string> PluralWithoutS =
    [
        "children",
        "mice",
        "geese",
        "men",
        "women",
        "people",
        "teeth",
        "feet",
        "sheep-dogs",
    ];

    public static bool IsPlural(string phrase)
    {
        var noun = phrase.Split(' ')[^1].ToLowerInvariant();
        if (PluralWithoutS.Contains(noun))
            return true;
        return noun.Length > 3
            && noun.EndsWith('s')
            && !noun.EndsWith("ss", StringComparison.Ordinal)
            && !noun.EndsWith("us", StringComparison.Ordinal)
            && !SingularInS.Contains(noun);
    }

    public static string Plural(string noun) =>
        IsPlural(noun) ? noun
        : noun.EndsWith("leaf", StringComparison.Ordinal) ? noun[..^1] + "ves"
        : noun.EndsWith("mouse", StringComparison.Ordinal) ? noun[..^5] + "mice"
        : noun is "fish" or "tropical fish" or "sheep" or "hay" or "seaweed" or "bread" or "cheese" ? noun
        : noun is [.., 's' or 'x']
        || noun.EndsWith("sh", StringComparison.Ordinal)
        || noun.EndsWith("ch", StringComparison.Ordinal)
        || noun.EndsWith("tomato", StringComparison.Ordinal)
            ? noun + "es"
        : noun.Length > 2 && noun[^1] == 'y' && !"aeiou".Contains(noun[^2]) ? noun[..^1] + "ies"
        : noun + "s";

    public static string Capital(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsLetter(text[i]))
                return text[..i] + char.ToUpperInvariant(text[i]) + text[(i + 1)..];
        return text;
    }

    public static int Words(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["is"] = "was",
        ["are"] = "were",
        ["has"] = "had",
        ["have"] = "had",
        ["goes"] = "went",
        ["does"] = "did",
        ["sings"] = "sang",
        ["eats"] = "ate",
        ["runs"] = "ran",
        ["sees"] = "saw",
        ["draws"] = "drew",
        ["thinks"] = "thought",
        ["tells"] = "told",
        ["keeps"] = "kept",
        ["makes"] = "made",
        ["can"] = "could",
        ["can't"] = "could not",
        ["cannot"] = "could not",
        ["sleeps"] = "slept",
        ["wears"] = "wore",
        ["knows"] = "knew",
        ["gets"] = "got",
        ["gives"] = "gave",
        ["finds"] = "found",
        ["loses"] = "lost",
        ["speaks"] = "spoke",
        ["swims"] = "swam",
        ["flies"] = "flew",
        ["forgets"] = "forgot",
        ["falls"] = "fell",
        ["feels"] = "felt",
        ["says"] = "said",
        ["writes"] = "wrote",
        ["reads"] = "read",
        ["sits"] = "sat",
        ["doesn't"] = "did not",
        ["never"] = "never",
        ["always"] = "always",
        ["often"] = "often",
        ["takes"] = "took",
        ["builds"] = "built",
    };

    /// <summary>"loves" -> "loved"; null when the word does not look like a verb in the third person.</summary>
    public static string? Past(string verb)
    {
        if (Irregular.TryGetValue(verb, out var known))
            return known;
        if (verb.Length < 4 || !verb.EndsWith('s') || verb.EndsWith("ss", StringComparison.Ordinal))
            return null;
        if (verb.EndsWith("ies", StringComparison.Ordinal))
            return verb[..^3] + "ied";
        if (verb is [.., 's' or 'x' or 'h', 'e', 's'])
            return verb[..^2] + "ed";
        return verb[^2] == 'e' ? verb[..^1] + "d" : verb[..^1] + "ed";
    }
}
