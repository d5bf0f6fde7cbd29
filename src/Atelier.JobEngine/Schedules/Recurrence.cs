namespace Atelier.JobEngine.Schedules;

/// <summary>
/// A cron expression on the clocks of one place. Where clocks are put forward, a time that does not exist is due when
/// they have been; where they are put back, a time that comes twice is due the first time. An expression without hours of
/// its own is due whenever the clock on the wall says so.
/// </summary>
public sealed class Recurrence(CronExpression cron, TimeZoneInfo zone)
{
    /// <returns>When it is due next, in UTC.</returns>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var at = after.UtcDateTime;
        var local = at + zone.GetUtcOffset(at);
        while (true)
        {
            var offset = zone.GetUtcOffset(at);
            if (cron.NextLocal(local) is not { } wall)
                return null;
            var due = DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
            if (ChangeBetween(at, due, offset) is not { } change)
            {
                if (cron.KeepsPace || !IsSecondTime(wall, offset))
                    return new(due);
                (at, local) = (due, wall);
                continue;
            }
            var then = zone.GetUtcOffset(change);
            if (!cron.KeepsPace && then > offset && wall < change + then)
                return new(change); // between the old time and the new: it does not exist
            (at, local) = (change, change + then - TimeSpan.FromTicks(1));
        }
    }

    private bool IsSecondTime(DateTime wall, TimeSpan offset) =>
        zone.IsAmbiguousTime(wall) && offset != zone.GetAmbiguousTimeOffsets(wall).Max();

    /// <returns>The first moment at which clocks stand otherwise, if that comes before or at the later one.</returns>
    private DateTime? ChangeBetween(DateTime from, DateTime to, TimeSpan offset)
    {
        // No place changes its clocks twice within a week; Morocco does within five.
        for (var week = from; week < to; week = week.AddDays(7))
        {
            var (low, high) = (week, week.AddDays(7) < to ? week.AddDays(7) : to);
            if (zone.GetUtcOffset(high) == offset)
                continue;
            while (high - low > TimeSpan.FromTicks(1))
            {
                var middle = low + (high - low) / 2;
                (low, high) = zone.GetUtcOffset(middle) == offset ? (middle, high) : (low, middle);
            }
            return high;
        }
        return null;
    }
}
