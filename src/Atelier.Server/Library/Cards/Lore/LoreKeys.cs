using System.Text.RegularExpressions;

namespace Atelier.Library.Cards.Lore;

/// <summary>
/// Looks for keys in what was said. Patterns come from strangers: they run in time linear in the text where the engine
/// can, against the clock where it cannot, and are given up after a few that were slow.
/// </summary>
internal sealed class LoreKeys
{
    private const int LongestText = 64 << 10;
    private const int MostRepetitions = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<(string, bool), Regex?> _patterns = [];
    private int _slow;

    public bool AnyIn(string text, IReadOnlyList<string> keys, LoreEntry entry) =>
        keys.Any(key =>
            entry.UseRegex ? Matches(text, key, entry.CaseSensitive) : Contains(text, key, entry.CaseSensitive)
        );

    /// <summary>A key is found as a word of its own where its script puts blanks between words.</summary>
    public static bool Contains(string text, string key, bool caseSensitive)
    {
        key = key.Trim();
        if (key.Length == 0)
            return false;
        var comparison = caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(key, comparison); at >= 0; at = text.IndexOf(key, at + 1, comparison))
        {
            var end = at + key.Length;
            if (!(at > 0 && Joined(text[at - 1], text[at])) && !(end < text.Length && Joined(text[end - 1], text[end])))
                return true;
            if (at + 1 >= text.Length)
                return false;
        }
        return false;
    }

    private static bool Joined(char one, char other) => IsWord(one) && IsWord(other);

    /// <summary>Beyond U+2E80 lie scripts that join their words.</summary>
    private static bool IsWord(char c) => c < 0x2E80 && (char.IsLetterOrDigit(c) || c == '_');

    private bool Matches(string text, string key, bool caseSensitive)
    {
        if (!_patterns.TryGetValue((key, caseSensitive), out var pattern))
            _patterns[(key, caseSensitive)] = pattern = PatternOf(key, caseSensitive);
        if (pattern is null || _slow >= CardLimits.SlowPatterns)
            return false;
        try
        {
            return pattern.IsMatch(text.Length > LongestText ? text[^LongestText..] : text);
        }
        catch (RegexMatchTimeoutException)
        {
            _slow++;
            return false;
        }
    }

    /// <returns>Null for one that is not valid, or that could not be run safely.</returns>
    private static Regex? PatternOf(string key, bool caseSensitive)
    {
        var options = caseSensitive
            ? RegexOptions.CultureInvariant
            : RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
        if (key.Length > 2 && key[0] == '/' && key.LastIndexOf('/') is > 0 and var end)
        {
            foreach (var flag in key[(end + 1)..])
                options |= flag switch
                {
                    'i' => RegexOptions.IgnoreCase,
                    'm' => RegexOptions.Multiline,
                    's' => RegexOptions.Singleline,
                    _ => RegexOptions.None,
                };
            key = key[1..end];
        }
        if (key.Length is 0 or > CardLimits.PatternLength || Repetitions(key) > MostRepetitions)
            return null;
        try
        {
            return new Regex(key, options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            // Looks around or back: possible, but only against the clock.
            return new Regex(key, options, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Counted repetitions inside each other multiply; so does the automaton made of them.</summary>
    private static double Repetitions(string pattern)
    {
        var product = 1.0;
        for (var at = pattern.IndexOf('{'); at >= 0; at = pattern.IndexOf('{', at + 1))
        {
            var digits = pattern[(at + 1)..].TakeWhile(c => char.IsAsciiDigit(c) || c == ',').ToArray();
            var largest = new string(digits)
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(number =>
                    number.Length > 6 ? 1e6 : double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
                )
                .DefaultIfEmpty(1)
                .Max();
            product *= Math.Max(1, largest);
        }
        return product;
    }
}
