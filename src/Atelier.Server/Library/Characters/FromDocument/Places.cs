using System.Text.RegularExpressions;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>Places by their company: capitalised words after "at", "in" or "to", often enough, that are nobody's name.</summary>
internal static partial class Places
{
    private const int Often = 3;
    private const int Most = 8;

    private static readonly HashSet<string> NoPlaces = new(StringComparer.Ordinal)
    {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Christmas",
        "Easter",
        "Michaelmas",
        "God",
        "Heaven",
        "Lord",
        "Mr",
        "Mrs",
        "Miss",
        "Sir",
        "Lady",
        "Dr",
        "Captain",
        "Colonel",
        "English",
        "French",
        "Latin",
        "Chapter",
        "I",
    };

    public static IReadOnlyList<string> In(IEnumerable<Line> lines, IEnumerable<string> people)
    {
        var known = people.SelectMany(name => name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lines
                .SelectMany(line => Named().Matches(line.Text))
                .Select(match => match.Groups[1].Value)
                .Where(name => !name.Split(' ').Any(word => known.Contains(word) || NoPlaces.Contains(word)))
                .GroupBy(name => name, StringComparer.Ordinal)
                .Where(group => group.Count() >= Often)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(group => group.Key),
        ];
    }

    [GeneratedRegex(
        @"\b(?:at|in|to|from|near|of)\s+((?:[A-Z][a-z]+)(?:\s+[A-Z][a-z]+){0,2})\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
