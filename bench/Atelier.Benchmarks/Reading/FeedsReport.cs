using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Atelier.Reading.Feeds;
using static Atelier.Benchmarks.Reading.ReadingBenchmark;

namespace Atelier.Benchmarks.Reading;

/// <summary>Every feed of a folder: read or refused with the reason; and, where its header expects a field, whether it is that.</summary>
internal static partial class FeedsReport
{
    private static readonly Uri Address = new("http://127.0.0.1:8097/feed.xml");

    public static void Write(string folder)
    {
        var files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllBytes(file))
            .Select(body =>
                (Body: body, Head: Encoding.Latin1.GetString(body).Replace("\0", "", StringComparison.Ordinal))
            )
            .ToList();
        var readings = new List<FeedReading>();
        var crashes = 0;
        var watch = Stopwatch.StartNew();
        foreach (var (body, head) in files)
            try
            {
                readings.Add(
                    FeedReader.Read(
                        body,
                        ContentType().Match(head) is { Success: true } type ? type.Groups[1].Value.Trim() : null,
                        Address
                    )
                );
            }
            catch (Exception crash)
            {
                crashes++;
                readings.Add(new(null, crash.GetType().Name));
            }
        var seconds = watch.Elapsed.TotalSeconds;
        Line($"## {files.Count:N0} feeds\n");
        Line(
            $"The tests of feedparser (Kurt McKee and others, BSD-2-Clause). Aim: read or refused with a reason, none crashes, all in under 5 s.\n"
        );
        Line($"| measure | value |\n|---|---|");
        Line($"| read | {readings.Count(one => one.Feed is not null):N0} |");
        Line($"| of these repaired | {readings.Count(one => one.Feed is { Repairs.Count: > 0 }):N0} |");
        foreach (var reason in readings.Where(one => one.Feed is null).GroupBy(one => one.Refusal))
            Line($"| refused: {reason.Key} | {reason.Count()} |");
        Line($"| crashed | {crashes} |");
        Line($"| all of them, runtime cold | {seconds:0.00} s |");
        WriteExpectations(files.Select(file => file.Head).Zip(readings));
    }

    /// <summary>Feedparser cleans markup where we leave that to whoever shows it, so only fields of plain text are compared.</summary>
    private static void WriteExpectations(IEnumerable<(string Head, FeedReading Reading)> files)
    {
        var counts = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        foreach (var (head, reading) in files)
        {
            if (Expectation().Match(head) is not { Success: true } found)
                continue;
            var (where, field) = (found.Groups["where"].Value, found.Groups["field"].Value);
            if (!Field(where, field, reading.Feed, out var had))
                continue;
            var name = $"{(where == "feed" ? "feed" : "entry")}: {field}";
            var (right, all) = counts.GetValueOrDefault(name);
            var wanted = Regex.Unescape(found.Groups["value"].Value);
            // A title is plain text to us, markup that was cleaned to feedparser.
            if (field == "title" && wanted.AsSpan().ContainsAny('<', '&'))
                wanted = FeedText.Of(wanted);
            var same = (had ?? "").TrimEnd('/') == wanted.TrimEnd('/');
            counts[name] = (right + (same ? 1 : 0), all + 1);
        }
        Line($"\n| field that a test expects | tests | as expected |\n|---|---|---|");
        foreach (var (name, (right, all)) in counts)
            Line($"| {name} | {all} | {100.0 * right / all:0.0} % |");
    }

    private static bool Field(string where, string field, Feed? feed, out string? value)
    {
        var entry = feed?.Entries.Count > 0 ? feed.Entries[0] : null;
        (var known, value) = (where == "feed", field) switch
        {
            (true, "title") => (true, feed?.Title),
            (true, "link") => (true, feed?.Home?.OriginalString),
            (true, "author") => (true, feed?.Author),
            (true, "language") => (true, feed?.Language),
            (false, "title") => (true, entry?.Title),
            (false, "link") => (true, entry?.Link?.OriginalString),
            (false, "id" or "guid") => (true, entry?.Id),
            (false, "author") => (true, entry?.Author),
            _ => (false, null),
        };
        return known;
    }

    [GeneratedRegex(@"Header:\s*Content-type:\s*(.+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentType();

    [GeneratedRegex(
        @"Expect:\s*(?:not bozo and )?(?<where>feed|entries\[0\])(?:\['|\.)(?<field>\w+)(?:'\])?\s*==\s*u?'(?<value>(?:[^'\\]|\\.)*)'\s*(?:\n|-->)"
    )]
    private static partial Regex Expectation();
}
