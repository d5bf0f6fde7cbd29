using System.Diagnostics;
using System.Globalization;
using Atelier.Cli.Demo;

namespace Atelier.Benchmarks.Videos;

/// <summary>
/// Films through the public API of a private studio: beside the bare encoding of the same frames, how soon there is
/// something to watch, how fast each resolution and quality is, and what drawing every frame anew would cost.
/// </summary>
internal static class VideosBenchmark
{
    private const int Rounds = 7; // a single encoding takes from 10 to 14 s on a machine that others share
    private const int FirstPlayableRounds = 3;
    private const int Seconds = 20;

    private static readonly string Server = typeof(Atelier.Videos.VideoOrder).Assembly.Location;

    public static async Task<int> RunAsync()
    {
        var scratch = Directory.CreateDirectory(
            Path.Combine(
                Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
                $"atelier-bench-{Environment.ProcessId}"
            )
        );
        try
        {
            await using var studio = await PrivateStudio.StartAsync(Server, scratch.FullName, CancellationToken.None);
            await using var memory = new ProcessTree(studio.ProcessId);
            using var client = new StudioClient(studio.Address);
            await client.RegisterAsync(CancellationToken.None);
            var films = new Films(client);
            await films.MakeAsync("480p", "low", 2, seed: 1); // fonts, drawings and code are in memory now

            Console.WriteLine("| round | film | bare encoding of its frames | ratio |\n|---|---|---|---|");
            var ratios = new List<double>();
            // The first film of a process pays for compiling what draws it: shown, and not in the median.
            for (var round = 0; round <= Rounds; round++)
            {
                var film = await films.MakeAsync("1080p", "medium", Seconds, seed: 10 + round);
                var file = Path.Combine(scratch.FullName, "film.mp4");
                await client.DownloadAsync($"videos/{film.Id}/file", file, CancellationToken.None);
                var bare = await BareEncoding.TimeAsync(file, scratch.FullName);
                if (round > 0)
                    ratios.Add(film.Seconds / bare);
                var name = round == 0 ? "first film of the process" : Invariant($"{round}");
                Line($"| {name} | {film.Seconds:F2} s | {bare:F2} s | {film.Seconds / bare:F2} |");
                if (round == Rounds)
                    Line(
                        $"\nDrawing every frame anew, one SVG and one PNG each: {await NaivePeer.TimeAsync(client, film.Id, scratch.FullName):F1} s for a second of film."
                    );
            }
            Line($"\nMedian ratio {ratios.Order().ElementAt(Rounds / 2):F2} (aim 1.4 or less).");

            var first = new List<double>();
            for (var round = 1; round <= FirstPlayableRounds; round++)
                first.Add((await films.MakeAsync("720p", "medium", Seconds, seed: 20 + round)).FirstSegment);
            Line(
                $"First playable second at 720p, from the request: {string.Join(", ", first.Select(s => $"{s:F2} s"))} (aim 1.5 s).\n"
            );

            Console.WriteLine("| resolution | quality | film of 10 s | times real time |\n|---|---|---|---|");
            foreach (var resolution in (string[])["480p", "720p", "1080p", "4k"])
            foreach (var quality in (string[])["low", "medium", "high"])
            {
                var film = await films.MakeAsync(resolution, quality, 10, seed: 30);
                Line($"| {resolution} | {quality} | {film.Seconds:F2} s | {10 / film.Seconds:F2} |");
            }
            Line(
                $"\nPeak memory: {memory.PeakServerMiB:F0} MiB in the server, {memory.PeakTreeMiB:F0} MiB with PostgreSQL and encoders."
            );
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Line(FormattableString text) => Console.WriteLine(Invariant(text));
}

/// <param name="Seconds">From the job's start to its end.</param>
/// <param name="FirstSegment">Seconds from the request until a segment could be watched.</param>
internal sealed record TimedFilm(string Id, double Seconds, double FirstSegment);

internal sealed class Films(StudioClient client)
{
    private const string Prompt =
        "A dragon flies over the castle. A girl walks in the forest. It rains on the city at night.";

    public async Task<TimedFilm> MakeAsync(string resolution, string quality, int seconds, int seed)
    {
        var watch = Stopwatch.StartNew();
        var order = new System.Text.Json.Nodes.JsonObject
        {
            ["prompt"] = Prompt,
            ["resolution"] = resolution,
            ["quality"] = quality,
            ["duration"] = seconds,
            ["seed"] = seed,
        };
        var film = await client.PostAsync("videos", order, CancellationToken.None);
        var (id, job) = (StudioClient.Text(film, "id"), StudioClient.Text(film, "jobId"));
        var first = 0.0;
        while (true)
        {
            if (first == 0 && await HasSegmentAsync(job))
                first = watch.Elapsed.TotalSeconds;
            var now = await client.GetAsync($"jobs/{job}", CancellationToken.None);
            if (StudioClient.Text(now, "state") == "succeeded")
                return new(id, (Time(now, "finishedAt") - Time(now, "startedAt")).TotalSeconds, first);
            if (StudioClient.Text(now, "state") is "failed" or "cancelled")
                throw new InvalidOperationException($"The film failed: {now["error"]}");
            await Task.Delay(first == 0 ? 20 : 1000); // its times are the job's own
        }
    }

    private async Task<bool> HasSegmentAsync(string job)
    {
        var now = await client.GetAsync($"jobs/{job}", CancellationToken.None);
        return now["steps"]!
            .AsArray()
            .Any(step => StudioClient.Text(step!, "name").StartsWith("segment:", StringComparison.Ordinal));
    }

    private static DateTimeOffset Time(System.Text.Json.Nodes.JsonNode job, string field) =>
        DateTimeOffset.Parse(StudioClient.Text(job, field), CultureInfo.InvariantCulture);
}
