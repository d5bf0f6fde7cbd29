using System.Globalization;
using System.Text.RegularExpressions;

namespace Atelier.Reading.Dates;

/// <summary>Dates as feeds and pages write them: ISO 8601 in all its lengths, mail dates with all their mistakes.</summary>
internal static partial class WebDate
{
    private const int Longest = 80;

    /// <returns>Null for what is no date. A time without a zone counts as UTC, a day as its first moment.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
            return null;
        return Iso(text) ?? NumberDate.Read(text) ?? MailDate.Read(text) ?? Compact(text);
    }

    private static DateTimeOffset? Iso(string text)
    {
        var found = IsoDate().Match(text);
        if (!found.Success || Number(found, "year") is not { } year)
            return null;
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        DateTime? day =
            Number(found, "week") is { } week ? WeekDay(year, week, Number(found, "weekday") ?? 1)
            : Number(found, "ordinal") is { } ordinal ? DayOf(year, ordinal)
            : Day(year, Number(found, "month") ?? 1, Number(found, "day") ?? 1);
        return day is null ? null : At(day.Value, found);
    }

    /// <summary>Digits alone: a day as 20250131, or the seconds since 1970.</summary>
    private static DateTimeOffset? Compact(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text.Length switch
        {
            8 => Day((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)) is { } day
                ? new(day, TimeSpan.Zero)
                : null,
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }

    private static DateTimeOffset? At(DateTime day, Match found)
    {
        var (hour, minute, second) = (
            Number(found, "hour") ?? 0,
            Number(found, "minute") ?? 0,
            Number(found, "second") ?? 0
        );
        if (found.Groups["half"] is { Success: true } half)
            hour = TwelveHours(hour, half.Value);
        return Moment(day, hour, minute, second, Zones.Of(found.Groups["zone"].Value) ?? TimeSpan.Zero);
    }

    internal static int TwelveHours(int hour, string half) =>
        half.StartsWith("p", StringComparison.OrdinalIgnoreCase)
            ? hour < 12
                ? hour + 12
                : hour
            : hour is 12
                ? 0
                : hour;

    /// <summary>Midnight is written as hour 24 of the day before, too, and a leap second as second 60.</summary>
    internal static DateTimeOffset? Moment(DateTime day, int hour, int minute, int second, TimeSpan zone)
    {
        if (hour > 24 || minute > 59 || second > 61)
            return null;
        var ticks = day.Ticks + new TimeSpan(hour, minute, Math.Min(second, 59)).Ticks;
        var utc = ticks - zone.Ticks;
        if (
            utc < DateTime.MinValue.Ticks
            || utc > DateTime.MaxValue.Ticks
            || ticks < 0
            || ticks > DateTime.MaxValue.Ticks
        )
            return null;
        return new(new DateTime(ticks), zone);
    }

    internal static DateTime? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;

    private static DateTime? DayOf(int year, int ordinal) =>
        year is >= 1 and <= 9998 && ordinal >= 1 && ordinal <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? new DateTime(year, 1, 1).AddDays(ordinal - 1)
            : null;

    private static DateTime? WeekDay(int year, int week, int weekday) =>
        year is >= 1 and <= 9998 && week is >= 1 and <= 53 && weekday is >= 1 and <= 7
            ? ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7))
            : null;

    private static int? Number(Match found, string group) =>
        found.Groups[group] is { Success: true } part
        && int.TryParse(part.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(
        """
            ^(?<year>\d{4})
            (?: -?W(?<week>\d\d)(?:-?(?<weekday>\d))?
              | -?(?<ordinal>\d{3})(?!\d)
              | [-/.]?(?<month>\d\d)(?:[-/.]?(?<day>\d\d))?
              | -(?<month>\d)-(?<day>\d\d?) )?
            (?: [Tt\s]+(?<hour>\d\d?):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d+)?)?
              (?:\s*(?<half>[AaPp]\.?[Mm])\.?)?\s*(?<zone>[Zz]|[A-Za-z]{1,5}|[+-]\d\d?:?\d{0,2})?(?:\s+\(?[A-Za-z]{1,5}\)?)? | T(?<hour>\d\d)\s*(?<zone>[Zz])? )?$
            """,
        RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex IsoDate();
}
