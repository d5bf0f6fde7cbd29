using System.Collections.Frozen;

namespace Atelier.Language.Figures;

/// <param name="Code">ISO 639-1.</param>
/// <param name="Share">0 to 1: of the words, those that are function words of this language, or of the letters, its script's.</param>
public sealed record LanguageEstimate(string Code, double Share);

/// <summary>
/// Tells a text's language by its commonest small words, or by its script where one language owns it. A word that several
/// languages have counts for each of them a part.
/// </summary>
public static class LanguageGuess
{
    private const int FewestWords = 8;
    private const double LeastShare = 0.08;
    private const double LeastScript = 0.25;

    private static readonly (string Code, string Words)[] SmallWords =
    [
        (
            "en",
            "the of and to in that was he his it with as for had is you not on at by her which she be but have from they this"
        ),
        (
            "de",
            "der die und das ist nicht ein eine zu den von mit sich des auf für dem sie ich er es im so wie war aber auch an hatte"
        ),
        (
            "fr",
            "le la les de des et un une il est que dans qui pas pour sur elle au ce se plus je son avec du ne par était mais"
        ),
        (
            "es",
            "el la los de que y en un una se no por con su para es lo como más pero las del al le había era sus me si"
        ),
        (
            "it",
            "il di che la e non un una per in sono con del si le era da come gli ma più dei nel alla anche lo della aveva"
        ),
        ("pt", "o de que e a do da não em um uma os para com se por mais as dos como mas ao ele das foi seu à ela era"),
        (
            "nl",
            "de het een en van ik te dat die in niet zijn is was op aan met als voor had er maar om hem dan zou wat"
        ),
        ("sv", "och att det som en på är av för den inte han med till var jag sig om så ett hade de från vi men hon"),
        ("da", "og at det en den til er som på de med han af for ikke der var mig sig men et har om vi hun havde fra"),
        ("nb", "og det at en er som på ikke jeg til han med for av den var de seg om så et hadde men hun fra meg ble"),
        (
            "fi",
            "ja on ei että se hän oli mutta joka niin kuin myös ovat sen sitä nyt kun hänen olen tämä siitä mitä ole"
        ),
        ("pl", "i w nie na się że z to jest do jak co ale o po jego tak już był za od tylko była czy przez jej dla"),
        ("cs", "a se v na že je to s z do jako si ale by jeho po tak byl za jsem ve bylo od už jen aby její když"),
        ("hu", "a az és hogy nem is egy volt csak mint de meg ezt azt már még ez ha el van mert nagyon aki azért"),
        ("ro", "și de în a la nu o cu că pe un din se care mai ce era lui ca fi dar sunt îi am pentru al"),
        ("tr", "bir ve bu da de için ne gibi o çok ama daha ki var olarak ben mi en kadar sonra değil her"),
        ("ca", "el la de que i en un una no per amb es els va les del és més com però al ha dels seva"),
        ("id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka oleh"),
        ("ru", "и в не на что он с как но его по к она из было за так же бы мы они был только от ты это все"),
        ("uk", "і в не на що він з як але його по до та за так це був вона від було ти й її вже коли щоб"),
        ("bg", "и на да се не от за в е че с по това но като си той са го беше ще до ми ли"),
        ("sr", "и у је да се на не су за што као од са он али то га би само је био тако"),
        ("el", "και το να του η της με που την από για είναι ο τον στο δεν τα θα μου οι σε ήταν"),
    ];

    private static readonly (string Code, char From, char To)[] Scripts =
    [
        ("ja", '\u3041', '\u30FE'),
        ("ko", '\uAC00', '\uD7A3'),
        ("he", '\u05D0', '\u05EA'),
        ("ar", '\u0621', '\u064A'),
        ("th", '\u0E01', '\u0E3A'),
        ("hi", '\u0905', '\u0939'),
        ("ka", '\u10D0', '\u10FA'),
        ("hy", '\u0561', '\u0587'),
        ("ta", '\u0B85', '\u0BB9'),
        ("zh", '\u4E00', '\u9FFF'),
    ];

    private static readonly FrozenDictionary<string, int[]> Owners = SmallWords
        .SelectMany((language, i) => language.Words.Split(' ').Distinct().Select(word => (word, i)))
        .GroupBy(pair => pair.word, pair => pair.i)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <returns>Null when too little of the text is known.</returns>
    public static LanguageEstimate? Of(ReadOnlySpan<char> text)
    {
        if (ByScript(text) is { } owned)
            return owned;
        var scores = new double[SmallWords.Length];
        var words = 0;
        Span<char> folded = stackalloc char[16];
        var known = Owners.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in new WordSpans(text))
        {
            words++;
            if (word.Length > folded.Length)
                continue;
            var lower = folded[..word.Length];
            word.ToLowerInvariant(lower);
            if (known.TryGetValue(lower, out var owners))
                foreach (var owner in owners)
                    scores[owner] += 1.0 / owners.Length;
        }
        if (words < FewestWords)
            return null;
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        var share = scores[best] / words;
        return share < LeastShare ? null : new(SmallWords[best].Code, Math.Round(share, 3));
    }

    private static LanguageEstimate? ByScript(ReadOnlySpan<char> text)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < '\u0561')
                continue;
            for (var i = 0; i < Scripts.Length; i++)
                if (c >= Scripts[i].From && c <= Scripts[i].To)
                    counts[i]++;
        }
        // Kana first: Japanese has Han characters too.
        for (var i = 0; i < Scripts.Length; i++)
            if (letters > 0 && counts[i] >= letters * (Scripts[i].Code == "ja" ? 0.1 : LeastScript))
                return new(Scripts[i].Code, Math.Round((double)counts[i] / letters, 3));
        return null;
    }
}
