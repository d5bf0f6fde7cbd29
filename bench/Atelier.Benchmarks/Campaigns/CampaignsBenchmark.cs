using System.Globalization;
using Atelier.Benchmarks.Realtime;
using Atelier.Campaigns;
using Atelier.Campaigns.Blogs;
using Atelier.Cli.Demo;
using Atelier.Platform;
using Atelier.Platform.Database.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.Benchmarks.Campaigns;

/// <summary>
/// How soon a cancelled campaign is silent, through the public API of a private studio with a slow model; how fast the
/// timeline of a long campaign opens; and what the gates take.
/// </summary>
internal static class CampaignsBenchmark
{
    private const int Spans = 10_000;

    private static readonly string Server = typeof(CampaignsDb).Assembly.Location;

    public static async Task<int> RunAsync(int cancels, TimeProvider clock)
    {
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-");
        try
        {
            var folder = new EmbeddedPostgresOptions(PacksFolder.Find()!, Path.Combine(scratch.FullName, "postgres"));
            await using var postgres = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None);
            await using var model = await SlowModel.StartAsync();
            Environment.SetEnvironmentVariable("ATELIER_DATABASE", postgres.ConnectionString);
            Environment.SetEnvironmentVariable("Atelier__Throttles__GenerationsPerHour", "1000000");
            Environment.SetEnvironmentVariable("Atelier__Throttles__RequestsPerMinute", "1000000");
            Environment.SetEnvironmentVariable("Atelier__Generation__Chat__Endpoint", $"{model.Endpoint}");
            Environment.SetEnvironmentVariable("Atelier__Generation__Chat__Model", SlowModel.Name);
            await using var studio = await PrivateStudio.StartAsync(Server, scratch.FullName, CancellationToken.None);
            using var client = new StudioClient(studio.Address);
            await client.RegisterAsync(CancellationToken.None);
            var owner = Guid.Parse(StudioClient.Text(await client.GetAsync("auth/me", default), "id"));
            await using var app = Program.Build(
                [
                    $"--data={Path.Combine(scratch.FullName, "data")}",
                    "--url=http://127.0.0.1:0",
                    "--role=web",
                    $"--Atelier:Database={postgres.ConnectionString}",
                ],
                builder => builder.Logging.ClearProviders()
            );
            await app.PrepareAsync(CancellationToken.None);
            var posts = await ShelveAsync(app.Services, owner, clock);

            await CancelAsync(new Cancels(client, model), cancels);
            var database = app.Services.GetRequiredService<NpgsqlDataSource>();
            var timeline = await new LongTimeline(client, database).MeasureAsync(owner, Spans, clock);
            Line(
                $"\n## A timeline of {Spans:N0} steps\n\n| asked for | p50 ms | p95 ms | longest ms |\n|---|---|---|---|"
            );
            foreach (var (what, took) in timeline)
                Line($"| {what} | {took.At(0.5):0.0} | {took.At(0.95):0.0} | {took[^1]:0.0} |");
            var (gates, others) = GateTimes.Measure(app.Services, posts, clock.GetUtcNow());
            Line($"\n## Judging a draft\n");
            Line(
                $"Ten gates, score and spam score beside {others} drafts of other posts, {gates.Length} times: p50 {gates.At(0.5):0.0} ms, p95 {gates.At(0.95):0.0} ms, longest {gates[^1]:0.0} ms (aim 50 ms)."
            );
            Line($"\nLoad average {Load()} at the end.");
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Post>> ShelveAsync(
        IServiceProvider services,
        Guid owner,
        TimeProvider clock
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var posts = GardenShelf.Fill(db, owner, clock.GetUtcNow());
        await db.SaveChangesAsync();
        return posts;
    }

    private static async Task CancelAsync(Cancels cancels, int count)
    {
        Line($"## Cancelled at {count} random moments\n\nLoad average {Load()} at the start.\n");
        var (chance, taken) = (new Random(Seed: 8), new List<Cancel>());
        await cancels.MeasureAsync(chance); // code is in memory now
        for (var number = 0; number < count; number++)
            taken.Add(await cancels.MeasureAsync(chance));
        Line($"| from the request to cancel until | p50 ms | p95 ms | longest ms |\n|---|---|---|---|");
        foreach (
            var (what, times) in ((string, Func<Cancel, double>)[])
                [
                    ("it was answered", cancel => cancel.Answered),
                    ("the model saw its last caller hang up", cancel => cancel.Silent),
                    ("the campaign said `cancelled`", cancel => cancel.Ended),
                ]
        )
        {
            var ordered = taken.Select(times).Order().ToList();
            Line($"| {what} | {ordered.At(0.5):0} | {ordered.At(0.95):0} | {ordered[^1]:0} |");
        }
        Line(
            $"\n{taken.Sum(cancel => cancel.Calls)} calls were under way, {taken.Count(cancel => cancel.Calls > 1)} times more than one. Calls begun after the answer: {taken.Sum(cancel => cancel.Late)}."
        );
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
