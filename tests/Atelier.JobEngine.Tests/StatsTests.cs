using Atelier.JobEngine.Board;
using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

/// <summary>What was done and how fast, added up without reading all of it again.</summary>
public sealed class StatsTests : EngineTest
{
    [Fact]
    public async Task What_ended_is_counted_once_before_and_after_it_was_added_up()
    {
        await RunAsync("one", "two", "three", "fails");
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(
            "delete from jobs.tally; update jobs.tallied set until = date_bin('5 min', now() - interval '1 h', '2000-01-01Z')"
        );
        var expected = new RunCounts(3, 1, 1, 0, 0, 0);

        var fresh = await engine.Board.StatsAsync(TimeSpan.FromHours(1), Cancel);
        await engine.ExecuteAsync(
            "update jobs.job_event set at = at - interval '20 min', started_at = started_at - interval '20 min'"
        );
        await using (var connection = await engine.Database.OpenConnectionAsync(Cancel))
            while (await Tally.WriteAsync(connection, Cancel)) { }
        var later = await engine.Board.StatsAsync(TimeSpan.FromHours(1), Cancel);
        Assert.Equal(5, await engine.ScalarAsync<long>("select sum(succeeded + retried + failed) from jobs.tally"));
        foreach (var stats in (BoardStats[])[fresh, later])
        {
            Assert.Equal(expected, stats.All.Runs);
            var kind = Assert.Single(stats.Kinds);
            Assert.Equal(("test.job.v1", expected), (kind.Kind, kind.Runs));
            Assert.InRange(kind.Wait!.P99, 0, 60);
            Assert.True(kind.Run!.P50 <= kind.Run.P99);
        }
    }

    [Fact]
    public async Task What_is_older_than_the_window_is_not_counted()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(
            """
            insert into jobs.tally (at, kind_id, succeeded, retried, failed, cancelled, handed_back, crashed, waits, runs)
            select date_bin('5 minutes', clock_timestamp() - hours * interval '1 h', '2000-01-01Z') - interval '5 min', 1, 1, 0, 0, 0, 0, 0,
                   '{"40": 1}', '{"40": 1}'
            from unnest(array[0, 2, 26, 200]) hours;
            update jobs.tallied set until = date_bin('5 minutes', clock_timestamp(), '2000-01-01Z')
            """
        );

        var counts = new List<int>();
        foreach (var hours in (int[])[1, 24, 168])
            counts.Add((await engine.Board.StatsAsync(TimeSpan.FromHours(hours), Cancel)).All.Runs.Succeeded);

        Assert.Equal([1, 2, 3], counts);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0.007)]
    [InlineData(1000, 1)]
    [InlineData(90_000, 90)]
    [InlineData(86_400_000, 86_400)]
    public async Task Durations_are_right_to_a_tenth(long milliseconds, double seconds)
    {
        var bucket = await Database
            .Source.CreateCommand($"select floor(4 * ln(1 + {milliseconds}::float8) / ln(2::float8))::int")
            .ExecuteScalarAsync(Cancel);
        var durations = new Durations();
        durations.Add($$"""{"{{bucket}}": 3}""");

        Assert.InRange(durations.Percentiles!.P50, seconds * 0.9 - 0.001, seconds * 1.1 + 0.001);
    }

    [Fact]
    public void Percentiles_are_taken_over_all_that_was_added()
    {
        var (some, others) = (new Durations(), new Durations());
        some.Add("""{"20": 94}""");
        others.Add("""{"40": 4, "60": 2}""");
        some.Add(others);
        some.Add((string?)null);

        var spread = some.Percentiles!;
        Assert.InRange(spread.P50, 0.030, 0.036);
        Assert.InRange(spread.P95, 1, 1.2);
        Assert.InRange(spread.P99, 32, 37);
    }

    [Fact]
    public async Task Ends_are_found_by_when_they_were_whatever_lies_around_them()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(
            """
            create table jobs.job_event_20200101 partition of jobs.job_event for values from ('2020-01-01Z') to ('2020-01-02Z');
            insert into jobs.job_event (job_id, seq, type, attempt, fence, started_at, at, outcome)
            select n, 3, 9, 1, 1, t, t, 0 from generate_series(0, 86399) n, lateral (select '2020-01-01Z'::timestamptz + n * interval '1 s') x (t);
            analyze jobs.job_event;
            """
        );
        await using var explain = engine.Database.CreateCommand("explain " + JobBoard.Stats);
        foreach (var minutes in (int[])[600, 605, 0])
            explain.Parameters.Add(
                new() { Value = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes) }
            );
        var lines = new List<string>();
        await using var row = await explain.ExecuteReaderAsync(Cancel);
        while (await row.ReadAsync(Cancel))
            lines.Add(row.GetString(0));
        var plan = string.Join('\n', lines);

        Assert.Contains("Bitmap Index Scan on job_event_20200101_at_idx", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on job_event", plan, StringComparison.Ordinal);
    }

    private async Task RunAsync(params string[] names)
    {
        await using var worker = await Engine.StartAsync(
            Database,
            (job, run, _) =>
                job.Name == "fails"
                    ? throw new JobFailure("test.broken", "It broke.", retryable: run.Attempt == 1)
                    : Nothing
        );
        foreach (var name in names)
            await worker.EndOfAsync((await worker.EnqueueAsync(name)).PublicId);
    }
}
