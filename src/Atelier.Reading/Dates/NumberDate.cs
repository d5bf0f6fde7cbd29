using System.Globalization;
using System.Text.RegularExpressions;

namespace Atelier.Reading.Dates;

/// <summary>Dates of numbers alone that do not begin with the year: 7.11.2026, 11/7/2026 8:05 AM; and those of East Asia.</summary>
internal static partial class NumberDate
{
    public static DateTimeOffset? Read(string text)
    {
        var found = Numbers().Match(text);
        if (!found.Success)
            found = Signs().Match(text);
        if (!found.Success)
            return null;
        var (day, month) = (Number(found, "day"), Number(found, "month"));
        // Between strokes the month stands first, as Americans and their software write it, unless it can be none.
        if (found.Groups["mark"].Value == "/" && day <= 12)
            (day, month) = (month, day);
        if (WebDate.Day(Number(found, "year"), month, day) is not { } date)
            return null;
        var hour = Number(found, "hour");
        if (found.Groups["half"] is { Success: true } half)
            hour = WebDate.TwelveHours(hour, half.Value);
        var zone = Zones.Of(found.Groups["zone"].Value) ?? TimeSpan.Zero;
        return WebDate.Moment(date, hour, Number(found, "minute"), Number(found, "second"), zone);
    }

    private static int Number(Match found, string group) =>
        found.Groups[group] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private const string Time =
        @"(?:[\s,T]+(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\s*(?<half>[AaPp]\.?[Mm])\.?)?(?:\s*(?<zone>[A-Za-z]{1,5}|[+-]\d\d:?\d\d))?)?$";

    [GeneratedRegex(
        @"^(?<day>\d\d?)(?<mark>[./])\s?(?<month>\d\d?)\k<mark>\s?(?<year>\d{4})" + Time,
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?<year>\d{4})\s?[年년]\s?(?<month>\d\d?)\s?[月월]\s?(?<day>\d\d?)\s?[日일]" + Time,
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Signs();
}
