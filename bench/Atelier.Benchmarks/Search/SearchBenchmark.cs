using System.Diagnostics;
using System.Globalization;
using Atelier.Library.Searching;
using Atelier.Platform;
using Atelier.Platform.Database.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.Benchmarks.Search;

/// <summary>
/// Searching a million passages with the product's own code in its own tables: in one book, in a whole library, in a small
/// library beside a large one, and for names, right and misspelt.
/// </summary>
internal static class SearchBenchmark
{
    private const int Warm = 3;
    private const int Rounds = 40; // each asks every kind of question
    private const int Shown = 20;

    public static async Task<int> RunAsync(int chunks)
    {
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-");
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(
                new(PacksFolder.Find()!, Path.Combine(scratch.FullName, "postgres"), Durable: false),
                CancellationToken.None
            );
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
            var database = app.Services.GetRequiredService<NpgsqlDataSource>();
            var lexicon = await Lexicon.ReadAsync(PacksFolder.Find()!, database, CancellationToken.None);
            var library = new MadeLibrary(database, lexicon);
            var watch = Stopwatch.StartNew();
            await library.MakeAsync(chunks, CancellationToken.None);
            var made = watch.Elapsed;
            if (await library.DifferencesAsync(CancellationToken.None) is var wrong and > 0)
                throw new InvalidOperationException(
                    $"{wrong} of 2,000 vectors are not what PostgreSQL would have made."
                );
            var size = await library.BytesAsync(CancellationToken.None);
            Line(
                $"""
                {chunks:N0} passages of {library.Books.Count:N0} books and {library.People:N0} people, {size
                    / 1e9:0.0} GB, made in {made.TotalSeconds:0} s. Load average {Load()}.

                """
            );
            var server = new ServerTime(Path.Combine(scratch.FullName, "postgres", "data"));
            await AskAsync(app.Services, library, lexicon, server);
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(
        IServiceProvider services,
        MadeLibrary library,
        Lexicon lexicon,
        ServerTime server
    )
    {
        var (passages, names) = (
            services.GetRequiredService<PassageSearch>(),
            services.GetRequiredService<NameSearch>()
        );
        var large = library.Books.Where(book => book.Owner == library.Owner).ToList();
        var small = library.Books.Where(book => book.Owner == library.Other).ToList();
        Line(
            $"| where | asked | p50 ms | p95 ms | longest ms | processor time of the server, p50 ms | p95 ms | aim, p95 |\n|---|---|---|---|---|---|---|---|"
        );
        var parts = new (string Where, string Aim, List<Shelved> Books, Func<Shelved, SearchScope> Scope)[]
        {
            ("in one book", "25", large, book => new(library.Owner, Document: book.Id)),
            ("in the whole library", "100", large, _ => new(library.Owner)),
            ("in a library of twenty books beside it", "100", small, _ => new(library.Other)),
        };
        var details = new List<(string Where, Timings Timings)>();
        foreach (var (where, aim, books, scope) in parts)
        {
            var timings = new Timings();
            await PassagesAsync(passages, books, scope, lexicon, server, timings);
            details.Add((where, timings));
            Row(where, aim, timings);
        }
        foreach (
            var (where, books, owner) in ((string, List<Shelved>, Guid)[])
                [
                    ("names, right and misspelt, in the whole library", large, library.Owner),
                    ("names in the small one", small, library.Other),
                ]
        )
            Row(where, "15", await NamesAsync(names, books, owner, lexicon, server));
        Line(
            $"\nLoad average {Load()} at the end. By kind of question, processor time of the server (p50 and p95 in ms), and how many passages were found (ranked at most {PassageSearch.MostRanked:N0}):\n"
        );
        Line(
            $"| | {string.Join(" | ", details.Select(part => part.Where))} |\n|---|{string.Concat(details.Select(_ => "---|"))}"
        );
        foreach (var kind in details[0].Timings.Kinds)
            Line($"| {kind} | {string.Join(" | ", details.Select(part => Figures(part.Timings, kind)))} |");
    }

    private static string Figures(Timings timings, string kind) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{timings.Cost(0.5, kind):0.0} / {timings.Cost(0.95, kind):0.0}, {timings.Found(kind):N0}"
        );

    private static async Task PassagesAsync(
        PassageSearch search,
        List<Shelved> books,
        Func<Shelved, SearchScope> scope,
        Lexicon lexicon,
        ServerTime server,
        Timings timings
    )
    {
        var random = new Random(11);
        for (var round = -Warm; round < Rounds; round++)
        {
            var book = books[random.Next(books.Count)];
            foreach (var question in Questions.Of(lexicon, new MadeBook(lexicon, book.Number, 5), random))
            {
                var (before, watch) = (server.Spent(), Stopwatch.GetTimestamp());
                var found = await search.FindAsync(scope(book), question.Words, 0, Shown, CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(watch);
                if (round >= 0)
                    timings.Add(question.Kind, took, server.Spent() - before, found.Found);
            }
        }
    }

    private static async Task<Timings> NamesAsync(
        NameSearch search,
        List<Shelved> books,
        Guid owner,
        Lexicon lexicon,
        ServerTime server
    )
    {
        var (random, timings) = (new Random(13), new Timings());
        for (var round = -Warm; round < 5 * Rounds; round++)
        {
            var book = books[random.Next(books.Count)];
            var name = new MadeBook(lexicon, book.Number, 37).People.ElementAt(random.Next(37));
            var asked = (round & 3) switch
            {
                0 => name,
                1 => name.Split(' ')[1],
                _ => Names.Misspelt(name, random),
            };
            var (before, watch) = (server.Spent(), Stopwatch.GetTimestamp());
            var found = await search.FindAsync(new(owner), asked, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(watch);
            if (round >= 0)
                timings.Add("a name", took, server.Spent() - before, found.Count);
        }
        return timings;
    }

    private static void Row(string where, string aim, Timings timings) =>
        Line(
            $"| {where} | {timings.Count} | {timings.Took(0.5):0.0} | {timings.Took(0.95):0.0} | {timings.Took(1):0.0} | {timings.Cost(0.5):0.0} | {timings.Cost(0.95):0.0} | {aim} |"
        );

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
