using Atelier.Cli.Demo;
using Atelier.Platform;
using Atelier.Platform.Database.Postgres;

namespace Atelier.Benchmarks.Identity;

/// <summary>
/// Logins against what bcrypt alone allows, whether login times tell a known address from an unknown one, and "who am
/// I" against the same service in Python on the same PostgreSQL.
/// </summary>
internal static class IdentityBenchmark
{
    private const int Seconds = 10;

    /// <summary>Before every measurement: until then .NET is still compiling what turned out to be asked for often.</summary>
    public const int WarmSeconds = 30;

    private static readonly string Server = typeof(Atelier.Books.BookBrief).Assembly.Location;

    // One machine stands for many people here, whom the throttles would take for one.
    private static readonly string[] Limits =
    [
        "RequestsPerMinute",
        "WrongLoginsPerAddress",
        "WrongLoginsPerAccount",
        "FreeGuesses",
    ];

    public static async Task<int> RunAsync()
    {
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-").FullName;
        try
        {
            var folder = new EmbeddedPostgresOptions(PacksFolder.Find()!, Path.Combine(scratch, "postgres"));
            await using var postgres = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None);
            var database = postgres.ConnectionString;
            Environment.SetEnvironmentVariable("ATELIER_DATABASE", database);
            foreach (var limit in Limits)
                Environment.SetEnvironmentVariable($"Atelier__Throttles__{limit}", "1000000");
            await using var studio = await PrivateStudio.StartAsync(Server, scratch, CancellationToken.None);
            await People.CreateAsync(database);

            using var logins = new Logins(studio.Address);
            var bcrypt = BcryptLimit.Measure(TimeSpan.FromSeconds(Seconds));
            var (load, tokens) = await logins.LoadAsync(TimeSpan.FromSeconds(2 * Seconds));
            var (known, unknown) = await logins.CompareAsync(300);
            var people = Path.Combine(scratch, "tokens");
            await File.WriteAllLinesAsync(people, tokens);
            var own = await MeAsync(studio.Address, people);
            var peers = new List<(int, Figures)>();
            foreach (var workers in (int[])[1, 2])
            {
                var keys = Path.Combine(studio.DataFolder, "keys.json");
                await using var peer = await Peer.StartAsync(database, keys, workers, tokens[0]);
                peers.Add((workers, await MeAsync(peer.Address, people)));
            }
            Console.WriteLine(new IdentityReport(bcrypt, load, known, unknown, tokens.Count, own, peers).ToMarkdown());
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<Figures> MeAsync(Uri service, string tokens)
    {
        await Wrk.RunAsync(service, tokens, WarmSeconds);
        return await Wrk.RunAsync(service, tokens, Seconds);
    }
}
