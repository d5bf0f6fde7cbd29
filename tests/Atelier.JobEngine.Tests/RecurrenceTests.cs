using System.Globalization;
using Atelier.JobEngine.Schedules;

namespace Atelier.JobEngine.Tests;

public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("* * * * *", "2026-11-21 10:00", "2026-11-21 10:01 2026-11-21 10:02")]
    [InlineData("*/20 * * * *", "2026-11-21 10:00", "2026-11-21 10:20 2026-11-21 10:40 2026-11-21 11:00")]
    [InlineData("5/20 * * * *", "2026-11-21 10:00", "2026-11-21 10:05 2026-11-21 10:25 2026-11-21 10:45")]
    [InlineData("0 7 * * MON-FRI", "2026-11-20 07:00", "2026-11-23 07:00 2026-11-24 07:00")]
    [InlineData("0 7 * * 1-5", "2026-11-20 07:00", "2026-11-23 07:00")]
    [InlineData("0 7 * * 0", "2026-11-21 00:00", "2026-11-22 07:00 2026-11-29 07:00")]
    [InlineData("0 7 * * 7", "2026-11-21 00:00", "2026-11-22 07:00")]
    [InlineData("0 7 * * 5-7", "2026-11-21 08:00", "2026-11-22 07:00 2026-11-27 07:00")]
    [InlineData("0 0 31 * *", "2026-11-21 00:00", "2026-12-31 00:00 2027-01-31 00:00 2027-03-31 00:00")]
    [InlineData("0 0 29 2 *", "2026-11-21 00:00", "2028-02-29 00:00 2032-02-29 00:00")]
    [InlineData(
        "0 12 13 * fri",
        "2026-11-21 00:00",
        "2026-11-27 12:00 2026-12-04 12:00 2026-12-11 12:00 2026-12-13 12:00"
    )]
    [InlineData("30 1,13 1 jan,JUL *", "2026-11-21 00:00", "2027-01-01 01:30 2027-01-01 13:30 2027-07-01 01:30")]
    [InlineData("  15  10 * *  *", "2026-11-21 10:15", "2026-11-22 10:15")]
    public void An_expression_is_due_as_cron_has_it(string text, string after, string expected)
    {
        Assert.True(CronExpression.TryParse(text, out var cron));
        var at = DateTime.Parse(after, CultureInfo.InvariantCulture);

        foreach (var due in expected.Split(' ').Chunk(2))
            Assert.Equal(string.Join(' ', due), $"{at = cron.NextLocal(at)!.Value:yyyy-MM-dd HH:mm}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * 32 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("*/0 * * * *")]
    [InlineData("*/ * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("5-1 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("-1 * * * *")]
    [InlineData(", * * * *")]
    [InlineData("MON * * * *")]
    [InlineData("? * * * *")]
    [InlineData("* * L * *")]
    [InlineData("* * * * FRI#2")]
    [InlineData("@daily")]
    [InlineData("* * * * MONDAY")]
    [InlineData("99999999999999999999 * * * *")]
    [InlineData("0 0 30 2 *")]
    public void What_is_no_expression_or_never_due_is_refused(string text) =>
        Assert.False(CronExpression.TryParse(text, out _));

    /// <summary>Berlin: 29 March 2026 02:00 becomes 03:00, 25 October 2026 03:00 becomes 02:00.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-03-28T00:00", "03-28T01:30 03-29T01:00 03-30T00:30")]
    [InlineData("Europe/Berlin", "0,30 2 * * *", "2026-03-29T00:00", "03-29T01:00 03-30T00:00")]
    [InlineData("Europe/Berlin", "0 3 * * *", "2026-03-29T00:00", "03-29T01:00 03-30T01:00")]
    [InlineData("Europe/Berlin", "0 2,3 * * *", "2026-03-29T00:00", "03-29T01:00 03-30T00:00")]
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-24T12:00", "10-25T00:30 10-26T01:30")]
    [InlineData("Europe/Berlin", "30 3 * * *", "2026-10-24T12:00", "10-25T02:30")]
    [InlineData("Europe/Berlin", "0 * * * *", "2026-03-28T23:30", "03-29T00:00 03-29T01:00 03-29T02:00")]
    [InlineData("Europe/Berlin", "30 * * * *", "2026-10-24T23:00", "10-24T23:30 10-25T00:30 10-25T01:30 10-25T02:30")]
    [InlineData("America/New_York", "30 2 * * *", "2026-03-08T00:00", "03-08T07:00 03-09T06:30")]
    [InlineData("America/New_York", "30 1 * * *", "2026-11-01T00:00", "11-01T05:30 11-02T06:30")]
    [InlineData("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00", "10-03T15:30 10-04T15:15")]
    [InlineData("Pacific/Apia", "0 12 * * *", "2026-11-20T00:00", "11-20T23:00")]
    [InlineData("Asia/Kolkata", "0 0 * * *", "2026-11-20T00:00", "11-20T18:30")]
    [InlineData("UTC", "0 0 * * *", "2026-11-20T00:00", "11-21T00:00")]
    public void Clocks_that_change_neither_lose_a_time_nor_double_it(
        string zone,
        string text,
        string after,
        string expected
    )
    {
        Assert.True(CronExpression.TryParse(text, out var cron));
        var recurrence = new Recurrence(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var at = DateTimeOffset.Parse(after + "Z", CultureInfo.InvariantCulture);

        foreach (var due in expected.Split(' '))
            Assert.Equal(due, $"{at = recurrence.Next(at)!.Value:MM-ddTHH:mm}");
    }
}
