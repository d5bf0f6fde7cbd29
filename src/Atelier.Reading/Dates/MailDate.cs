using System.Globalization;

namespace Atelier.Reading.Dates;

/// <summary>
/// Dates as RFC 822 has them and as people write them: word by word, whatever their order, because days of the week are
/// missing or wrong, seconds are left out, years have two digits, and months come in front.
/// </summary>
internal static class MailDate
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>Months of other languages by what sets them apart, where the first three letters are not English ones.</summary>
    private static readonly Dictionary<string, int> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mär"] = 3,
        ["mrz"] = 3,
        ["mai"] = 5,
        ["mei"] = 5,
        ["maj"] = 5,
        ["okt"] = 10,
        ["dez"] = 12,
        ["déc"] = 12,
        ["fév"] = 2,
        ["avr"] = 4,
        ["juin"] = 6,
        ["juil"] = 7,
        ["aoû"] = 8,
        ["ene"] = 1,
        ["abr"] = 4,
        ["ago"] = 8,
        ["dic"] = 12,
        ["gen"] = 1,
        ["mag"] = 5,
        ["giu"] = 6,
        ["lug"] = 7,
        ["set"] = 9,
        ["ott"] = 10,
        ["out"] = 10,
        ["fev"] = 2,
        ["янв"] = 1,
        ["фев"] = 2,
        ["мар"] = 3,
        ["апр"] = 4,
        ["мая"] = 5,
        ["май"] = 5,
        ["июн"] = 6,
        ["июл"] = 7,
        ["авг"] = 8,
        ["сен"] = 9,
        ["окт"] = 10,
        ["ноя"] = 11,
        ["дек"] = 12,
    };

    public static DateTimeOffset? Read(string text)
    {
        int? year = null,
            month = null,
            day = null;
        (int Hour, int Minute, int Second)? time = null;
        TimeSpan? zone = null;
        var words = text.Split([' ', ',', '\t', '\n', '\r', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (text.Contains(':', StringComparison.Ordinal) || text.Contains('+', StringComparison.Ordinal))
            words = text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word =>
                    char.IsLetterOrDigit(word[0])
                    && !word.Contains(':', StringComparison.Ordinal)
                    && Zones.Of(word) is null
                        ? word.Split(['-', '/'], StringSplitOptions.RemoveEmptyEntries)
                        : [word]
                )
                .ToArray();
        foreach (var raw in words)
        {
            var word = raw.Trim('.', '(', ')');
            if (word.Length == 0)
                continue;
            if (time is null && word.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(word[0]))
            {
                time = Clock(ref word);
                zone ??= word.Length > 0 ? Zones.Of(word) : null;
                if (time is null)
                    return null;
            }
            else if (time is { Hour: < 12 } pm && word.Equals("pm", StringComparison.OrdinalIgnoreCase))
                time = pm with { Hour = pm.Hour + 12 };
            else if (time is { Hour: 12 } am && word.Equals("am", StringComparison.OrdinalIgnoreCase))
                time = am with { Hour = 0 };
            else if (char.IsAsciiDigit(word[0]) && NumberOf(word) is { } number)
            {
                if (number > 31 || word.Length == 4 || (day is not null && year is null))
                    year ??= number >= 100 || word.Length > 2 ? number : number + (number < 70 ? 2000 : 1900);
                else
                    day ??= number;
            }
            else if (month is null && MonthOf(word) is { } named)
                month = named;
            else if (time is not null)
                zone ??= Zones.Of(word);
        }
        if (year is null || month is null || WebDate.Day(year.Value, month.Value, day ?? 1) is not { } date)
            return null;
        var (hour, minute, second) = time ?? (0, 0, 0);
        return WebDate.Moment(date, hour, minute, second, zone ?? TimeSpan.Zero);
    }

    private static (int Hour, int Minute, int Second)? Clock(ref string word)
    {
        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is ':' or '.'))
            end++;
        var parts = word[..end].Split(':');
        word = word[end..];
        if (parts.Length is < 2 or > 3)
            return null;
        var seconds = parts.Length == 3 ? NumberOf(parts[2].Split('.')[0]) : 0;
        return NumberOf(parts[0]) is { } hour && NumberOf(parts[1]) is { } minute && seconds is { } second
            ? (hour, minute, second)
            : null;
    }

    private static int? MonthOf(string word)
    {
        if (word.Length < 3 || !char.IsLetter(word[0]))
            return null;
        if (word.Length >= 4 && Others.TryGetValue(word[..4], out var four))
            return four;
        var start = word[..3];
        var at = Array.FindIndex(Months, month => month.Equals(start, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at + 1
            : Others.TryGetValue(start, out var other) ? other
            : null;
    }

    /// <summary>"3", "03", "3rd".</summary>
    private static int? NumberOf(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.');
        return
            digits.Length is > 0 and <= 4
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
