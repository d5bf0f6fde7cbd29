using System.Globalization;
using Atelier.JobEngine;
using Atelier.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Atelier.Benchmarks.Web;

/// <summary>
/// The whole studio for what is measured in a browser. On stdin it takes <c>work OWNER JOBS</c>, which begins jobs that do
/// nothing but tell how far they are, and <c>history OWNER JOBS</c>, which puts finished books' jobs into the list.
/// </summary>
internal static class WebStudio
{
    private const string History = """
        with j as (
            insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, max_attempts, run_at, attempt, fence,
                                  event_seq, created_at, started_at, finished_at)
            select uuidv7(-interval '1 minute' * n), $1, k.id, l.id, 3, 3, now(), 1, 1, 1,
                   now() - interval '1 minute' * n, now() - interval '1 minute' * n, now() - interval '1 minute' * (n - 0.5)
            from generate_series(1, $2) n, jobs.kind k, jobs.lane l
            where k.name = 'books.make_book.v1' and l.name = 'books'
            returning id, public_id, owner_id)
        insert into jobs.job_data (job_id, public_id, owner_id, args) select id, public_id, owner_id, '{}' from j
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Program.Build(
            [.. args, $"--Atelier:Jobs:Lanes:{DrawingJob.Lane}=40"],
            builder => builder.Services.AddJobHandler<DrawingJob, DrawingHandler>(DrawingJob.Lane)
        );
        await app.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        _ = FollowAsync(app.Services);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task FollowAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var (owner, jobs) = (Guid.Parse(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture));
            if (words[0] == "work")
                await BeginAsync(services.GetRequiredService<JobClient>(), database, owner, jobs);
            else
                await FillAsync(database, owner, jobs);
            Console.WriteLine("done");
        }
    }

    private static async Task BeginAsync(JobClient client, NpgsqlDataSource database, Guid owner, int jobs)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var i = 0; i < jobs; i++)
            await client.EnqueueAsync(transaction, new DrawingJob(), new JobOptions(owner));
        await transaction.CommitAsync();
    }

    private static async Task FillAsync(NpgsqlDataSource database, Guid owner, int jobs)
    {
        await using var fill = database.CreateCommand(History);
        fill.Parameters.Add(new() { Value = owner });
        fill.Parameters.Add(new() { Value = jobs });
        await fill.ExecuteNonQueryAsync();
    }
}
