using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Atelier.JobEngine.Schedules;

/// <summary>
/// Five fields as cron has them: minute, hour, day of month, month, day of week (0 and 7 are Sunday); lists, ranges, steps
/// and three-letter names. When both kinds of day are given, either one will do.
/// </summary>
public sealed class CronExpression
{
    private const int LongestYears = 8; // from one 29 February to the next, over a century's end
    private static readonly ImmutableArray<string> Months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];
    private static readonly ImmutableArray<string> Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _daysOfMonth;
    private readonly ulong _months;
    private readonly ulong _daysOfWeek;
    private readonly bool _eitherDay;

    private CronExpression(string[] fields, ulong[] sets)
    {
        Text = string.Join(' ', fields);
        (_minutes, _hours, _daysOfMonth, _months) = (sets[0], sets[1], sets[2], sets[3]);
        _daysOfWeek = (sets[4] | sets[4] >> 7) & 0x7F;
        _eitherDay = fields[2][0] != '*' && fields[4][0] != '*';
        KeepsPace = fields[1][0] == '*';
    }

    public string Text { get; }

    /// <summary>It names no hours of its own: it goes on at its pace when the clocks change.</summary>
    public bool KeepsPace { get; }

    /// <returns>False when it cannot be read or would never be due.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? expression)
    {
        expression = null;
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
            return false;
        var sets = new ulong[5];
        if (
            !(
                Read(fields[0], 0, 59, [], 0, out sets[0])
                && Read(fields[1], 0, 23, [], 0, out sets[1])
                && Read(fields[2], 1, 31, [], 0, out sets[2])
                && Read(fields[3], 1, 12, Months, 1, out sets[3])
                && Read(fields[4], 0, 7, Days, 0, out sets[4])
            )
        )
            return false;
        var read = new CronExpression(fields, sets);
        if (read.NextLocal(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)) is null)
            return false;
        expression = read;
        return true;
    }

    /// <returns>The first matching minute after a wall clock's time; null when there is none within years.</returns>
    public DateTime? NextLocal(DateTime after)
    {
        var from = new DateTime(
            after.Ticks - after.Ticks % TimeSpan.TicksPerMinute,
            DateTimeKind.Unspecified
        ).AddMinutes(1);
        for (var day = from.Date; day < from.Date.AddYears(LongestYears); day = day.AddDays(1))
        {
            if (!IsDue(day))
                continue;
            var first = day == from.Date ? from.TimeOfDay : TimeSpan.Zero;
            for (var hour = Lowest(_hours, first.Hours); hour >= 0; hour = Lowest(_hours, hour + 1))
                if (Lowest(_minutes, hour == first.Hours ? first.Minutes : 0) is >= 0 and var minute)
                    return day.AddHours(hour).AddMinutes(minute);
        }
        return null;
    }

    private bool IsDue(DateTime day)
    {
        if (!Has(_months, day.Month))
            return false;
        var (ofMonth, ofWeek) = (Has(_daysOfMonth, day.Day), Has(_daysOfWeek, (int)day.DayOfWeek));
        return _eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
    }

    private static bool Has(ulong set, int number) => (set >> number & 1) == 1;

    /// <returns>-1 when the set has nothing from there on.</returns>
    private static int Lowest(ulong set, int from) =>
        from < 64 && set >> from << from is not 0 and var rest ? BitOperations.TrailingZeroCount(rest) : -1;

    private static bool Read(string field, int least, int most, ImmutableArray<string> names, int first, out ulong set)
    {
        set = 0;
        foreach (var part in field.Split(','))
        {
            if (part.Split('/') is not [var range, .. { Length: <= 1 } steps])
                return false;
            var step = 1;
            if (steps is [var given] && (!Number(given, out step) || step == 0))
                return false;
            int low,
                high;
            switch (range.Split('-'))
            {
                case ["*"]:
                    (low, high) = (least, names == Days ? 6 : most);
                    break;
                case [var one] when Value(one, out low):
                    high = steps.Length == 0 ? low : most;
                    break;
                case [var from, var to] when Value(from, out low) && Value(to, out high) && low <= high:
                    break;
                default:
                    return false;
            }
            for (var i = low; i <= high; i += step)
                set |= 1UL << i;
        }
        return true;

        bool Value(string text, out int value)
        {
            value = names.IndexOf(text.ToUpperInvariant()) is >= 0 and var place ? place + first : -1;
            return value >= 0 || (Number(text, out value) && value >= least && value <= most);
        }
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 1000;
}
