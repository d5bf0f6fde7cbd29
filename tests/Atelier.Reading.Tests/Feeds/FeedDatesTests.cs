using System.Globalization;
using System.Text;

namespace Atelier.Reading.Feeds;

/// <summary>Dates as feeds have them, rightly and wrongly.</summary>
public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Sat, 07 Nov 2026 08:05:06 GMT", "2026-11-07T08:05:06")]
    [InlineData("Sat, 07 Nov 2026 08:05:06 +0000 (UTC)", "2026-11-07T08:05:06")]
    [InlineData("Sat, 7 Nov 2026 08:05:06 -0500", "2026-11-07T13:05:06")]
    [InlineData("Sat, 7 Nov 2026 08:05 EST", "2026-11-07T13:05:00")]
    [InlineData("Mon, 7 Nov 2026 08:05:06 Z", "2026-11-07T08:05:06")]
    [InlineData("7 Nov 26 08:05:06 PDT", "2026-11-07T15:05:06")]
    [InlineData("Saturday, 07-Nov-26 08:05:06 GMT", "2026-11-07T08:05:06")]
    [InlineData("Sat Nov  7 08:05:06 2026", "2026-11-07T08:05:06")]
    [InlineData("Sat Nov 07 2026 08:05:06 GMT+0100 (CET)", "2026-11-07T07:05:06")]
    [InlineData("Sat Nov 07 2026 08:05:06 GMT-0500 (Eastern Standard Time)", "2026-11-07T13:05:06")]
    [InlineData("Sat, 07 Nov 2026 24:00:00 GMT", "2026-11-08T00:00:00")]
    [InlineData("Sat, 07 Nov 2026 08:05:06 PM GMT", "2026-11-07T20:05:06")]
    [InlineData("November 7, 2026", "2026-11-07T00:00:00")]
    [InlineData("Nov 7, 2026 8:05 pm", "2026-11-07T20:05:00")]
    [InlineData("7. November 2026", "2026-11-07T00:00:00")]
    [InlineData("7 de noviembre de 2026", "2026-11-07T00:00:00")]
    [InlineData("sam., 07 août 2026 08:05:06 +0200", "2026-08-07T06:05:06")]
    [InlineData("Sa, 07 Dez 2026 08:05:06 +0100", "2026-12-07T07:05:06")]
    [InlineData("7 ноября 2026 г. 08:05", "2026-11-07T08:05:00")]
    [InlineData("2026-11-07T08:05:06Z", "2026-11-07T08:05:06")]
    [InlineData("2026-11-07T08:05:06.789+01:00", "2026-11-07T07:05:06")]
    [InlineData("2026-11-07T08:05:06+0100", "2026-11-07T07:05:06")]
    [InlineData("2026-11-07T08:05Z", "2026-11-07T08:05:00")]
    [InlineData("2026-11-07t08:05:06z", "2026-11-07T08:05:06")]
    [InlineData("2026-11-07 08:05:06", "2026-11-07T08:05:06")]
    [InlineData("2026-11-07 08:05:06 +0100", "2026-11-07T07:05:06")]
    [InlineData("2026-11-07 08:05:06 +0100 CET", "2026-11-07T07:05:06")]
    [InlineData("2026-11-07 08:05:06 UTC", "2026-11-07T08:05:06")]
    [InlineData("2026-11-07 8:05 PM", "2026-11-07T20:05:00")]
    [InlineData("2026-11-07", "2026-11-07T00:00:00")]
    [InlineData("2026-11", "2026-11-01T00:00:00")]
    [InlineData("2026", "2026-01-01T00:00:00")]
    [InlineData("2026-W45-6", "2026-11-07T00:00:00")]
    [InlineData("20261107", "2026-11-07T00:00:00")]
    [InlineData("20261107T080506Z", "2026-11-07T08:05:06")]
    [InlineData("2026/11/07 08:05:06", "2026-11-07T08:05:06")]
    [InlineData("07.11.2026", "2026-11-07T00:00:00")]
    [InlineData("7.11.2026 08:05", "2026-11-07T08:05:00")]
    [InlineData("11/7/2026 8:05:06 AM", "2026-11-07T08:05:06")]
    [InlineData("11/7/2026 12:05:06 AM", "2026-11-07T00:05:06")]
    [InlineData("27/11/2026", "2026-11-27T00:00:00")]
    [InlineData("2026年11月7日", "2026-11-07T00:00:00")]
    [InlineData("2026년 11월 7일 08:05", "2026-11-07T08:05:00")]
    [InlineData("1794038706", "2026-11-07T08:05:06")]
    [InlineData("1794038706000", "2026-11-07T08:05:06")]
    [InlineData("Sat, 07 Nov 2026 08:05:60 GMT", "2026-11-07T08:05:59")]
    [InlineData("2026-02-30", null)]
    [InlineData("45.13.2026", null)]
    [InlineData("Sat, 07 Nov 2026 99:99:99 GMT", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_date_is_read_however_it_is_written(string written, string? moment)
    {
        var feed = FeedReader.Read(
            Encoding.UTF8.GetBytes(
                $"<rss><channel><item><title>A</title><pubDate> {written} </pubDate></item></channel></rss>"
            ),
            null,
            new("https://blog.example.org/feed")
        );
        var published = Assert.Single(feed.Feed!.Entries).Published;
        Assert.Equal(moment, published?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
    }
}
