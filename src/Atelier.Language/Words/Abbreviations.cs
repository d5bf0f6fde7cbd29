namespace Atelier.Language;

internal static class Abbreviations
{
    private static readonly HashSet<string> BeforeAName = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr",
        "Mrs",
        "Ms",
        "Mx",
        "Dr",
        "St",
        "Prof",
        "Capt",
        "Sgt",
        "Lt",
        "Col",
        "Gen",
        "Rev",
        "Hon",
        "Mt",
        "Messrs",
        "Mme",
        "Mlle",
        "vs",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "Jr",
        "Sr",
        "etc",
        "Co",
        "Inc",
        "Ltd",
        "No",
        "Ave",
        "Rd",
        "Blvd",
        "approx",
        "dept",
        "est",
        "min",
        "max",
    };

    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["mr"] = "mister",
        ["mrs"] = "misses",
        ["ms"] = "miz",
        ["mx"] = "mix",
        ["ok"] = "okay",
        ["dr"] = "doctor",
        ["st"] = "saint",
        ["prof"] = "professor",
        ["capt"] = "captain",
        ["sgt"] = "sergeant",
        ["jr"] = "junior",
        ["sr"] = "senior",
        ["etc"] = "etcetera",
        ["vs"] = "versus",
        ["mt"] = "mount",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = BeforeAName.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Short = Others.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SpokenForms =
        Spoken.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Is the point after this word part of it? "No" and "Min" are words too, so those keep theirs apart.</summary>
    public static bool OwnsItsPoint(ReadOnlySpan<char> word) =>
        IsTitle(word)
        || word.Length > 2 && word[1] == '.'
        || Short.Contains(word) && word is not ("No" or "no" or "min" or "max" or "est" or "Est" or "Co");

    /// <summary>A title never ends a sentence: a name follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word.TrimEnd('.'));

    public static string? SpokenForm(ReadOnlySpan<char> folded) =>
        SpokenForms.TryGetValue(folded, out var spoken) ? spoken : null;
}
