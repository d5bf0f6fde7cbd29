namespace Atelier.Benchmarks.Search;

/// <summary>Made-up names of people, put together from what names are made of.</summary>
internal static class Names
{
    private static readonly string[] Starts =
        "Mar An El Jo Ro Ben Al Wil Ed Hen Fran Char Geor Lou Ag Cath Dor Em Flo Ger Hel Is Jul Kath Lil Mat Nor Ol Pat Ros".Split(
            ' '
        );

    private static readonly string[] Ends =
        "ta ton la seph bert jamin fred liam ward ry ces lotte gia isa nes erine othea ma rence trude ena abel ian leen lian ilda man iver rick alind".Split(
            ' '
        );

    private static readonly string[] Houses =
        "Hol Wat Car Dar Cop Peg Has Bar Kel Lan Mor Nor Pem Rad Sed Thorn Under Wick Yar Ash Black Cross Dun East Farn Green Hart Ing Jar Lock".Split(
            ' '
        );

    private static readonly string[] Places =
        "mes son ton cy field gotty visham kis ler caster timer brook ley stone wood worth ham ford dale combe bury gate hurst mouth by well more shaw croft don".Split(
            ' '
        );

    public static string First(Random random) => Pick(Starts, random) + Pick(Ends, random);

    public static string Last(Random random) => Pick(Houses, random) + Pick(Places, random);

    /// <summary>One letter wrong: another, missing, twice, or in the place of its neighbour.</summary>
    public static string Misspelt(string name, Random random)
    {
        var at = random.Next(1, name.Length - 1);
        return random.Next(4) switch
        {
            0 => name[..at] + (char)('a' + random.Next(26)) + name[(at + 1)..],
            1 => name[..at] + name[(at + 1)..],
            2 => name[..at] + name[at] + name[at..],
            _ => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
        };
    }

    private static string Pick(string[] parts, Random random) => parts[random.Next(parts.Length)];
}
